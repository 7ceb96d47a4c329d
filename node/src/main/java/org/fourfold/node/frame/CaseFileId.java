package org.fourfold.node.frame;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A case file. Random, so that it says nothing about the person or the date; it stands in clear in the database. */
public record CaseFileId(UUID value) {

    public CaseFileId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random identifier of 128 bits from the given source. */
    public static CaseFileId random(RandomGenerator random) {
        return new CaseFileId(RandomIds.uuid(random));
    }

    /** Reads the form that {@link #toString} writes; throws IllegalArgumentException for anything else. */
    public static CaseFileId parse(String text) {
        return new CaseFileId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
