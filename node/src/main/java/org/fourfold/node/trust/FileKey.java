package org.fourfold.node.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.internal.AesGcm;
import org.fourfold.node.trust.internal.Secret;

/**
 * The key of one case file. What it seals opens only for the same file, field group and revision. Made and found by
 * {@link Keyring}; asked for anew at each request and never held longer: after {@code lock} it is dead, and after an erasure
 * it is not found again.
 *
 * <p>Format of a ciphertext: format (1 byte, 1), key id (16), epoch of the writing (4), nonce (12), AES-256-GCM text and tag.
 * Authenticated with it: format, key id, epoch, file id, revision, the group's name.
 */
public final class FileKey {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + 16 + 4;

    private final Keyring keyring;
    private final CaseFileId file;
    private final UUID keyId;
    private final int epoch;
    private final Secret secret;
    private final RandomGenerator random;

    FileKey(Keyring keyring, CaseFileId file, UUID keyId, int epoch, Secret secret, RandomGenerator random) {
        this.keyring = keyring;
        this.file = file;
        this.keyId = keyId;
        this.epoch = epoch;
        this.secret = secret;
        this.random = random;
    }

    public CaseFileId file() {
        return file;
    }

    /** Stores a new key, wrapped under the epoch that holds, in the caller's transaction. Only once for a file. */
    public void keep(Tx tx) {
        int holding = tx.sql("SELECT trust.hold_epoch()").one((rs, n) -> rs.getInt(1));
        byte[] wrapped = keyring.wrap(file, keyId, holding, secret);
        tx.sql("SELECT trust.keep_file_key(:file, :key, :epoch, :wrapped)")
                .with("file", file.value())
                .with("key", keyId)
                .with("epoch", holding)
                .with("wrapped", wrapped)
                .run();
    }

    /** Seals one group of the file at one revision. Throws LockedException after the lock. */
    public Ciphertext seal(FieldGroup group, Revision revision, byte[] text) {
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(FORMAT)
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .putInt(epoch)
                .array();
        byte[] sealed = secret.use(key -> AesGcm.seal(key, random, associated(header, group, revision), text));
        return Ciphertext.of(ByteBuffer.allocate(header.length + sealed.length)
                .put(header)
                .put(sealed)
                .array());
    }

    /**
     * Opens what was sealed for this file, group and revision. Throws SealBrokenException for anything else and
     * LockedException after the lock.
     */
    public byte[] open(FieldGroup group, Revision revision, Ciphertext ciphertext) {
        byte[] all = ciphertext.bytes();
        if (all.length < HEADER_BYTES || all[0] != FORMAT) {
            throw new SealBrokenException();
        }
        byte[] header = Arrays.copyOf(all, HEADER_BYTES);
        byte[] sealed = Arrays.copyOfRange(all, HEADER_BYTES, all.length);
        return secret.use(key -> AesGcm.open(key, associated(header, group, revision), sealed));
    }

    /** The fixed-length parts first, the name last: no two different inputs give the same bytes. */
    private byte[] associated(byte[] header, FieldGroup group, Revision revision) {
        byte[] name = group.name().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(header.length + 16 + 4 + name.length)
                .put(header)
                .putLong(file.value().getMostSignificantBits())
                .putLong(file.value().getLeastSignificantBits())
                .putInt(revision.number())
                .put(name)
                .array();
    }

    @Override
    public String toString() {
        return "the key of a case file";
    }
}
