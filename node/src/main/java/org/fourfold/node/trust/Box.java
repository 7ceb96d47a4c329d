package org.fourfold.node.trust;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.trust.internal.AesGcm;
import org.fourfold.node.trust.internal.Secret;

/**
 * Seals what belongs to no case file. A passing box ({@link Keyring#box}) holds drafts and forms kept after a session
 * ended: what it seals opens for at least one epoch of 30 days and never after the second. A lasting box
 * ({@link Keyring#lastingBox}) holds the node's own secrets and opens as long as the organisation's key exists. What
 * belongs to a person's file is sealed with its {@link FileKey}, never here: only that can be erased at once.
 */
public final class Box {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 5;

    private final Map<Integer, Secret> byEpoch;
    private final int current;
    private final RandomGenerator random;

    Box(Map<Integer, Secret> byEpoch, int current, RandomGenerator random) {
        this.byEpoch = Map.copyOf(byEpoch);
        this.current = current;
        this.random = random;
    }

    /** Seals bytes under a context (the draft's id and owner, say) that must be given again to open them. */
    public Ciphertext seal(byte[] context, byte[] text) {
        byte[] header =
                ByteBuffer.allocate(HEADER_BYTES).put(FORMAT).putInt(current).array();
        Secret secret = byEpoch.get(current);
        if (secret == null) {
            throw new LockedException();
        }
        byte[] sealed = secret.use(key -> AesGcm.seal(key, random, join(header, context), text));
        return Ciphertext.of(join(header, sealed));
    }

    /** Opens what {@link #seal} made; throws SealBrokenException otherwise, or when its epoch's key was destroyed. */
    public byte[] open(byte[] context, Ciphertext ciphertext) {
        byte[] all = ciphertext.bytes();
        if (all.length < HEADER_BYTES || all[0] != FORMAT) {
            throw new SealBrokenException();
        }
        byte[] header = Arrays.copyOf(all, HEADER_BYTES);
        Secret secret = byEpoch.get(ByteBuffer.wrap(all, 1, 4).getInt());
        if (secret == null) {
            throw new SealBrokenException();
        }
        byte[] sealed = Arrays.copyOfRange(all, HEADER_BYTES, all.length);
        return secret.use(key -> AesGcm.open(key, join(header, context), sealed));
    }

    private static byte[] join(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
