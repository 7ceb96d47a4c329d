package org.fourfold.node.protection;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** A conversation of a file, through all its revisions. */
public record ScreeningId(UUID value) {

    public ScreeningId {
        Objects.requireNonNull(value, "value");
    }

    public static ScreeningId random(RandomGenerator random) {
        return new ScreeningId(RandomIds.uuid(random));
    }

    /** Throws IllegalArgumentException for what is no identifier. */
    public static ScreeningId parse(String text) {
        return new ScreeningId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
