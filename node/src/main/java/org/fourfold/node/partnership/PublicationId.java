package org.fourfold.node.partnership;

import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** The random id of one publication. */
public record PublicationId(UUID value) {

    public static PublicationId random(RandomGenerator random) {
        return new PublicationId(RandomIds.uuid(random));
    }

    public static Optional<PublicationId> parse(String text) {
        try {
            return Optional.of(new PublicationId(RandomIds.parse(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
