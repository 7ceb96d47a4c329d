package org.fourfold.node.prosecution;

import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.RandomIds;

/** The random id of one file in the queue. */
public record QueueItemId(UUID value) {

    public static Optional<QueueItemId> parse(String text) {
        try {
            return Optional.of(new QueueItemId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
