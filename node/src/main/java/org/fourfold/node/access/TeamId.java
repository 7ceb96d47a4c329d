package org.fourfold.node.access;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** Members who work together and share the files they own as a team. */
public record TeamId(UUID value) {

    public TeamId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random identifier of 128 bits from the given source. */
    public static TeamId random(RandomGenerator random) {
        return new TeamId(RandomIds.uuid(random));
    }

    /** Reads the form that {@link #toString} writes; throws IllegalArgumentException for anything else. */
    public static TeamId parse(String text) {
        return new TeamId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
