package org.fourfold.node.protection;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** A demand by an authority. Random: it says nothing of the person. */
public record DemandId(UUID value) {

    public DemandId {
        Objects.requireNonNull(value, "value");
    }

    public static DemandId random(RandomGenerator random) {
        return new DemandId(RandomIds.uuid(random));
    }

    /** Throws IllegalArgumentException for anything but the form that {@link #toString} writes. */
    public static DemandId parse(String text) {
        return new DemandId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
