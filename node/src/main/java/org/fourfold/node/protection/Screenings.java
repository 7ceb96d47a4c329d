package org.fourfold.node.protection;

import java.util.List;

/**
 * The conversations of a file, the latest told first.
 *
 * @param drafts that this reader began and did not finish
 */
public record Screenings(CaseFile file, List<Screening> all, List<ScreeningDraft> drafts, boolean mayWrite) {

    public Screenings {
        all = List.copyOf(all);
        drafts = List.copyOf(drafts);
    }
}
