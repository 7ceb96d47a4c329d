package org.fourfold.node.protection;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.RandomIds;

/** First questions that are being put and have not become a file yet. */
public record OpeningId(UUID value) {

    public OpeningId {
        Objects.requireNonNull(value, "value");
    }

    public static OpeningId random(RandomGenerator random) {
        return new OpeningId(RandomIds.uuid(random));
    }

    /** Throws IllegalArgumentException for what is no identifier. */
    public static OpeningId parse(String text) {
        return new OpeningId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
