package org.fourfold.bench.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.estimate.funnel.Covariates;
import org.fourfold.estimate.funnel.Cox;
import org.fourfold.estimate.funnel.CoxTies;
import org.fourfold.estimate.funnel.Exits;
import org.fourfold.estimate.funnel.FineGray;
import org.fourfold.estimate.funnel.GrayTest;
import org.fourfold.estimate.funnel.LimitKind;
import org.fourfold.estimate.funnel.RankTest;
import org.fourfold.estimate.funnel.ShareAt;
import org.fourfold.estimate.funnel.Shares;
import org.fourfold.estimate.funnel.StillOpen;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.policy.CountModel;
import org.fourfold.estimate.policy.EventStudyOptions;
import org.fourfold.estimate.policy.EventStudyResult;
import org.fourfold.estimate.policy.Panel;
import org.fourfold.estimate.policy.PolicyEffect;
import org.fourfold.estimate.policy.Series;
import org.fourfold.estimate.policy.SourceResult;
import org.fourfold.estimate.policy.Step;
import org.fourfold.estimate.policy.StructuralOptions;
import org.fourfold.estimate.policy.StructuralQuestion;
import org.fourfold.estimate.policy.StructuralResult;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.RefusedException;
import org.fourfold.estimate.run.Run;

/** How often nominal 95 % intervals of funnel and policy hold a known truth, and tests of size 5 % reject it. No arguments. */
final class FunnelPolicyCoverage {

    private static final int MANY = 2000;
    private static final int SOME = 300;

    private FunnelPolicyCoverage() {}

    static void main() {
        funnel();
        for (CountModel model : CountModel.values()) {
            print(model + ", level of independent months", MANY / 2, s -> level(model, s, 0));
            print(model + ", level of months that depend on each other", MANY / 2, s -> level(model, s, 0.15));
        }
        print(
                "structural series, 10 controls of which 2 matter, by draws",
                SOME,
                s -> holds(structural(s).mean()));
        print(
                "structural series, by likelihood with all controls",
                SOME,
                s -> holds(structural(s).likelihood().orElseThrow().mean()));
        print("event study, 12 adopting places in 3 cohorts and 8 others, all cells after", SOME, s -> {
            EventStudyResult.Cell after = PolicyEffect.staggered(panel(s), EventStudyOptions.usual(), Run.of(1))
                    .after();
            return after.lower() <= 0.8 && 0.8 <= after.upper();
        });
    }

