package org.fourfold.estimate.prevalence.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fourfold.estimate.numbers.Draws;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.prevalence.PrevalenceFault;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Latent classes")
class LatentClassesTest {

    @Test
    @DisplayName("of one kind are independent lists, whose posterior is known number by number")
    void oneClass() {
        CaptureTable table = MseTables.read("NewOrl_5");
        double[] logs = new double[20_000];
        double best = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < logs.length; m++) {
            int all = table.cases() + m;
            logs[m] = Gamma.logGamma(all) - Gamma.logGamma(m + 1);
            for (int j = 0; j < 5; j++) {
                int on = table.onList(j);
                logs[m] += Gamma.logGamma(1 + on) + Gamma.logGamma(1 + all - on) - Gamma.logGamma(2 + all);
            }
            best = Math.max(best, logs[m]);
        }
        double sum = 0;
        double mean = 0;
        for (int m = 0; m < logs.length; m++) {
            double p = Math.exp(logs[m] - best);
            sum += p;
            mean += p * (table.cases() + m);
        }
        LatentEstimate estimate = LatentClasses.of(
                table, new LatentOptions(1, .25, .25, new ChainOptions(4, 500, 4000, 2, 1.05, 400), 0), Run.of(3));
        assertThat(estimate.population().mean()).isEqualTo(mean / sum, within(12.0));
    }

    @Test
    @DisplayName("of three kinds agree with draws from the prior, weighted by how well they explain a small table")
    void weightedPrior() {
        CaptureTable table =
                CaptureTable.of(List.of("A", "B", "C"), new int[] {1, 2, 4, 3, 5, 7}, new long[] {3, 2, 2, 2, 1, 2});
        double[] byWeights = byWeights(table, 3, .25, .25);
        LatentEstimate estimate = LatentClasses.of(
                table, new LatentOptions(3, .25, .25, new ChainOptions(4, 2000, 20_000, 5, 1.05, 400), 0), Run.of(3));
        double[] all = estimate.draws().stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
        for (int limit : new int[] {14, 17, 25, 60}) {
            double share = java.util.Arrays.stream(all).filter(n -> n <= limit).count() / (double) all.length;
            assertThat(share).as("at most %d", limit).isEqualTo(byWeights[limit], within(0.02));
        }
    }

    /** The posterior chance of at most so many persons: parameters from the prior, the missing summed out. */
    private static double[] byWeights(CaptureTable table, int classes, double shape, double rate) {
        Draws draws = new Draws(Chance.stream(77, 0, 0));
        double[] atMost = new double[100];
        double sum = 0;
        for (int i = 0; i < 1_500_000; i++) {
            double concentration = draws.gamma(shape) / rate;
            double left = 1;
            double[] p = new double[8];
            for (int k = 0; k < classes; k++) {
                double taken = k == classes - 1 ? 1 : draws.beta(1, Math.max(concentration, 1e-300));
                double[] capture = {draws.share(), draws.share(), draws.share()};
                for (int h = 0; h < 8; h++) {
                    double of = left * taken;
                    for (int j = 0; j < 3; j++) {
                        of *= (h >> j & 1) == 1 ? capture[j] : 1 - capture[j];
                    }
                    p[h] += of;
                }
                left *= 1 - taken;
            }
            double log = -table.cases() * Math.log1p(-p[0]);
            for (int h = 1; h < 8; h++) {
                log += table.count(h) * Math.log(Math.max(p[h], 1e-300));
            }
            double weight = Math.exp(log);
            sum += weight;
            // Negative binomial: with n seen, m missing has chance C(n+m-1, m) p0^m (1-p0)^n.
            double chance = Math.pow(1 - p[0], table.cases());
            double below = 0;
            for (int m = 0; table.cases() + m < atMost.length; m++) {
                below += chance;
                atMost[table.cases() + m] += weight * below;
                chance *= p[0] * (table.cases() + m) / (m + 1);
            }
        }
        for (int n = 0; n < atMost.length; n++) {
            atMost[n] /= sum;
        }
        return atMost;
    }

    @Test
    @DisplayName("give what the R package LCMCR gives of New Orleans and Korea, within the error of its thousand draws")
    void published() {
        LatentOptions options = LatentOptions.USUAL.with(new ChainOptions(4, 4000, 2000, 30, 1.05, 400));
        LatentEstimate orleans = LatentClasses.of(MseTables.read("NewOrl_5"), options, Run.of(1));
        assertThat(orleans.population().median()).isEqualTo(783, within(30.0));
        assertThat(orleans.population().lower95()).isEqualTo(558, within(25.0));
        assertThat(orleans.population().upper95()).isEqualTo(1245, within(110.0));
        LatentEstimate korea = LatentClasses.of(MseTables.read("Korea"), options, Run.of(1));
        assertThat(korea.population().median()).isEqualTo(137, within(3.0));
        assertThat(korea.population().lower95()).isEqualTo(124, within(1.0));
        assertThat(korea.population().upper95()).isEqualTo(210, within(25.0));
    }

    @Test
    @DisplayName("are the same for any number of threads")
    void threads() {
        LatentOptions options = LatentOptions.USUAL.with(new ChainOptions(4, 200, 500, 5, 5, 10));
        CaptureTable korea = MseTables.read("Korea");
        assertThat(LatentClasses.of(korea, options, Run.of(9).with(3)).population())
                .isEqualTo(LatentClasses.of(korea, options, Run.of(9)).population());
    }

    @Test
    @DisplayName("give no number while chains from different starts disagree")
    void disagree() {
        LatentOptions options = LatentOptions.USUAL.with(new ChainOptions(4, 0, 100, 1, 1.05, 400));
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> LatentClasses.of(MseTables.read("UKdat"), options, Run.of(1)));
        assertThat(refused.problems())
                .extracting(Problem::fault)
                .contains(PrevalenceFault.CHAINS_DISAGREE, PrevalenceFault.FEW_DRAWS);
    }
}
