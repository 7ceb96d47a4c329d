package org.fourfold.ledger.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.fourfold.ledger.TestLog;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.store.LogRefusedException;
import org.fourfold.ledger.store.LogStore;
import org.fourfold.ledger.verify.BagCheck;
import org.fourfold.ledger.verify.Findings;

/** Bags of a small log, with everything a bag can hold but time stamps. */
final class TestBags {

    static final TestLog LOG = new TestLog();

    private static final int[] EARLIER = {0, 1, 256, 300};
    private static final long[] OPENED = {0, 5, 299, 511};

    private final LogStore store;
    private final List<EarlierCheckpoint> earlier = new ArrayList<>();

    TestBags(Path folder, int size) throws IOException, LogRefusedException {
        store = LOG.open(folder, 0);
        int at = 0;
        for (int next : EARLIER) {
            if (next <= size) {
                store.append(TestLog.entries(at, next));
                SignedCheckpoint signed = LOG.signed(store);
                store.publish(signed);
                earlier.add(new EarlierCheckpoint(signed, List.of()));
                at = next;
            }
        }
        store.append(TestLog.entries(at, size));
        store.publish(LOG.signed(store));
    }

    LogStore store() {
        return store;
    }

    BagPlan plan() {
        Map<Long, Supplier<Opening>> openings = new TreeMap<>();
        for (long index : OPENED) {
            if (index < store.head().size()) {
                openings.put(index, () -> new Opening(TestLog.body(index), TestLog.salt(index)));
            }
        }
        return BagPlan.of(LOG.policy(), store.published().orElseThrow(), LocalDate.of(2026, 11, 26), "Fourfold tests")
                .withOpenings(openings)
                .withEarlier(earlier)
                .withAttached(Map.of("acta 100%.txt", Source.of(new byte[] {1, 2, 3}), "ó.pdf", Source.of(new byte[9])))
                .withTagFiles(Map.of("README.html", Source.of(new byte[] {'<', '>'})));
    }

    void log(Path bag) throws IOException {
        try (BagTarget target = BagTarget.folder(bag)) {
            BagWriter.sealLog(store.reader(), plan(), target);
        }
    }

    void aCase(Path bag) throws IOException {
        try (BagTarget target = BagTarget.folder(bag)) {
            BagWriter.sealCase(store.reader(), indexes(), plan(), target);
        }
    }

    void logZip(Path bag) throws IOException {
        try (OutputStream out = Files.newOutputStream(bag);
                BagTarget target = BagTarget.zip(out, "bag")) {
            BagWriter.sealLog(store.reader(), plan(), target);
        }
    }

    void caseZip(Path bag) throws IOException {
        try (OutputStream out = Files.newOutputStream(bag);
                BagTarget target = BagTarget.zip(out, "bag")) {
            BagWriter.sealCase(store.reader(), indexes(), plan(), target);
        }
    }

    private SortedSet<Long> indexes() {
        SortedSet<Long> indexes = new TreeSet<>();
        for (long index : OPENED) {
            if (index < store.head().size()) {
                indexes.add(index);
            }
        }
        indexes.add(store.head().size() - 1);
        return indexes;
    }

    static Findings check(Path bag) {
        return BagCheck.check(bag, Optional.empty(), new FastEd25519());
    }
}
