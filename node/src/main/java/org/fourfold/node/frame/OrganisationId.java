package org.fourfold.node.frame;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** An organisation: the one whose node this is, or one that it works with. */
public record OrganisationId(UUID value) {

    public OrganisationId {
        Objects.requireNonNull(value, "value");
    }

    /** A new random identifier of 128 bits from the given source. */
    public static OrganisationId random(RandomGenerator random) {
        return new OrganisationId(RandomIds.uuid(random));
    }

    /** Reads the form that {@link #toString} writes; throws IllegalArgumentException for anything else. */
    public static OrganisationId parse(String text) {
        return new OrganisationId(RandomIds.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
