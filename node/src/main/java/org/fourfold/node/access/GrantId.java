package org.fourfold.node.access;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** One role of one member, from its proposal to its end. */
public record GrantId(UUID value) {

    public GrantId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random identifier of 128 bits from the given source. */
    public static GrantId random(RandomGenerator random) {
        return new GrantId(RandomIds.uuid(random));
    }

    /** Reads the form that {@link #toString} writes; throws IllegalArgumentException for anything else. */
    public static GrantId parse(String text) {
        return new GrantId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
