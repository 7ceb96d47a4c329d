package org.fourfold.ledger.entry;

import java.security.MessageDigest;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;

/** What an entry says of its body without telling it: SHA-256(body ‖ salt). */
public final class Commitment {

    public static final int SALT_BYTES = 32;
    public static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

    private Commitment() {}

    public static Hash of(byte[] body, byte[] salt) {
        if (salt.length != SALT_BYTES || body.length > BODY_BYTES_MAX) {
            throw new IllegalArgumentException("a salt has 32 bytes, a body at most 16 MiB");
        }
        MessageDigest digest = TreeHasher.sha256();
        digest.update(body);
        return Hash.of(digest.digest(salt));
    }
}
