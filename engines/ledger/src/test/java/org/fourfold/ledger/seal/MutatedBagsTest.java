package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T2: whatever is flipped, cut, swapped, reordered or replayed is seen. In full: {@code bench/run mutate 10000}. */
class MutatedBagsTest {

    private static final int MUTATIONS = Integer.getInteger("fourfold.mutations", 200);

    private static final int AT_ONCE = 50;

    @TempDir
    Path folder = Path.of("");

    private List<BagContents> good() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 530);
        bags.log(folder.resolve("whole"));
        bags.aCase(folder.resolve("case"));
        return List.of(BagContents.read(folder.resolve("whole")), BagContents.read(folder.resolve("case")));
    }

    /** A changed bag, and what differs in it. */
    private record Changed(String what, Path bag, ChangedPlaces places, boolean isForged) {}

    private Changed changed(List<BagContents> good, int seed) throws IOException {
        BagContents from = good.get(seed % 2);
        BagMutator.Mutation mutation = new BagMutator(seed).mutate(from);
        Path bag = folder.resolve("changed" + seed % AT_ONCE + (seed % 5 == 0 ? "" : ".zip"));
        if (seed % 5 == 0) {
            mutation.contents().folder(bag);
        } else {
            Files.write(bag, mutation.contents().zip(""));
        }
        String what = seed + " " + mutation.kind() + " " + mutation.path() + " forged " + mutation.isForged();
        return new Changed(what, bag, new ChangedPlaces(from, mutation), mutation.isForged());
    }

    /** Where there is no Python; else the next one asks the verifier in Java of the same changes. */
    @Test
    void theVerifierInJavaSeesEveryChangeAndNamesItsPlace() throws Exception {
        assumeFalse(PythonVerifier.isThere(), "asked together with the verifier in Python");
        List<BagContents> good = good();
        Places places = new Places();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Changed one = changed(good, seed);
            places.told(one, JavaVerifier.answer(List.of(one.bag().toString())));
        }
        places.require("verify.jar");
    }

    @Test
    void bothVerifiersWrittenApartSeeEveryChangeAndNameTheSamePlaces() throws Exception {
        List<BagContents> good = good();
        List<String> differing = new ArrayList<>();
        Places inJava = new Places();
        Places inPython = new Places();
        try (PythonVerifier python = new PythonVerifier()) {
            for (int from = 0; from < MUTATIONS; from += AT_ONCE) {
                Map<Changed, String> java = new LinkedHashMap<>();
                for (int seed = from; seed < Math.min(from + AT_ONCE, MUTATIONS); seed++) {
                    Changed one = changed(good, seed);
                    python.ask(List.of(one.bag().toString()));
                    java.put(one, JavaVerifier.answer(List.of(one.bag().toString())));
                }
                for (Map.Entry<Changed, String> one : java.entrySet()) {
                    String answer = python.answer();
                    inJava.told(one.getKey(), one.getValue());
                    inPython.told(one.getKey(), answer);
                    if (!answer.equals(one.getValue())) {
                        differing.add(one.getKey().what() + ": " + answer + ", java " + one.getValue());
                    }
                }
            }
        }
        inJava.require("verify.jar");
        inPython.require("verify.py");
        assertThat(differing).isEmpty();
    }

    /**
     * Counts whose place was named: the file that changed; where entries of a file of many changed and a forger's manifests fit,
     * so that the tree has to tell, the entry or its neighbour.
     */
    private static final class Places {

        private final List<String> passed = new ArrayList<>();
        private final List<String> elsewhere = new ArrayList<>();
        private int told;
        private int amongEntries;
        private int atEntry;

        void told(Changed changed, String answer) {
            told++;
            // 1 fourfold-verify 1 fault CODE PLACE
            String[] words = answer.split(" ", -1);
            if (!words[0].equals("1") || words.length != 6) {
                passed.add(changed.what() + ": " + answer);
                return;
            }
            String place = words[5];
            boolean isEntry = changed.places().hasEntry(place);
            boolean isByEntry = changed.isForged() && changed.places().isAmongEntries();
            amongEntries += isByEntry ? 1 : 0;
            atEntry += isByEntry && isEntry ? 1 : 0;
            if (!isEntry && (isByEntry || !changed.places().hasFile(place))) {
                elsewhere.add(changed.what() + ": " + answer);
            }
        }

        void require(String verifier) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d changes, %d not seen, place named of %d (%.1f %%); within one entry where entries changed among many: %d of %d%n",
                    verifier,
                    told,
                    passed.size(),
                    told - elsewhere.size(),
                    100.0 * (told - elsewhere.size()) / told,
                    atEntry,
                    amongEntries);
            assertThat(passed).isEmpty();
            assertThat(atEntry).isPositive();
            assertThat(elsewhere).as("of " + told).hasSizeLessThanOrEqualTo(told / 20);
        }
    }

    /** Bytes of a ZIP archive that no reader looks at may change; then every file reads as before. */
    @Test
    void aChangedZipIsSeenOrHoldsTheSameFiles() throws Exception {
        BagContents bag = good().get(1);
        byte[] zip = bag.zip("");
        Random random = new Random(4);
        Path file = folder.resolve("bag.zip");
        int seen = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = i % 4 == 0 ? Arrays.copyOf(zip, random.nextInt(zip.length)) : zip.clone();
            if (i % 4 != 0) {
                int bit = random.nextInt(zip.length * 8);
                changed[bit / 8] ^= (byte) (1 << bit % 8);
            }
            Files.write(file, changed);
            if (TestBags.check(file).holds()) {
                assertThat(isSame(file, bag)).isTrue();
            } else {
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(MUTATIONS / 2);
    }

    private static boolean isSame(Path zip, BagContents bag) throws IOException, FaultException {
        try (Container container = Container.open(zip)) {
            for (BagFile file : container.files()) {
                String path = new String(file.path().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                if (!Arrays.equals(container.read(file), bag.get(path))) {
                    return false;
                }
            }
            return container.files().size() == bag.files().size();
        }
    }
}
