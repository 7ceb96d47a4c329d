package org.fourfold.estimate.prevalence.loglinear;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fourfold.estimate.prevalence.Dip;
import org.fourfold.estimate.prevalence.Histogram;
import org.fourfold.estimate.prevalence.Limits;
import org.fourfold.estimate.run.Chance;
import org.fourfold.estimate.run.Run;
import org.fourfold.estimate.run.Workers;

/**
 * An estimate made again from tables drawn anew, the model chosen again in each.
 *
 * @param withoutEstimate replicates in which no model had an estimate: they count as without an upper end
 * @param bca bias-corrected and accelerated limits (Efron 1987)
 * @param percentile quantiles of the replicates as they are
 * @param studentisedLog bootstrap-t on the logarithm of the unseen (Hall 1988), each replicate with the error of its own model
 * @param dip whether the replicates lie around more than one number, as they do where the model flips
 * @param models the models that were chosen, most often chosen first
 * @param estimates one a replicate, in their order
 */
public record Bootstrap(
        int replicates,
        int withoutEstimate,
        double bias,
        double acceleration,
        Limits bca,
        Limits percentile,
        Limits studentisedLog,
        Histogram histogram,
        Dip dip,
        List<ModelShare> models,
        List<Double> estimates) {

    /** How often a model was chosen. */
    public record ModelShare(Interactions model, double share) {}

    public Bootstrap {
        models = List.copyOf(models);
        estimates = List.copyOf(estimates);
    }

    /** Estimates of replicates as they come. */
    private static final class Found {
        private final double[] population;
        private final double[] studentised;
        private final Interactions[] model;

        Found(int replicates) {
            population = new double[replicates];
            studentised = new double[replicates];
            model = new Interactions[replicates];
        }

        void put(int replicate, Chooser chosen, FittedModel original) {
            population[replicate] = chosen.population();
            studentised[replicate] = (chosen.logUnseen() - Math.log(original.unseen())) / chosen.logUnseenError();
            model[replicate] = chosen.model();
        }

        void none(int replicate) {
            population[replicate] = Double.POSITIVE_INFINITY;
            studentised[replicate] = Double.POSITIVE_INFINITY;
            model[replicate] = Interactions.NONE;
        }
    }

    /** One worker's scratch memory. */
    private static final class Desk {
        private final Chooser chooser;
        private final int[] counts;

        Desk(Chooser chooser, int histories) {
            this.chooser = chooser;
            counts = new int[histories];
        }
    }

    /**
     * Draws and estimates.
     *
     * @param part which use of chance this is, for {@link Chance}
     * @param original the estimate from the table itself
     */
    static Bootstrap of(
            Run run,
            int part,
            int[] counts,
            int replicates,
            FittedModel original,
            double acceleration,
            Supplier<Chooser> chooser) {
        Resampling resampling = new Resampling(counts);
        Found found = new Found(replicates);
        Workers.each(run, "bootstrap", replicates, () -> new Desk(chooser.get(), counts.length), (desk, i) -> {
            resampling.draw(Chance.stream(run.seed(), part, i), desk.counts);
            if (desk.chooser.choose(desk.counts)) {
                found.put(i, desk.chooser, original);
            } else {
                found.none(i);
            }
        });
        return summed(found, original, acceleration);
    }

    private static Bootstrap summed(Found found, FittedModel original, double acceleration) {
        double[] sorted = sorted(found.population);
        double[] t = sorted(found.studentised);
        Bca bca = Bca.of(sorted, original.population(), acceleration);
        double cases = original.population() - original.unseen();
        double[] finite = Arrays.stream(sorted).filter(Double::isFinite).toArray();
        return new Bootstrap(
                sorted.length,
                sorted.length - finite.length,
                bca.bias(),
                bca.acceleration(),
                Limits.of(share -> bca.limit(sorted, share)),
                Limits.of(share -> Bca.quantile(sorted, share)),
                Limits.of(share ->
                        cases + original.unseen() * Math.exp(-Bca.quantile(t, 1 - share) * original.logUnseenError())),
                Histogram.of(finite.length == 0 ? new double[] {original.population()} : sorted),
                Dip.of(finite.length == 0 ? new double[] {original.population()} : logs(finite)),
                shares(found.model),
                Arrays.stream(found.population).boxed().toList());
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static List<ModelShare> shares(Interactions[] chosen) {
        Map<Interactions, Long> times =
                Arrays.stream(chosen).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return times.entrySet().stream()
                .map(e -> new ModelShare(e.getKey(), (double) e.getValue() / chosen.length))
                .sorted(Comparator.comparingDouble(ModelShare::share)
                        .reversed()
                        .thenComparing(s -> s.model().toString()))
                .toList();
    }

    /** A quantile (type 8) of replicates in ascending order, of which the last may be infinite. */
    public static double quantile(double[] sorted, double share) {
        return Bca.quantile(sorted, share);
    }

    /** The share of replicates in which this model was chosen. */
    public double share(Interactions model) {
        return models.stream()
                .filter(s -> s.model().equals(model))
                .mapToDouble(ModelShare::share)
                .sum();
    }
}
