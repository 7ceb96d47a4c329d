package org.fourfold.node.prevention;

import java.util.Optional;
import java.util.UUID;

/** The random id of one import. */
public record ImportId(UUID value) {

    public static Optional<ImportId> parse(String text) {
        try {
            return Optional.of(new ImportId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
