package org.fourfold.estimate.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.numbers.Quantiles;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * A series with the policy against what the same series with its controls would have become: {@link SpikeSlab} learns from the
 * periods before, each draw is carried on through the periods after, and what was observed less what was drawn is the effect.
 * Beside it the same by greatest likelihood with all controls ({@link LocalLevel}).
 */
final class StructuralSeries {

    /** The use of chance: chains. */
    private static final int CHAIN = 2;

    private static final int BURN_IN_MIN = 100;
    private static final double POWER = 0.8;

    private final StructuralQuestion question;
    private final int n;
    private final int all;
    private final int k;
    private final double mean;
    private final double deviation;
    private final double[] y;
    private final double[] controlMean;
    private final double[] controlDeviation;
    private final double[][] x;

    private StructuralSeries(StructuralQuestion question) {
        this.question = question;
        this.n = question.from();
        this.all = question.y().length;
        this.k = question.controls().size();
        this.mean = mean(question.y(), n);
        this.deviation = deviation(question.name(), question.y(), n);
        this.y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = (question.y()[t] - mean) / deviation;
        }
        this.controlMean = new double[k];
        this.controlDeviation = new double[k];
        this.x = new double[k][all];
        for (int j = 0; j < k; j++) {
            StructuralQuestion.Control control = question.controls().get(j);
            controlMean[j] = mean(control.values(), n);
            controlDeviation[j] = deviation(control.name(), control.values(), n);
            for (int t = 0; t < all; t++) {
                x[j][t] = (control.values()[t] - controlMean[j]) / controlDeviation[j];
            }
        }
    }

    private static double mean(double[] values, int n) {
        return Arrays.stream(values, 0, n).sum() / n;
    }

    private static double deviation(String name, double[] values, int n) {
        double mean = mean(values, n);
        double squares =
                Arrays.stream(values, 0, n).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / (n - 1));
        if (!(deviation > 1e-12 * Math.abs(mean))) {
            Problems problems = new Problems();
            problems.add(PolicyFault.TERMS_NOT_TOLD_APART, "", name);
            problems.refuse();
        }
        return deviation;
    }

    static StructuralResult of(StructuralQuestion question, Run run) {
        return new StructuralSeries(question).result(run);
    }

    /** What a chain leaves of its draws. */
    private static final class Kept {
        private final double[] effects;
        /** {@code periods × draws}. */
        private final double[][] predicted;

        private final int[] included;
        private final double[] coefficients;

        Kept(int draws, int periods, int controls) {
            effects = new double[draws];
            predicted = new double[periods][draws];
            included = new int[controls];
            coefficients = new double[controls];
        }
    }

    private Kept chain(int index, int draws, Run run) {
        SpikeSlab chain = new SpikeSlab(
                y,
                Arrays.stream(x).map(c -> Arrays.copyOf(c, n)).toArray(double[][]::new),
                question.options(),
                Chance.stream(run.seed(), CHAIN, 2L * index));
        var after = Chance.stream(run.seed(), CHAIN, 2L * index + 1);
        Kept kept = new Kept(draws, all, k);
        int burnIn = Math.max(BURN_IN_MIN, draws / 4);
        for (int d = -burnIn; d < draws; d++) {
            if ((d & 63) == 0) {
                run.goOn();
            }
            chain.sweep();
            if (d < 0) {
                continue;
            }
            double level = chain.level[n - 1];
            double sum = 0;
            for (int t = 0; t < all; t++) {
                level = t < n ? chain.level[t] : level + Math.sqrt(chain.step) * after.nextGaussian();
                double value = level;
                for (int j = 0; j < k; j++) {
                    value += chain.in[j] ? chain.beta[j] * x[j][t] : 0;
                }
                value += Math.sqrt(chain.observation) * after.nextGaussian();
                kept.predicted[t][d] = mean + deviation * value;
                sum += t < n ? 0 : question.y()[t] - kept.predicted[t][d];
            }
            kept.effects[d] = sum / (all - n);
            for (int j = 0; j < k; j++) {
                kept.included[j] += chain.in[j] ? 1 : 0;
                kept.coefficients[j] += chain.in[j] ? chain.beta[j] * deviation / controlDeviation[j] : 0;
            }
        }
        return kept;
    }

    private StructuralResult result(Run run) {
        StructuralOptions options = question.options();
        int chains = options.chains();
        int draws = options.draws() / chains;
        Kept[] kept = new Kept[chains];
        Workers.each(run, "chains", chains, () -> "", (desk, i) -> kept[i] = chain(i, draws, run));
        Problems problems = new Problems();
        Mixing mixing = mixing(kept, problems);
        double[] effects = Arrays.stream(kept)
                .flatMapToDouble(c -> Arrays.stream(c.effects))
                .toArray();
        Arrays.sort(effects);
        StructuralResult.Effect effect = effect(effects, 1);
        long below = Arrays.stream(effects).filter(e -> e < 0).count();
        DataDigest digest = new DataDigest();
        question.into(digest);
        return new StructuralResult(
                Provenance.of(digest, run),
                effect,
                effect(effects, all - n),
                relative(effects, effect),
                Math.min(below, effects.length - below) / (double) effects.length,
                periods(kept),
                inclusion(kept, effects.length),
                likelihood(),
                (Normal.quantile((1 + options.level()) / 2) + Normal.quantile(POWER)) * deviation(effects),
                mixing,
                problems.all());
    }

    private Mixing mixing(Kept[] kept, Problems problems) {
        Mixing mixing = Mixing.of(Arrays.stream(kept).map(c -> c.effects).toArray(double[][]::new));
        if (!mixing.isEnough()) {
            problems.add(
                    PolicyFault.CHAINS_DISAGREE,
                    question.name(),
                    Printed.two(mixing.rHat()),
                    Math.round(mixing.effective()));
        }
        problems.refuse();
        problems.add(PolicyFault.CONTROLS_MUST_BE_UNTOUCHED, "");
        return mixing;
    }

    private StructuralResult.Effect relative(double[] sorted, StructuralResult.Effect effect) {
        return question.isLog()
                ? new StructuralResult.Effect(
                        Math.expm1(effect.estimate()), Math.expm1(effect.lower()), Math.expm1(effect.upper()))
                : effect(sorted, 1 / (mean(question.y(), n, all) - effect.estimate()));
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum() / (to - from);
    }

    private static double deviation(double[] values) {
        double mean = mean(values, 0, values.length);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    private StructuralResult.Effect effect(double[] sorted, double factor) {
        double tail = (1 - question.options().level()) / 2;
        double a = factor * Quantiles.linear(sorted, tail);
        double b = factor * Quantiles.linear(sorted, 1 - tail);
        return new StructuralResult.Effect(factor * mean(sorted, 0, sorted.length), Math.min(a, b), Math.max(a, b));
    }

    private List<StructuralResult.Period> periods(Kept[] kept) {
        double tail = (1 - question.options().level()) / 2;
        List<StructuralResult.Period> made = new ArrayList<>();
        for (int t = 0; t < all; t++) {
            int at = t;
            double[] drawn = Arrays.stream(kept)
                    .flatMapToDouble(c -> Arrays.stream(c.predicted[at]))
                    .sorted()
                    .toArray();
            made.add(new StructuralResult.Period(
                    question.y()[t],
                    mean(drawn, 0, drawn.length),
                    Quantiles.linear(drawn, tail),
                    Quantiles.linear(drawn, 1 - tail)));
        }
        return made;
    }

    private List<StructuralResult.Inclusion> inclusion(Kept[] kept, int draws) {
        List<StructuralResult.Inclusion> made = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            int times = 0;
            double sum = 0;
            for (Kept chain : kept) {
                times += chain.included[j];
                sum += chain.coefficients[j];
            }
            made.add(new StructuralResult.Inclusion(
                    question.controls().get(j).name(), times / (double) draws, times > 0 ? sum / times : 0));
        }
        return made;
    }

    private Optional<StructuralResult.ByLikelihood> likelihood() {
        double[][] controls = question.controls().stream()
                .map(StructuralQuestion.Control::values)
                .toArray(double[][]::new);
        return new LocalLevel(question.y(), controls, n)
                .best(question.y(), controls)
                .map(best -> new StructuralResult.ByLikelihood(
                        best.logLikelihood(),
                        Math.sqrt(best.variance()),
                        best.step(),
                        LocalLevel.limits(best, question.options().level())));
    }
}