    private static void print(String what, int samples, IntPredicate holds) {
        int held = 0;
        int refused = 0;
        for (int s = 0; s < samples; s++) {
            try {
                held += holds.test(s) ? 1 : 0;
            } catch (RefusedException e) {
                refused++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-84s %.3f of %d, %d refused%n",
                what,
                held / (double) (samples - refused),
                samples - refused,
                refused);
    }

    /** Way 1 with rate 1, way 2 with rate 2, seen for up to 1: at 0.5 way 1 has (1 - e^-1.5) / 3, none e^-1.5. */
    private static void funnel() {
        double share = -Math.expm1(-1.5) / 3;
        for (int n : new int[] {50, 500}) {
            print(
                    "share of one of two ways out, " + n + " cases",
                    MANY,
                    s -> holds(Shares.of(exits(s, n, 0)).at(1, 0.5, 0.95), share));
            for (LimitKind kind : LimitKind.values()) {
                print(
                        "share still there, limits " + kind + ", " + n + " cases",
                        MANY,
                        s -> holds(StillOpen.of(exits(s, n, 0)).at(0.5, 0.95, kind), Math.exp(-1.5)));
            }
            print(
                    "Cox, Efron, effect 0.5, " + n + " cases",
                    MANY,
                    s -> holds(
                            Cox.fit(exits(s, n, 0.5), 1, group(n), new int[0], CoxTies.EFRON)
                                    .coefficients()
                                    .getFirst(),
                            0.5));
            print(
                    "Fine-Gray, no effect, " + n + " cases",
                    MANY,
                    s -> holds(
                            FineGray.fit(exits(s, n, 0), 1, group(n))
                                    .coefficients()
                                    .getFirst(),
                            0));
            print(
                    "log-rank rejects no difference, " + n + " cases",
                    MANY,
                    s -> RankTest.logRank(exits(s, n, 0), 1, halves(n), new int[0])
                                    .p()
                            < 0.05);
            print(
                    "Gray rejects no difference, " + n + " cases",
                    MANY,
                    s -> GrayTest.of(exits(s, n, 0), 1, halves(n), new int[0]).p() < 0.05);
        }
    }

    private static boolean holds(ShareAt share, double truth) {
        return share.lower() <= truth && truth <= share.upper();
    }

    private static boolean holds(Coefficient found, double truth) {
        return Math.log(found.lower(0.95)) <= truth && truth <= Math.log(found.upper(0.95));
    }

    private static boolean holds(StructuralResult.Effect effect) {
        return effect.lower() <= 0 && 0 <= effect.upper();
    }

    private static int[] halves(int n) {
        return IntStream.range(0, n).map(i -> i & 1).toArray();
    }

    private static Covariates group(int n) {
        return Covariates.of(
                List.of("group"), IntStream.range(0, n).mapToDouble(i -> i & 1).toArray());
    }

    private static Exits exits(int sample, int n, double effect) {
        RandomGenerator random = Chance.stream(1, n, sample);
        double[] exit = new double[n];
        int[] kind = new int[n];
        for (int i = 0; i < n; i++) {
            double first = random.nextExponential() / Math.exp(effect * (i & 1));
            double second = random.nextExponential() / 2;
            double seen = random.nextDouble();
            exit[i] = Math.min(seen, Math.min(first, second));
            kind[i] = exit[i] == seen ? Exits.OPEN : exit[i] == first ? 1 : 2;
        }
        return Exits.of(List.of("one", "two"), exit, kind);
    }

    private static boolean level(CountModel model, int sample, double shocks) {
        Series series = InventedSeries.drawn(Chance.stream(2, 1, sample), "a", 100, shocks);
        SourceResult.Change change = PolicyEffect.of(
                        InventedSeries.question(series, model, List.of(LocalDate.of(2016, 1, 1))), Run.of(1))
                .sources()
                .getFirst()
                .change();
        return change.lower() <= 0.8 && 0.8 <= change.upper();
    }

    private static StructuralResult structural(int sample) {
        RandomGenerator random = Chance.stream(3, 1, sample);
        double[] y = new double[80];
        double[][] x = new double[10][80];
        double level = 10;
        for (int t = 0; t < 80; t++) {
            level += 0.15 * random.nextGaussian();
            for (int j = 0; j < 10; j++) {
                x[j][t] = (t == 0 ? 0 : 0.7 * x[j][t - 1]) + random.nextGaussian();
            }
            y[t] = level + x[0][t] - 0.8 * x[1][t] + random.nextGaussian();
        }
        List<StructuralQuestion.Control> controls = new ArrayList<>();
        for (int j = 0; j < 10; j++) {
            controls.add(new StructuralQuestion.Control("x" + j, x[j]));
        }
        return PolicyEffect.against(
                new StructuralQuestion("y", y, controls, 60, false, new StructuralOptions(3, 0.1, 4, 4000, 0.95)),
                Run.of(sample));
    }

    private static Panel panel(int sample) {
        RandomGenerator random = Chance.stream(4, 1, sample);
        List<Panel.Place> places = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int from = i < 12 ? 18 + 6 * (i % 3) : 60;
            double rate = 20 + 60 * random.nextDouble();
            double[] counts = new double[60];
            for (int t = 0; t < 60; t++) {
                counts[t] = InventedSeries.poisson(
                        random, rate * (1 + 0.2 * Math.sin(t * Math.PI / 6)) * (t >= from ? 0.8 : 1));
            }
            places.add(new Panel.Place(
                    Series.of("place " + i, Step.MONTH, InventedSeries.FIRST, counts, new double[0]),
                    from < 60 ? Optional.of(InventedSeries.FIRST.plusMonths(from)) : Optional.empty()));
        }
        return new Panel(places);
    }
}
