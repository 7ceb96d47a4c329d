package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was never caught, against a published figure and against simulations of which the truth is known. */
class UnseenTest {

    /**
     * The trees of Barro Colorado Island as the R package vegan counts them ({@code specpool(BCI)}): 225 species on 50 plots, 21
     * on one only, 19 on two; Chao's estimate is 236.3732 with a standard error of 6.54361.
     */
    @Test
    void theFigureOfVeganIsFoundAgain() {
        Unseen trees = Unseen.of(225, 21, 19, 50);
        assertThat(trees.caught() + trees.missed()).isCloseTo(236.3732, within(.0001));
        double error = 6.54361;
        double spread = Math.exp(1.959964 * Math.sqrt(Math.log(1 + Math.pow(error / trees.missed(), 2))));
        assertThat(trees.low()).isCloseTo(trees.missed() / spread, within(.001));
        assertThat(trees.high()).isCloseTo(trees.missed() * spread, within(.001));
        assertThat(trees.share().share()).isCloseTo(225 / 236.3732, within(1e-5));
    }

    /** Eight occasions, each catching with one chance: then the bound is the truth. */
    @Test
    void ofWhatIsCaughtEquallyEasilyItFindsTheTruth() {
        int held = 0;
        for (int run = 0; run < 40; run++) {
            int[] counts = caught(20_000, 8, new SplittableRandom(run), (each, random) -> .2);
            Unseen unseen = of(counts);
            assertThat(unseen.missed()).isCloseTo(counts[0], within(.12 * counts[0]));
            held += unseen.low() <= counts[0] && counts[0] <= unseen.high() ? 1 : 0;
        }
        assertThat(held).as("of 40 intervals of 95 %%").isGreaterThanOrEqualTo(34);
    }

    /** Some are caught easily and some hardly: it is a bound, from below. */
    @Test
    void ofWhatIsCaughtUnequallyEasilyItIsTheLeast() {
        for (int run = 0; run < 10; run++) {
            int[] counts = caught(20_000, 8, new SplittableRandom(run), (each, random) -> each % 2 == 0 ? .05 : .5);
            Unseen unseen = of(counts);
            assertThat(unseen.missed()).isBetween(.25 * counts[0], (double) counts[0]);
        }
    }

    @Test
    void withoutDoublesItStaysFiniteAndWithoutSinglesNothingIsMissing() {
        assertThat(Unseen.of(10, 10, 0, 5).missed()).isCloseTo(.8 * 10 * 9 / 2, within(1e-9));
        assertThat(Unseen.of(10, 0, 4, 5)).isEqualTo(new Unseen(10, 0, 0, 0));
        assertThat(Unseen.of(.4, .4, 0, 5).missed()).isZero();
        assertThat(Unseen.of(0, 0, 0, 5).share().share()).isZero();
        assertThatThrownBy(() -> Unseen.of(5, 5, 0, 1)).hasMessageContaining("two occasions are needed");
        assertThatThrownBy(() -> Unseen.of(5, Double.NaN, 0, 3)).hasMessageContaining("twice");
    }

    private interface Chance {
        double of(int each, SplittableRandom random);
    }

    private static int[] caught(int population, int occasions, SplittableRandom random, Chance chance) {
        int[] counts = new int[occasions + 1];
        for (int each = 0; each < population; each++) {
            int times = 0;
            for (int i = 0; i < occasions; i++) {
                times += random.nextDouble() < chance.of(each, random) ? 1 : 0;
            }
            counts[times]++;
        }
        return counts;
    }

    private static Unseen of(int[] counts) {
        int all = 0;
        for (int times = 1; times < counts.length; times++) {
            all += counts[times];
        }
        return Unseen.of(all, counts[1], counts[2], counts.length - 1);
    }
}
