package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fourfold.ledger.json.CanonicalJson;
import org.fourfold.ledger.json.JsonValue;
import org.fourfold.ledger.json.JsonValue.JsonArray;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifiers in Java and in Python, written apart, say the same of every bag: exit status, code and place. First a bag
 * for every variant of every fault; then a third is made and spoiled by Python, which knows what is wrong, and the rest is
 * changed here. In full: {@code bench/run agree 10000}.
 */
class VerifiersAgreeTest {

    private static final int BAGS = Integer.getInteger("fourfold.agree.bags", 450);
    private static final String SEED = System.getProperty("fourfold.agree.seed", "1");
    private static final int BATCH = 300;
    private static final int AT_ONCE = 50;
    private static final int SMALL = 40;

    /** What Java said, and what whoever made the bag knows: one of these codes, or nothing. */
    private record Asked(String what, String bag, String java, List<String> codes) {}

    @TempDir
    Path folder = Path.of("");

    private final List<String> differing = new ArrayList<>();
    private final Map<String, Integer> codes = new TreeMap<>();
    private final List<BagContents> good = new ArrayList<>();
    private final List<Asked> waiting = new ArrayList<>();
    private final List<byte[]> archives = new ArrayList<>();
    private int asked;

    @Test
    void bothSayTheSameOfEveryBag() throws Exception {
        for (int size : new int[] {SMALL, 530}) {
            TestBags bags = new TestBags(folder.resolve("log" + size), size);
            bags.log(folder.resolve("whole" + size));
            bags.aCase(folder.resolve("case" + size));
            good.add(BagContents.read(folder.resolve("whole" + size)));
            good.add(BagContents.read(folder.resolve("case" + size)));
        }
        try (PythonVerifier python = new PythonVerifier()) {
            Path variants = folder.resolve("variants");
            PythonVerifier.makeVariants(variants);
            indexed(python, variants, "variants");
            for (int batch = 0; asked < BAGS; batch++) {
                int count = Math.min(BATCH, BAGS - asked);
                made(python, count / 3, SEED + "." + batch);
                changed(python, count - count / 3, batch);
                System.out.println(asked + " bags, " + differing.size() + " told in two ways");
            }
        }
        System.out.println("seed " + SEED + ": " + codes);
        assertThat(differing).as("of " + asked + " bags, seed " + SEED).isEmpty();
        assertThat(codes).as("how much was reached").hasSizeGreaterThan(20).containsKey("holds");
    }

    private void made(PythonVerifier python, int count, String seed) throws Exception {
        Path top = folder.resolve("made");
        PythonVerifier.make(top, count, seed);
        indexed(python, top, seed);
    }

