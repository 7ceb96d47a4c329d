package org.fourfold.node.prosecution;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.RandomIds;

/** The random id of one entry of a docket. */
public record EntryId(UUID value) {

    public static Optional<EntryId> parse(String text) {
        try {
            return Optional.of(new EntryId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
