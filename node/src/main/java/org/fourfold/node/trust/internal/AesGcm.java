package org.fourfold.node.trust.internal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fourfold.node.trust.SealBrokenException;

/**
 * AES-256-GCM with a random 96-bit nonce and a 128-bit tag (NIST SP 800-38D). What it makes is nonce ‖ ciphertext ‖ tag.
 * One key seals far fewer than 2^32 texts: a file key a person's records, an epoch key the file keys of 30 days.
 */
public final class AesGcm {

    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int OVERHEAD_BYTES = NONCE_BYTES + TAG_BITS / 8;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    /** Found once: looking for it took longer than to open a short text, and counting opens hundreds of thousands. */
    private static final Provider PROVIDER = provider();

    private AesGcm() {}

    private static Provider provider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** Seals the text; the associated data are authenticated, not kept. */
    public static byte[] seal(byte[] key, RandomGenerator random, byte[] associated, byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return seal(key, nonce, associated, text);
    }

    /** The same with a nonce that was chosen: for known answers only. */
    static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] text) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0, nonce.length);
            cipher.updateAAD(associated);
            byte[] sealed = new byte[nonce.length + cipher.getOutputSize(text.length)];
            System.arraycopy(nonce, 0, sealed, 0, nonce.length);
            cipher.doFinal(text, 0, text.length, sealed, nonce.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** Opens what {@link #seal} made; throws SealBrokenException unless key, associated data and every bit agree. */
    public static byte[] open(byte[] key, byte[] associated, byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES) {
            throw new SealBrokenException();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, 0, NONCE_BYTES);
            cipher.updateAAD(associated);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, int from, int length)
            throws GeneralSecurityException {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 256 bits");
        }
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, from, length));
        return cipher;
    }
}
