package org.fourfold.node.trust.internal;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.trust.internal.EpochKeys.EpochKey;
import org.fourfold.node.trust.internal.KeyTable.WrappedKey;

/** Wraps a file's key under an epoch's key and back. Bound to the file, the key's id and the epoch. */
public final class FileKeyWrap {

    private FileKeyWrap() {}

    public static WrappedKey wrap(
            Unlocked held, CaseFileId file, UUID keyId, int epoch, Secret fileKey, RandomGenerator random) {
        byte[] associated = associated(file, keyId, epoch);
        Secret epochKey = epochKey(held, epoch);
        byte[] wrapped = fileKey.use(key -> epochKey.use(parent -> AesGcm.seal(parent, random, associated, key)));
        return new WrappedKey(file, keyId, epoch, Ciphertext.of(wrapped));
    }

    public static Secret unwrap(Unlocked held, WrappedKey wrapped) {
        byte[] associated = associated(wrapped.file(), wrapped.keyId(), wrapped.epoch());
        return epochKey(held, wrapped.epoch())
                .use(parent -> held.keys()
                        .keep(AesGcm.open(parent, associated, wrapped.wrapped().bytes())));
    }

    private static Secret epochKey(Unlocked held, int epoch) {
        EpochKey key = held.epochs().get(epoch);
        if (key == null) {
            throw new ProblemException(Problem.of("trust.keys-missing"));
        }
        return key.secret();
    }

    private static byte[] associated(CaseFileId file, UUID keyId, int epoch) {
        return ByteBuffer.allocate(36)
                .putLong(file.value().getMostSignificantBits())
                .putLong(file.value().getLeastSignificantBits())
                .putLong(keyId.getMostSignificantBits())
                .putLong(keyId.getLeastSignificantBits())
                .putInt(epoch)
                .array();
    }
}
