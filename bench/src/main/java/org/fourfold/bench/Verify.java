package org.fourfold.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.ledger.note.JdkEd25519;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.seal.BagPlan;
import org.fourfold.ledger.seal.BagTarget;
import org.fourfold.ledger.seal.BagWriter;
import org.fourfold.ledger.sign.SigningKey;
import org.fourfold.ledger.store.LogStore;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.InclusionProof;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * A sealed log of a million invented entries, checked by both verifiers, each a process of its own held to one core; proofs
 * of inclusion a second; the start of {@code ./fourfold verify} on a bag of one entry. Argument, optional: entries.
 */
final class Verify {

    private static final Path RESULTS = Path.of("bench", "results");
    private static final Path APP = Path.of("command", "target", "app", "lib");
    private static final String ORIGIN = "log.fourfold/00112233445566778899aabbccddeeff";
    private static final double AIM_SECONDS = 5;
    private static final double AIM_PROOFS = 50_000;
    private static final double AIM_START = 0.5;
    private static final int STARTS = 11;
    private static final int ROUNDS = 3;
    private static final int PROOFS = 2_000;
    private static final int TURNS = 200;
    private static final int BATCH = 10_000;
    private static final long SEED = 20_261_126;

    private Verify() {}

    /** Seconds by the clock, and of the processor. */
    private record Took(double clock, double cpu) {}

    static void main(String... arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path home = RESULTS.resolve("verify");
        delete(home);
        Files.createDirectories(home);
        System.out.println(Machine.line(RESULTS));
        TileReader log = sealed(home, "large", count);
        sealed(home, "tiny", 1);
        Path jar;
        try (Stream<Path> all = Files.list(APP)) {
            jar = all.filter(file -> file.getFileName().toString().startsWith("fourfold-verifier-"))
                    .findFirst()
                    .orElseThrow();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String large = home.resolve("large-bag").toString();
        List<String> byJava =
                List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-jar", jar.toString(), "--lang", "en", large);
        List<String> byPython = List.of("python3", "-I", "engines/verifier/verify.py", large, "--lang", "en");
        tell(count + " entries, verify.jar with a heap of 64 MB on one core", runs(byJava, ROUNDS, true), AIM_SECONDS);
        tell(count + " entries, verify.py on one core", runs(byPython, 1, true), 0);
        proofs(log);
        List<String> tiny =
                List.of("./fourfold", "verify", home.resolve("tiny-bag").toString());
        tell("one entry, ./fourfold verify from the command on", runs(tiny, STARTS, false), AIM_START);
        System.out.println(Machine.load());
        delete(home);
    }

    private static TileReader sealed(Path home, String name, int count) throws Exception {
        SigningKey key = SigningKey.of(ORIGIN, VerifierKey.Type.NOTE, new byte[SigningKey.SEED_BYTES]);
        LogStore store = LogStore.open(home.resolve(name + "-log"), 0, key.verifier(), new JdkEd25519());
        for (int from = 0; from < count; from += BATCH) {
            store.append(entries(from, Math.min(count, from + BATCH)));
        }
        store.publish(key.sign(store.head().checkpoint(ORIGIN)));
        String policy = "log " + key.verifier() + "\nquorum none\n";
        BagPlan plan =
                BagPlan.of(policy, store.published().orElseThrow(), LocalDate.of(2026, 11, 26), "Fourfold benchmark");
        try (BagTarget target = BagTarget.folder(home.resolve(name + "-bag"))) {
            BagWriter.sealLog(store.reader(), plan, target);
        }
        return store.reader();
    }

    private static List<byte[]> entries(int from, int to) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Random random = new Random(SEED + i);
            byte[] bytes = new byte[Hash.BYTES];
            random.nextBytes(bytes);
            Hash drawn = Hash.of(bytes);
            Optional<Pseudonym> someone = Optional.of(new Pseudonym(drawn.hex().substring(0, Pseudonym.DIGITS)));
            entries.add(new Entry(
                            Instant.parse("2026-11-26T00:00:00Z").plusMillis(i * 50L),
                            someone,
                            drawn,
                            1 + i / 100_000,
                            someone,
                            Optional.of("care-plan"),
                            "file.read")
                    .bytes());
        }
        return entries;
    }

    private static void proofs(TileReader log) {
        Random random = new Random(SEED);
        Hash root = log.root();
        TreeSet<Long> indexes = new TreeSet<>();
        while (indexes.size() < Math.min(PROOFS, log.size())) {
            indexes.add(random.nextLong(log.size()));
        }
        List<byte[]> entries = indexes.stream().map(log::entry).toList();
        List<InclusionProof> proofs = indexes.stream().map(log::inclusion).toList();
        TreeHasher hasher = new TreeHasher();
        double best = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            for (int i = 0; i < proofs.size(); i++) {
                if (!proofs.get(i).holds(hasher.leaf(entries.get(i)), root)) {
                    throw new IllegalStateException("a proof that does not hold");
                }
            }
            best = Math.max(best, proofs.size() / ((System.nanoTime() - begun) / 1e9));
        }
        System.out.printf(
                Locale.ROOT,
                "proofs of inclusion, entry and path, one thread: %.0f a second in the best of %d turns; aim >= %.0f, ratio %.2f%n",
                best,
                TURNS,
                AIM_PROOFS,
                best / AIM_PROOFS);
    }

    private static List<Took> runs(List<String> command, int rounds, boolean onOneCore) throws Exception {
        List<String> whole = new ArrayList<>(onOneCore ? List.of("taskset", "-c", "0") : List.of());
        whole.addAll(command);
        List<Took> took = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double before = Machine.endedChildren();
            long begun = System.nanoTime();
            Process process =
                    new ProcessBuilder(whole).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !said.stripTrailing().endsWith("fourfold-verify 1 holds")) {
                throw new IllegalStateException("it does not hold: " + said);
            }
            double clock = (System.nanoTime() - begun) / 1e9;
            took.add(new Took(clock, Machine.endedChildren() - before));
        }
        took.sort(Comparator.comparingDouble(Took::clock));
        return took;
    }

    private static void tell(String what, List<Took> sorted, double aim) {
        Took median = sorted.get(sorted.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "%s: %d times, median %.2f s by the clock (%.2f to %.2f), median processor time %.2f s%s; %s%n",
                what,
                sorted.size(),
                median.clock(),
                sorted.getFirst().clock(),
                sorted.getLast().clock(),
                sorted.stream().mapToDouble(Took::cpu).sorted().toArray()[sorted.size() / 2],
                aim > 0 ? String.format(Locale.ROOT, "; aim <= %.1f s, ratio %.2f", aim, median.clock() / aim) : "",
                Machine.load());
    }

    private static void delete(Path top) throws IOException {
        if (Files.exists(top)) {
            try (Stream<Path> all = Files.walk(top)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
