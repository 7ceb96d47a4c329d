package org.fourfold.ledger.tree;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Thirty-two bytes of SHA-256. Immutable; equal when the bytes are. */
public final class Hash {

    public static final int BYTES = 32;

    /** Of a hash in base 64, padding included. */
    public static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of these 32 bytes; any other number is a mistake of the caller. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The 32 bytes that begin there. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /** From base 64 in its only spelling; empty for anything else. */
    public static Optional<Hash> fromBase64(String text) {
        if (text.length() != BASE64_LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == BYTES
                            && Base64.getEncoder().encodeToString(bytes).equals(text)
                    ? Optional.of(new Hash(bytes))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** From 64 lowercase hexadecimal digits; empty for anything else. */
    public static Optional<Hash> fromHex(String text) {
        if (text.length() != 2 * BYTES) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Hash(HexFormat.of().parseHex(text)));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the bytes into a buffer, without the copy that {@link #bytes} makes. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    /** Whether the 32 bytes that begin there are these. */
    public boolean isAt(byte[] other, int offset) {
        return Arrays.equals(bytes, 0, BYTES, other, offset, offset + BYTES);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
