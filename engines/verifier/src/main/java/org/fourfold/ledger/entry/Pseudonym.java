package org.fourfold.ledger.entry;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * Who or what an entry is about, for those who hold the salt: the first 16 bytes of SHA-256(id ‖ salt).
 *
 * @param hex 32 lowercase hexadecimal digits
 */
public record Pseudonym(String hex) {

    public static final int DIGITS = 32;
    public static final int ID_BYTES = 16;

    public Pseudonym {
        if (hex.length() != DIGITS || !Characters.areHex(hex)) {
            throw new IllegalArgumentException("no pseudonym");
        }
    }

    /** Of an id and the salt that it has in one epoch. */
    public static Pseudonym of(byte[] id, byte[] salt) {
        if (id.length != ID_BYTES || salt.length != Commitment.SALT_BYTES) {
            throw new IllegalArgumentException("an id has 16 bytes, a salt 32");
        }
        MessageDigest digest = TreeHasher.sha256();
        digest.update(id);
        return new Pseudonym(HexFormat.of().formatHex(Arrays.copyOf(digest.digest(salt), DIGITS / 2)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
