package org.fourfold.bench.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.policy.CountModel;
import org.fourfold.estimate.policy.EventStudyOptions;
import org.fourfold.estimate.policy.Panel;
import org.fourfold.estimate.policy.Policy;
import org.fourfold.estimate.policy.PolicyEffect;
import org.fourfold.estimate.policy.PolicyQuestion;
import org.fourfold.estimate.policy.SegmentedOptions;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.Source;
import org.fourfold.estimate.policy.SourceResult;
import org.fourfold.estimate.policy.Step;
import org.fourfold.estimate.policy.StructuralOptions;
import org.fourfold.estimate.policy.StructuralQuestion;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;

/**
 * CPU seconds of policy evaluation on invented series, beside those recorded for statsmodels, and how often nominal 95 % intervals
 * hold a known truth: 1,000 series of 96 months for each model and dependence. No arguments.
 */
final class PolicySpeed {

    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final Policy POLICY = new Policy("policy", LocalDate.of(2018, 1, 1));
    private static final int SAMPLES = 1000;

    private PolicySpeed() {}

    static void main() {
        RandomGenerator random = Chance.stream(1, 1, 0);
        Series series = drawn(random, "a", 100, 0);
        for (CountModel model : CountModel.values()) {
            PolicyQuestion one = question(series, model, List.of(LocalDate.of(2016, 1, 1)));
            Cpu.print(
                    model + ", fit, placebo, residuals, counterfactual of 2,000 draws", 200, () -> used(PolicyEffect.of(one, Run.of(1))));
        }
        PolicyQuestion full = question(series, CountModel.QUASI_POISSON, List.of());
        Cpu.print("the same with 37 placebo dates, each a fit (a GLM of statsmodels: 0.004)", 200, () -> used(PolicyEffect.of(full, Run.of(1))));
        StructuralQuestion structural = structural(random, 1, 1000);
        Cpu.print("structural series, 100 periods, 1 control, 1,000 draws (statsmodels, 2,000 simulations: 2.5)", 20, () -> used(PolicyEffect.against(structural, Run.of(1))));
        StructuralQuestion wide = structural(random, 10, 4000);
        Cpu.print("structural series, 100 periods, 10 controls, 4,000 draws", 20, () -> used(PolicyEffect.against(wide, Run.of(1))));
        Panel panel = panel(random);
        Cpu.print("event study, 32 places, 60 months, 5 cohorts", 5, () -> used(PolicyEffect.staggered(panel, EventStudyOptions.usual(), Run.of(1))));
        for (CountModel model : CountModel.values()) {
            for (double shocks : new double[] {0, 0.15}) {
                coverage(model, shocks);
            }
        }
    }

    private static void coverage(CountModel model, double shocks) {
        int held = 0;
        for (int s = 0; s < SAMPLES; s++) {
            Series series = drawn(Chance.stream(2, 1, s), "a", 100, shocks);
            SourceResult.Change change = PolicyEffect.of(
                            question(series, model, List.of(LocalDate.of(2016, 1, 1))), Run.of(1))
                    .sources()
                    .getFirst()
                    .change();
            held += change.lower() <= 0.8 && 0.8 <= change.upper() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT, "coverage of 95 %%: %s, months %s: %.3f%n", model, shocks > 0 ? "dependent" : "independent", held / (double) SAMPLES);
    }

    private static PolicyQuestion question(Series series, CountModel model, List<LocalDate> placebos) {
        return new PolicyQuestion(
                POLICY,
                List.of(new Source("origin", series)),
                List.of(),
                placebos,
                new SegmentedOptions(model, 2, false, OptionalInt.empty()),
                0.95,
                0.2);
    }

    private static Series drawn(RandomGenerator random, String name, double rate, double shocks) {
        double[] counts = new double[96];
        double shock = 0;
        for (int t = 0; t < counts.length; t++) {
            shock = 0.5 * shock + shocks * random.nextGaussian();
            double log = 0.002 * t + 0.15 * Math.sin(t * Math.PI / 6) + shock;
            counts[t] = poisson(random, rate * Math.exp(log) * (t >= 48 ? 0.8 : 1));
        }
        return Series.of(name, Step.MONTH, FIRST, counts, new double[0]);
    }

    private static double poisson(RandomGenerator random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static StructuralQuestion structural(RandomGenerator random, int controls, int draws) {
        double[] y = new double[100];
        double[][] x = new double[controls][100];
        double level = 10;
        for (int t = 0; t < 100; t++) {
            level += 0.1 * random.nextGaussian();
            y[t] = level + random.nextGaussian();
            for (int j = 0; j < controls; j++) {
                x[j][t] = random.nextGaussian();
                y[t] += j == 0 ? x[j][t] : 0;
            }
        }
        List<StructuralQuestion.Control> made = new ArrayList<>();
        for (int j = 0; j < controls; j++) {
            made.add(new StructuralQuestion.Control("x" + j, x[j]));
        }
        return new StructuralQuestion("y", y, made, 70, false, new StructuralOptions(3, 0.05, 2, draws, 0.95));
    }

    private static Panel panel(RandomGenerator random) {
        List<Panel.Place> places = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            double[] counts = new double[60];
            for (int t = 0; t < 60; t++) {
                counts[t] = poisson(random, 40);
            }
            places.add(new Panel.Place(
                    Series.of("place " + i, Step.MONTH, FIRST, counts, new double[0]),
                    i < 20 ? Optional.of(FIRST.plusMonths(24 + 5L * (i % 5))) : Optional.empty()));
        }
        return new Panel(places);
    }

    /** A result that nobody looks at might never be made. */
    private static void used(Object result) {
        if (result.hashCode() == 42) {
            System.out.println();
        }
    }
}
