package org.fourfold.node.trust.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/** The first 16 bytes of SHA-256(id, salt): names somebody for one epoch and, with the salt, proves whom (docs/formats/ledger.md). */
public final class Pseudonym {

    public static final int BYTES = 16;
    public static final int SALT_BYTES = 32;

    private Pseudonym() {}

    public static byte[] of(UUID id, byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
            digest.update(salt);
            return Arrays.copyOf(digest.digest(), BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
