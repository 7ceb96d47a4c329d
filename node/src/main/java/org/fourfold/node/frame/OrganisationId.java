package org.fourfold.node.frame;

import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The organisation whose node this is. */
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
