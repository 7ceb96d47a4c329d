package org.fourfold.node.prosecution;

import java.util.List;

/**
 * What one row of one source says.
 *
 * @param hidden claims of it beyond {@link EntityView#CLAIMS_MAX}
 */
public record RowView(Source source, long row, List<Said> said, long hidden) {

    public RowView {
        said = List.copyOf(said);
    }

    /** A claim and whose it is. */
    public record Said(EntityView.Target entity, EntityView.Claim claim) {}
}
