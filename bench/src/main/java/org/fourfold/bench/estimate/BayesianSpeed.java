package org.fourfold.bench.estimate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.bayes.BayesianThreshold;
import org.fourfold.estimate.prevalence.bayes.ThresholdEstimate;
import org.fourfold.estimate.prevalence.bayes.ThresholdOptions;
import org.fourfold.estimate.prevalence.chains.ChainOptions;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.prevalence.graphs.GraphAveraging;
import org.fourfold.estimate.prevalence.graphs.GraphOptions;
import org.fourfold.estimate.prevalence.latent.LatentClasses;
import org.fourfold.estimate.prevalence.latent.LatentEstimate;
import org.fourfold.estimate.prevalence.latent.LatentOptions;
import org.fourfold.estimate.run.Run;

/**
 * CPU seconds of the Bayesian estimates on published tables, one thread, beside those recorded for dga 2.0.2, LCMCR 0.4.14 and
 * MultipleSystemsEstimation 1.2.0, and what they say beside what those said.
 *
 * <p>Arguments: the folder with the tables; {@code all} for the latent classes of the United Kingdom's five lists too, half a minute.
 */
final class BayesianSpeed {

    private BayesianSpeed() {}

    static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CaptureTable uk5 = Tables.read(folder, "UKdat_5");
        CaptureTable uk = Tables.read(folder, "UKdat");
        CaptureTable orleans5 = Tables.read(folder, "NewOrl_5");
        CaptureTable orleans = Tables.read(folder, "NewOrl");
        graphs("graphs: UK, 5 lists (aim 0.03, dga 3.2)", uk5);
        graphs("graphs: three times as many cases (aim 0.1, dga 12.7 for as many)", tripled(uk5));
        steps("latent classes, a step: UK, 6 lists (aim 5.6, LCMCR 16.9)", uk);
        steps("latent classes, a step: New Orleans, 5 lists (aim 3.8, LCMCR 11.3)", orleans5);
        threshold("threshold: UK, 6 lists (peer 0.83 for 22,000 steps of one chain)", uk, ThresholdOptions.PROPER);
        threshold("threshold: UK, 5 lists, flat prior", uk5, ThresholdOptions.IMPROPER);
        threshold("threshold: New Orleans, 8 lists (peer 3.35, stood still)", orleans, ThresholdOptions.PROPER);
        latent("latent classes: UK, 6 lists; LCMCR 22,648 [12,611, 34,348]", uk);
        latent("latent classes: New Orleans, 5 lists; LCMCR 783 [558, 1,245]", orleans5);
        if (arguments.length > 1) {
            latent("latent classes: UK, 5 lists; LCMCR 22,796 [15,826, 35,188]", uk5);
        }
    }

    private static void graphs(String what, CaptureTable table) {
        Cpu.print(what, 20, () -> {
            PopulationQuantiles _ =
                    GraphAveraging.of(table, GraphOptions.USUAL, Run.of(1)).population();
        });
    }

    private static CaptureTable tripled(CaptureTable table) {
        return table.with(Arrays.stream(table.counts()).map(count -> 3 * count).toArray());
    }

    /** Microseconds of one step of one chain, the quickest of three runs. */
    private static void steps(String what, CaptureTable table) {
        ChainOptions lengths = new ChainOptions(4, 10_000, 1000, 30, 1000, 0);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            double before = Cpu.seconds();
            LatentEstimate _ = LatentClasses.of(table, LatentOptions.USUAL.with(lengths), Run.of(round));
            best = Math.min(best, (Cpu.seconds() - before) * 1e6 / (4.0 * lengths.steps()));
        }
        System.out.printf(Locale.ROOT, "%-84s %8.2f microseconds%n", what, best);
    }

    private static void threshold(String what, CaptureTable table, ThresholdOptions options) {
        double before = Cpu.seconds();
        ThresholdEstimate estimate = BayesianThreshold.of(table, options, Run.of(1));
        print(what, Cpu.seconds() - before, estimate.population());
    }

    private static void latent(String what, CaptureTable table) {
        double before = Cpu.seconds();
        LatentEstimate estimate = LatentClasses.of(table, LatentOptions.USUAL, Run.of(1));
        print(what, Cpu.seconds() - before, estimate.population());
        System.out.printf(
                Locale.ROOT,
                "    %,d steps a chain, R-hat %.3f, effective draws %.0f and %.0f in the tails%n",
                estimate.steps(),
                estimate.diagnosis().rHat(),
                estimate.diagnosis().bulkEss(),
                estimate.diagnosis().tailEss());
    }

    private static void print(String what, double seconds, PopulationQuantiles population) {
        System.out.printf(
                Locale.ROOT,
                "%-84s %8.2f s: %,.0f [%,.0f, %,.0f]%n",
                what,
                seconds,
                population.median(),
                population.lower95(),
                population.upper95());
    }
}
