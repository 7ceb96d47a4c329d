package org.fourfold.node.protection;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** A consent. Random: it says nothing of the person. */
public record ConsentId(UUID value) {

    public ConsentId {
        Objects.requireNonNull(value, "value");
    }

    public static ConsentId random(RandomGenerator random) {
        return new ConsentId(RandomIds.uuid(random));
    }

    /** Throws IllegalArgumentException for anything but the form that {@link #toString} writes. */
    public static ConsentId parse(String text) {
        return new ConsentId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
