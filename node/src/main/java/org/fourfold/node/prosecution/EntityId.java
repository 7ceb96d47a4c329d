package org.fourfold.node.prosecution;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.RandomIds;

/** The id of one entity of one source: 64 random bits of its import and a number within it. */
public record EntityId(UUID value) {

    public static Optional<EntityId> parse(String text) {
        try {
            return Optional.of(new EntityId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
