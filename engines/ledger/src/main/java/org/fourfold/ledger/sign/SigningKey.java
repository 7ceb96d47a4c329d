package org.fourfold.ledger.sign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.NoteSignature;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.SignedNote;
import org.fourfold.ledger.note.VerifierKey;

/**
 * A private Ed25519 key with its name: a log's, which signs checkpoints, or a witness's, which cosigns them.
 *
 * <p>Threads: safe until {@link #close}. What it holds of the key is overwritten then.
 */
public final class SigningKey implements AutoCloseable {

    public static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(byte[] seed, VerifierKey verifier) {
        this.seed = seed;
        this.verifier = verifier;
    }

    /** From the 32 bytes that {@link #seed} gave (RFC 8032, 5.1.5). */
    public static SigningKey of(String name, VerifierKey.Type type, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a key's seed has 32 bytes");
        }
        byte[] key = new byte[VerifierKey.KEY_BYTES];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        return new SigningKey(seed.clone(), VerifierKey.of(name, type, key));
    }

    /** A new key. */
    public static SigningKey draw(String name, VerifierKey.Type type, SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        try {
            return of(name, type, seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The secret itself, to be kept encrypted; the caller overwrites it. */
    public byte[] seed() {
        return seed.clone();
    }

    /** Signs a checkpoint of the log whose name this key has. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        require(VerifierKey.Type.NOTE);
        if (!checkpoint.origin().equals(verifier.name())) {
            throw new IllegalArgumentException("a checkpoint of another log");
        }
        byte[] signature = signature(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        return new SignedCheckpoint(
                new SignedNote(checkpoint.text(), List.of(NoteSignature.of(verifier, signature))), checkpoint);
    }

    /** Adds a witness's cosignature: it saw this at that time, and nothing larger. Seconds only. */
    public SignedCheckpoint cosign(SignedCheckpoint checkpoint, Instant seen) {
        return new SignedCheckpoint(checkpoint.note().with(cosignature(checkpoint, seen)), checkpoint.checkpoint());
    }

    /** A witness's line alone. */
    public NoteSignature cosignature(SignedCheckpoint checkpoint, Instant seen) {
        require(VerifierKey.Type.COSIGNATURE);
        long time = seen.getEpochSecond();
        if (time < 0) {
            throw new IllegalArgumentException("a time before 1970");
        }
        byte[] signature =
                signature(SignedCheckpoint.cosignedMessage(checkpoint.note().text(), time));
        return NoteSignature.of(
                verifier,
                ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(time)
                        .put(signature)
                        .array());
    }

    private void require(VerifierKey.Type type) {
        if (verifier.type() != type) {
            throw new IllegalStateException("this key signs something else");
        }
    }

    private byte[] signature(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public void close() {
        Arrays.fill(seed, (byte) 0);
    }
}
