package org.fourfold.node.trust;

import java.util.random.RandomGenerator;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.LogKeyFile;
import org.fourfold.node.trust.internal.OpenKeys;
import org.fourfold.node.trust.internal.Secret;

/** The log's own key, usable until the lock. */
public final class LogKey {

    private final VerifierKey verifier;
    private final Secret seed;

    private LogKey(VerifierKey verifier, Secret seed) {
        this.verifier = verifier;
        this.seed = seed;
    }

    /** The home's, or a new one with a new log's name where there is none: at the first start and after a restore. */
    static LogKey ofHome(KeyFolder folder, OpenKeys keys, Secret organisation, RandomGenerator random) {
        LogKeyFile file = folder.read(LogKeyFile.NAME)
                .map(LogKeyFile::parse)
                .orElseGet(() -> LogKeyFile.make(folder, organisation, random));
        return new LogKey(file.verifier(), file.open(keys, organisation));
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** Throws LockedException after the lock. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        return seed.use(bytes -> {
            try (SigningKey key = SigningKey.of(verifier.name(), VerifierKey.Type.NOTE, bytes)) {
                return key.sign(checkpoint);
            }
        });
    }
}
