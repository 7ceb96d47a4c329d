package org.fourfold.bench.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.policy.CountModel;
import org.fourfold.estimate.policy.EventStudyOptions;
import org.fourfold.estimate.policy.Panel;
import org.fourfold.estimate.policy.PolicyEffect;
import org.fourfold.estimate.policy.PolicyQuestion;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.Step;
import org.fourfold.estimate.policy.StructuralOptions;
import org.fourfold.estimate.policy.StructuralQuestion;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;

/**
 * CPU seconds of policy evaluation on invented series, beside those recorded for statsmodels. No arguments.
 */
final class PolicySpeed {

    private PolicySpeed() {}

    static void main() {
        RandomGenerator random = Chance.stream(1, 1, 0);
        Series series = InventedSeries.drawn(random, "a", 100, 0);
        for (CountModel model : CountModel.values()) {
            PolicyQuestion one = InventedSeries.question(series, model, List.of(LocalDate.of(2016, 1, 1)));
            Cpu.print(
                    model + ", fit, placebo, residuals, counterfactual of 2,000 draws",
                    200,
                    () -> used(PolicyEffect.of(one, Run.of(1))));
        }
        PolicyQuestion full = InventedSeries.question(series, CountModel.QUASI_POISSON, List.of());
        Cpu.print(
                "the same with 37 placebo dates, each a fit (a GLM of statsmodels: 0.004)",
                200,
                () -> used(PolicyEffect.of(full, Run.of(1))));
        StructuralQuestion structural = structural(random, 1, 1000);
        Cpu.print(
                "structural series, 100 periods, 1 control, 1,000 draws (statsmodels, 2,000 simulations: 2.5)",
                20,
                () -> used(PolicyEffect.against(structural, Run.of(1))));
        StructuralQuestion wide = structural(random, 10, 4000);
        Cpu.print(
                "structural series, 100 periods, 10 controls, 4,000 draws",
                20,
                () -> used(PolicyEffect.against(wide, Run.of(1))));
        Panel panel = panel(random);
        Cpu.print(
                "event study, 32 places, 60 months, 5 cohorts",
                5,
                () -> used(PolicyEffect.staggered(panel, EventStudyOptions.usual(), Run.of(1))));
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
                counts[t] = InventedSeries.poisson(random, 40);
            }
            places.add(new Panel.Place(
                    Series.of("place " + i, Step.MONTH, InventedSeries.FIRST, counts, new double[0]),
                    i < 20 ? Optional.of(InventedSeries.FIRST.plusMonths(24 + 5L * (i % 5))) : Optional.empty()));
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
