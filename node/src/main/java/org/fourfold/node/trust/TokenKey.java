package org.fourfold.node.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fourfold.node.trust.internal.Hkdf;
import org.fourfold.node.trust.internal.Secret;

/**
 * Turns words into search tokens: HMAC-SHA-256 under the organisation's own key for one label, cut to {@link #BYTES}. Equal
 * words give equal tokens; without the key nobody can try words out. Dead after the lock.
 */
public final class TokenKey {

    public static final int BYTES = 16;

    private final Secret secret;

    TokenKey(Secret secret) {
        this.secret = secret;
    }

    /** The token of a word that is already normalised. Throws LockedException after the lock. */
    public byte[] token(String word) {
        return secret.use(key -> Arrays.copyOf(Hkdf.hmac(key, word.getBytes(StandardCharsets.UTF_8)), BYTES));
    }
}
