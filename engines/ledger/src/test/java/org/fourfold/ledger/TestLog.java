package org.fourfold.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.LogRefusedException;
import org.fourfold.ledger.store.LogStore;

/** A log with keys that are the same in every run, and entries that say nothing of anybody. */
public final class TestLog {

    public static final String ORIGIN = "log.fourfold/00112233445566778899aabbccddeeff";
    private static final Instant BEGIN = Instant.parse("2026-11-26T15:53:49.123456Z");

    private final SigningKey log = SigningKey.of(ORIGIN, VerifierKey.Type.NOTE, seed(1));
    private final List<SigningKey> witnesses = List.of(
            SigningKey.of("witness.example/one", VerifierKey.Type.COSIGNATURE, seed(2)),
            SigningKey.of("witness.example/two", VerifierKey.Type.COSIGNATURE, seed(3)));

    private static byte[] seed(int number) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        new Random(number).nextBytes(seed);
        return seed;
    }

    public SigningKey key() {
        return log;
    }

    public SigningKey witness(int number) {
        return witnesses.get(number);
    }

    public String policy() {
        return "log " + log.verifier() + "\nwitness one " + witnesses.get(0).verifier() + "\nwitness two "
                + witnesses.get(1).verifier() + "\ngroup any-of-two any one two\nquorum any-of-two\n";
    }

    public static byte[] body(long index) {
        byte[] body = new byte[(int) (index * 7 % 300)];
        new Random(index).nextBytes(body);
        return body;
    }

    public static byte[] salt(long index) {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        new Random(~index).nextBytes(salt);
        return salt;
    }

    public static Entry entry(long index) {
        byte[] id = new byte[Pseudonym.ID_BYTES];
        new Random(index % 5).nextBytes(id);
        Pseudonym someone = Pseudonym.of(id, salt(index % 5));
        return new Entry(
                BEGIN.plusMillis(index),
                index % 3 == 0 ? Optional.empty() : Optional.of(someone),
                Commitment.of(body(index), salt(index)),
                1 + index / 100,
                index % 4 == 0 ? Optional.empty() : Optional.of(someone),
                index % 2 == 0 ? Optional.of("care-plan") : Optional.empty(),
                "file.read");
    }

    public static List<byte[]> entries(long from, long to) {
        List<byte[]> entries = new ArrayList<>();
        for (long index = from; index < to; index++) {
            entries.add(entry(index).bytes());
        }
        return entries;
    }

    public LogStore open(Path folder, long size) throws IOException, LogRefusedException {
        return LogStore.open(folder, size, log.verifier(), new FastEd25519());
    }

    /** The checkpoint of a store as it is now, by the log and one witness. */
    public SignedCheckpoint signed(LogStore store) {
        return witnesses
                .get(0)
                .cosign(
                        log.sign(store.head().checkpoint(ORIGIN)),
                        BEGIN.plusSeconds(store.head().size()));
    }
}
