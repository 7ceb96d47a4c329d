package org.fourfold.ledger.note;

import java.util.Base64;
import java.util.Optional;

/** Base 64 (RFC 4648, 4) in its only spelling: padded, and without bits at the end that nobody reads. */
public final class Base64Text {

    private Base64Text() {}

    public static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
