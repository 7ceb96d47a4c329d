package org.fourfold.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.verify.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T2: whatever is flipped, cut, swapped, reordered or replayed is seen. In full: {@code -Dfourfold.mutations=10000}. */
class MutatedBagsTest {

    private static final int MUTATIONS = Integer.getInteger("fourfold.mutations", 300);

    @TempDir
    Path folder = Path.of("");

    private List<BagContents> good() throws Exception {
        TestBags bags = new TestBags(folder.resolve("log"), 530);
        bags.log(folder.resolve("whole"));
        bags.aCase(folder.resolve("case"));
        return List.of(BagContents.read(folder.resolve("whole")), BagContents.read(folder.resolve("case")));
    }

    @Test
    void everyChangeIsSeenAndItsPlaceNamed() throws Exception {
        List<BagContents> good = good();
        List<String> passed = new ArrayList<>();
        int placed = 0;
        int told = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            BagMutator.Mutation mutation = new BagMutator(seed).mutate(good.get(seed % 2));
            Findings found = TestBags.check(mutation.contents().folder(folder.resolve("changed")));
            if (found.holds()) {
                passed.add(seed + " " + mutation.kind() + " " + mutation.path() + " forged " + mutation.isForged());
            } else if (mutation.kind().equals("flip")
                    && !mutation.isForged()
                    && mutation.path().startsWith("data/")) {
                told++;
                placed += found.fault()
                                .orElseThrow()
                                .place()
                                .equals(mutation.path()
                                        .replace("%", "%25")
                                        .replace(" ", "%20")
                                        .replace("ó", "%C3%B3"))
                        ? 1
                        : 0;
            }
        }
        assertThat(passed).isEmpty();
        assertThat(told).isPositive();
        assertThat(placed).as("of " + told).isEqualTo(told);
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
