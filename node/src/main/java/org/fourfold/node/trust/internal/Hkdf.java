package org.fourfold.node.trust.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF and HMAC with SHA-256 (RFC 5869, RFC 2104). */
public final class Hkdf {

    private static final int HASH_BYTES = 32;
    private static final int LENGTH_MAX = 255 * HASH_BYTES;

    private Hkdf() {}

    /** A key of 256 bits for one use, derived from a parent key. Different uses give independent keys. */
    public static byte[] key(byte[] parent, String use) {
        return derive(parent, new byte[HASH_BYTES], use.getBytes(StandardCharsets.UTF_8), AesGcm.KEY_BYTES);
    }

    /** RFC 5869, sections 2.2 and 2.3: extract, then expand to {@code length} bytes. */
    public static byte[] derive(byte[] material, byte[] salt, byte[] info, int length) {
        if (length > LENGTH_MAX) {
            throw new IllegalArgumentException("HKDF gives at most " + LENGTH_MAX + " bytes");
        }
        byte[] pseudorandom = hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt, material);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int from = 0, counter = 1; from < length; from += HASH_BYTES, counter++) {
            byte[] input = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, input, block.length, info.length);
            input[input.length - 1] = (byte) counter;
            block = hmac(pseudorandom, input);
            System.arraycopy(block, 0, output, from, Math.min(HASH_BYTES, length - from));
            Arrays.fill(input, (byte) 0);
        }
        Arrays.fill(pseudorandom, (byte) 0);
        Arrays.fill(block, (byte) 0);
        return output;
    }

    public static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // An empty key is what RFC 2104 pads with zeros; SecretKeySpec refuses it.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
        }
    }
}