    private void indexed(PythonVerifier python, Path top, String seed) throws IOException {
        for (String line : Files.readAllLines(top.resolve("index.jsonl"))) {
            Map<String, JsonValue> told = ((JsonObject) CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8))
                            .orElseThrow())
                    .members();
            Path bag = top.resolve(((JsonText) told.getOrDefault("path", new JsonText(""))).text());
            List<String> arguments = new ArrayList<>(texts(told, "args"));
            arguments.add(bag.toString());
            boolean isGood = told.get("exit") instanceof JsonNumber(double exit) && exit == 0;
            ask(python, arguments, seed + " " + line, isGood ? List.of("holds") : texts(told, "codes"));
            if (isGood) {
                keepGood(bag);
            }
        }
        hear(python);
        delete(top);
    }

    private void keepGood(Path bag) throws IOException {
        if (Files.isDirectory(bag) && good.size() < SMALL) {
            good.add(BagContents.read(bag));
        } else if (bag.toString().endsWith(".zip") && archives.size() < SMALL) {
            archives.add(Files.readAllBytes(bag));
        }
    }

    private static List<String> texts(Map<String, JsonValue> told, String name) {
        return told.get(name) instanceof JsonArray(List<JsonValue> items)
                ? items.stream().map(item -> ((JsonText) item).text()).toList()
                : List.of();
    }

    private void changed(PythonVerifier python, int count, int batch) throws IOException {
        long first = Long.parseLong(SEED) * 1_000_000L + batch * (long) BATCH;
        for (long seed = first; seed < first + count; seed++) {
            BagContents from = good.get((int) (seed % good.size()));
            List<String> arguments;
            try {
                arguments = seed % 6 == 5
                        ? proof(from, seed)
                        : List.of((seed % 4 == 0 ? archive(from, seed) : written(from, seed)).toString());
            } catch (IOException | IllegalArgumentException e) {
                // No file system holds that path, or one path twice: nothing to ask.
                continue;
            }
            ask(python, arguments, "seed " + seed, List.of());
            if (waiting.size() == AT_ONCE) {
                hear(python);
            }
        }
        hear(python);
    }

    /** A proof alone under the keys of its bag; proof, policy or both with a change. */
    private List<String> proof(BagContents from, long seed) throws IOException {
        WildMutator mutator = new WildMutator(seed);
        List<String> proofs = from.files().keySet().stream()
                .filter(path -> path.endsWith(".tlog-proof"))
                .toList();
        byte[] bytes = from.get(proofs.isEmpty() ? "data/checkpoint" : proofs.get((int) (seed / 6 % proofs.size())));
        byte[] policy = from.get("data/policy");
        Path proof = next(".tlog-proof");
        Path keys = next(".policy");
        Files.write(proof, seed / 6 % 3 == 0 ? bytes : mutator.edited(bytes));
        Files.write(keys, seed / 6 % 3 == 1 ? policy : mutator.edited(policy));
        List<String> lines = from.text("data/policy").lines().toList();
        String key = lines.stream()
                .filter(line -> line.startsWith("log "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[1];
        return switch ((int) (seed / 18 % 4)) {
            case 0 -> List.of("--key", key, proof.toString());
            case 1 ->
                List.of(
                        "--key",
                        new String(mutator.edited(key.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII)
                                .replaceAll("[\\s\\x00]", "_"),
                        proof.toString());
            case 2 -> List.of("--key", key, "--policy", keys.toString(), proof.toString());
            default -> List.of("--policy", keys.toString(), proof.toString());
        };
    }

    private Path archive(BagContents from, long seed) throws IOException {
        byte[] zip = seed % 3 == 0 || archives.isEmpty()
                ? from.zip(seed % 9 == 0 ? "bag/" : "")
                : archives.get((int) (seed / 12 % archives.size()));
        return Files.write(next(".zip"), new WildMutator(seed).mutate(zip));
    }

    private Path written(BagContents from, long seed) throws IOException {
        // The mutator of T2 knows the paths of bags that were made here only.
        boolean isOurs = seed % 4 == 1 && from.files().containsKey("data/earlier/300.checkpoint");
        BagContents bag = isOurs ? new BagMutator(seed).mutate(from).contents() : new WildMutator(seed).mutate(from);
        return seed % 5 == 0 ? bag.folder(next("")) : Files.write(next(".zip"), bag.zip(""));
    }

    /** A place for the next of those that are asked at once. */
    private Path next(String end) {
        return folder.resolve("changed" + waiting.size() + end);
    }

    /** Asks Python, which thinks while Java does. */
    private void ask(PythonVerifier python, List<String> arguments, String what, List<String> codes)
            throws IOException {
        python.ask(arguments);
        String last = JavaVerifier.answer(arguments);
        waiting.add(new Asked(what, arguments.getLast(), last, codes));
    }

    private void hear(PythonVerifier python) throws IOException {
        for (Asked one : waiting) {
            String other = python.answer();
            asked++;
            if (!one.java().equals(other)) {
                differing.add(one.what() + ": java " + one.java() + ", python " + other);
                keep(one.bag());
            }
            // EXIT fourfold-verify 1 fault CODE PLACE, EXIT fourfold-verify 1 holds, or only the exit status.
            String[] words = other.split(" ", -1);
            String said = words.length > 4 ? words[4] : words.length > 3 ? words[3] : "called wrongly";
            codes.merge(said, 1, Integer::sum);
            if (!one.codes().isEmpty() && !one.codes().contains(said)) {
                differing.add(one.what() + ": both say " + said);
            }
        }
        waiting.clear();
    }

    /** What two programs read in two ways is worth a look. */
    private static void keep(String bag) throws IOException {
        String kept = System.getProperty("fourfold.agree.keep", "");
        if (!kept.isEmpty() && Files.isRegularFile(Path.of(bag))) {
            String name = HexFormat.of().toHexDigits(System.nanoTime());
            Files.copy(Path.of(bag), Path.of(kept, name + ".zip"));
        }
    }

    private static void delete(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
