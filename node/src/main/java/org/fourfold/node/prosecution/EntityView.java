package org.fourfold.node.prosecution;

import java.util.List;
import java.util.Optional;

/**
 * All that one source tells of one thing.
 *
 * @param externalId the source's own
 * @param row where it stands first
 * @param claims by property, at most {@link #CLAIMS_MAX}
 * @param hiddenClaims how many more there are
 * @param shared its identifiers that another source has too
 */
public record EntityView(
        EntityId id,
        String externalId,
        String schema,
        String caption,
        Source source,
        long row,
        List<Claim> claims,
        long hiddenClaims,
        List<Overlap> shared) {

    /** Claims shown of one entity. */
    public static final int CLAIMS_MAX = 500;

    public EntityView {
        claims = List.copyOf(claims);
        shared = List.copyOf(shared);
    }

    /**
     * One value, and where it stands.
     *
     * @param original as it stood; empty where it equals the value
     * @param column its heading; empty for JSON lines
     * @param target the entity that the value names, where this source tells of it
     */
    public record Claim(
            String property,
            String value,
            String original,
            String column,
            long row,
            String language,
            Optional<Target> target) {}

    /** An entity that a value names. */
    public record Target(EntityId id, String schema, String caption) {}
}
