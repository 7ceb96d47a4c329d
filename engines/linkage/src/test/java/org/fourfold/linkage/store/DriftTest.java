package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fourfold.linkage.Linkage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told as drift, and what is not. */
class DriftTest {

    @TempDir
    Path folder;

    @Test
    void theIndexIsTheSumOverSharesOfTheirDifferenceTimesTheLogarithmOfTheirRatio() {
        // By hand: shares .6 .3 .1 before, .5 .3 .2 now: (-.1) ln(.5/.6) + 0 + .1 ln 2 = .01823 + .06931.
        Drift.Measure measure =
                Drift.measure(Drift.Kind.LEVELS, "name", new double[] {600_000, 300_000, 100_000}, new double[] {
                    500_000, 300_000, 200_000
                });
        assertThat(measure.index()).isCloseTo(0.08755, within(1e-4));
        assertThat(measure.isDrift()).isFalse();
    }

    @Test
    void chanceIsExceededOnceInAThousandBatches() {
        // Of chi-square with 3 degrees of freedom 16.266 is exceeded once in a thousand (published tables).
        double chance = Drift.measure(
                        Drift.Kind.LEVELS, "name", new double[] {1e9, 1e9, 1e9, 1e9}, new double[] {25, 25, 25, 25})
                .chance();
        assertThat(chance * 100).isCloseTo(16.266, within(0.3));
    }

    @Test
    void fewRecordsOfTheSameKindAreNoDrift() {
        SplittableRandom random = new SplittableRandom(1);
        int told = 0;
        for (int batch = 0; batch < 2_000; batch++) {
            double[] now = new double[4];
            for (int i = 0; i < 20; i++) {
                now[random.nextInt(4)]++;
            }
            told += Drift.measure(Drift.Kind.LEVELS, "name", new double[] {2_500, 2_500, 2_500, 2_500}, now)
                            .isDrift()
                    ? 1
                    : 0;
        }
        assertThat(told).isLessThan(10);
    }

    @Test
    void aBatchOfTheSamePopulationIsQuietAndAnotherOneIsTold() throws IOException {
        List<String> rows = new StorePersons(11).rows(3_000);
        Linkage.Result trained =
                OneRun.link(OneRun.read(StorePersons.write(folder.resolve("base.csv"), rows.subList(0, 2_400))));
        List<String> likewise = rows.subList(2_400, 2_700);
        List<String> other = rows.subList(2_700, 3_000).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',') + 1))
                .map(row -> row.replaceFirst(",Muni", ",Elsewhere"))
                .toList();
        try (LinkageStore store = OneRun.store(folder.resolve("store"), trained, Steps.NONE)) {
            Drift quiet = store.add(OneRun.read(StorePersons.write(folder.resolve("a.csv"), likewise)))
                    .drift();
            assertThat(quiet.pairs()).isPositive();
            assertThat(quiet.told()).isEmpty();
            Drift told = store.add(OneRun.read(StorePersons.write(folder.resolve("b.csv"), other)))
                    .drift();
            assertThat(told.told().stream().map(each -> each.kind() + " " + each.name()))
                    .contains("EMPTY phone", "UNSEEN place.municipality", "LEVELS phone")
                    .doesNotContain("EMPTY born", "UNSEEN born", "EMPTY place.municipality");
        }
    }
}
