package org.fourfold.node.prosecution;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.RandomIds;

/** The random id under which an address names one shared identifier, whose value stands in no address. */
public record OverlapId(UUID value) {

    public static Optional<OverlapId> parse(String text) {
        try {
            return Optional.of(new OverlapId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
