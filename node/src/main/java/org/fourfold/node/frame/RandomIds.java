package org.fourfold.node.frame;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The one way to make and read 128-bit random identifiers. Each module wraps them in a record of its own. */
public final class RandomIds {

    private static final int TEXT_LENGTH = 36;

    private RandomIds() {}

    /** 122 random bits in the form of a version 4 UUID (RFC 9562, section 5.4). */
    public static UUID uuid(RandomGenerator random) {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Reads exactly the canonical 36 characters; {@link UUID#fromString} alone would also take shortened forms. */
    public static UUID parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("not an identifier");
        }
        return UUID.fromString(text);
    }
}
