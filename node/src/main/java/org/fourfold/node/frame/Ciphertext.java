package org.fourfold.node.frame;

import java.util.Arrays;

/** Encrypted bytes: safe to store and to copy, readable only with the key. Immutable. */
public final class Ciphertext {

    private final byte[] bytes;

    private Ciphertext(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Ciphertext of(byte[] bytes) {
        return new Ciphertext(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ciphertext that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " encrypted bytes";
    }
}
