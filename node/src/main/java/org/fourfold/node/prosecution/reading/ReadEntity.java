package org.fourfold.node.prosecution.reading;

import java.util.List;
import java.util.Objects;

/**
 * An entity, or a fragment of one, as a source tells it. Fragments of the same id become one entity in the store.
 *
 * @param id the source's own
 * @param schema by its name in the model, or whatever name the source uses
 * @param row where it stands: the file's own line or row number, first = 1
 */
public record ReadEntity(String id, String schema, List<ReadClaim> claims, long row) {

    public ReadEntity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(schema, "schema");
        claims = List.copyOf(claims);
    }
}
