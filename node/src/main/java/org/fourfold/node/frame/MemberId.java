package org.fourfold.node.frame;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A member of the organisation: a person who signs in, never a person in care. */
public record MemberId(UUID value) {

    public MemberId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random identifier of 128 bits from the given source. */
    public static MemberId random(RandomGenerator random) {
        return new MemberId(RandomIds.uuid(random));
    }

    /** Reads the form that {@link #toString} writes; throws IllegalArgumentException for anything else. */
    public static MemberId parse(String text) {
        return new MemberId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
