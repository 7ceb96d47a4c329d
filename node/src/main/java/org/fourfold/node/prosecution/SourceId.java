package org.fourfold.node.prosecution;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.RandomIds;

/** The random id of one source. */
public record SourceId(UUID value) {

    public static Optional<SourceId> parse(String text) {
        try {
            return Optional.of(new SourceId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
