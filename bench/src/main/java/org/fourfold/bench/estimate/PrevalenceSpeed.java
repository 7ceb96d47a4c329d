package org.fourfold.bench.estimate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.Prevalence;
import org.fourfold.estimate.prevalence.loglinear.ByCriterion;
import org.fourfold.estimate.prevalence.loglinear.Interactions;
import org.fourfold.estimate.prevalence.loglinear.LogLinear;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Run;

/**
 * CPU seconds of log-linear estimates on published tables, one thread, beside those recorded for SparseMSE 2.0.2 and
 * MultipleSystemsEstimation 1.2.0.
 *
 * <p>Arguments: the folder with the tables; {@code all} to make the exhaustive bootstraps too, half a minute each. What is timed is done
 * five times, the first (the virtual machine still cold) and the quickest are told.
 */
final class PrevalenceSpeed {

    private static final Run ONE_THREAD = Run.of(1234);

    private PrevalenceSpeed() {}

    static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CaptureTable uk5 = Tables.read(folder, "UKdat_5");
        CaptureTable uk = Tables.read(folder, "UKdat");
        CaptureTable orleans = Tables.read(folder, "NewOrl");
        Interactions model = Interactions.of(3, 5, 10, 18, 20, 24);
        System.out.println("CPU seconds                                              first   best    aim    peer");
        time("10,000 fits of 31 cells, 12 parameters, with verdict", 0.2, Double.NaN, 5, () -> fits(uk5, model));
        time("stepwise, BCa of 1,000: UK, 5 lists", 1.3, 130.9, 5, () -> stepwise(uk5));
        time("stepwise, BCa of 1,000: UK, 6 lists", 2, 282, 5, () -> stepwise(uk));
        time("stepwise, BCa of 1,000: New Orleans, 8 lists", 8, 764, 5, () -> stepwise(orleans));
        time("Schwarz: UK, 5 lists, 6,212 models", 0.5, 17.3, 5, () -> ranked(uk5));
        time("Schwarz, top 100, BCa of 1,000: UK, 5 lists", 3, 151.6, 5, () -> criterion(uk5, 3, 100));
        time(
                "panel with all checks: UK, 5 lists",
                Double.NaN,
                Double.NaN,
                2,
                () -> Prevalence.estimate(uk5, ONE_THREAD));
        if (arguments.length > 1) {
            exhaustive("UK, 5 lists, order 2; published [11456, 43894]", uk5, 2);
            exhaustive("UK, 5 lists, order 4; published [11168, 56052]", uk5, 4);
        }
    }

    private static Object fits(CaptureTable table, Interactions model) {
        // The face reads the table anew each time; a fit alone is quicker.
        Object last = model;
        for (int i = 0; i < 10_000; i++) {
            last = LogLinear.fit(table, model);
        }
        return last;
    }

    private static Object stepwise(CaptureTable table) {
        return Stepwise.estimate(table, Stepwise.Options.USUAL, ONE_THREAD);
    }

    private static Object ranked(CaptureTable table) {
        return ByCriterion.rank(table, new ByCriterion.Options(3, 100, 1000, 0), ONE_THREAD);
    }

    private static ByCriterion.Estimate criterion(CaptureTable table, int order, int top) {
        return ByCriterion.estimate(table, new ByCriterion.Options(order, top, 1000, 0), ONE_THREAD);
    }

    /** Every replicate chooses among all models. */
    private static void exhaustive(String what, CaptureTable table, int order) {
        long before = cpu();
        ByCriterion.Estimate estimate = criterion(table, order, ByCriterion.Options.ALL);
        double inHundred = estimate.bootstrap().models().stream()
                .filter(s -> estimate.ranking().best().stream()
                        .anyMatch(r -> r.model().equals(s.model())))
                .mapToDouble(s -> s.share())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "exhaustive bootstrap of 1,000: %s: %.1f s; BCa [%.0f, %.0f]; best again %.0f, in the first 100 %.0f%n",
                what,
                (cpu() - before) / 1e9,
                estimate.bootstrap().bca().lower95(),
                estimate.bootstrap().bca().upper95(),
                1000 * estimate.bootstrap().share(estimate.fitted().model()),
                1000 * inHundred);
    }

    private static void time(String what, double aim, double peer, int times, Supplier<Object> work) {
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long before = cpu();
            Object made = work.get();
            double seconds = (cpu() - before) / 1e9;
            if (made.hashCode() == 42) {
                System.out.println();
            }
            first = i == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        System.out.printf(Locale.ROOT, "%-54s %7.3f %7.3f %6.1f %7.1f%n", what, first, best, aim, peer);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
