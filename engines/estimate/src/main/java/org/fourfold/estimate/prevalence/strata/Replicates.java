package org.fourfold.estimate.prevalence.strata;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.bayes.ThresholdEstimate;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.prevalence.graphs.GraphAverage;
import org.fourfold.estimate.prevalence.latent.LatentEstimate;

/**
 * An estimate and how it varies: draws of a posterior or of a bootstrap.
 *
 * @param point the number of persons that would be named
 * @param draws of the number of persons, any order, at least 100
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
public record Replicates(double point, double[] draws) {

    private static final int DRAWS_MIN = 100;

    public Replicates {
        if (draws.length < DRAWS_MIN) {
            throw new IllegalArgumentException("draws: " + draws.length + "; at least " + DRAWS_MIN);
        }
        draws = draws.clone();
    }

    public static Replicates of(LatentEstimate estimate) {
        return new Replicates(estimate.population().median(), joined(estimate.draws()));
    }

    public static Replicates of(ThresholdEstimate estimate) {
        return new Replicates(estimate.population().median(), joined(estimate.draws()));
    }

    /** Draws from the curve of an exact posterior. */
    public static Replicates of(GraphAverage average, int count, RandomGenerator random) {
        int points = average.curve().size();
        double[] at = new double[points];
        double[] below = new double[points];
        for (int i = 0; i < points; i++) {
            at[i] = average.curve().get(i).population();
            double mean = i == 0
                    ? 0
                    : 0.5
                            * (average.curve().get(i).probability()
                                    + average.curve().get(i - 1).probability());
            below[i] = i == 0 ? average.curve().getFirst().probability() : below[i - 1] + mean * (at[i] - at[i - 1]);
        }
        double[] draws = new double[count];
        for (int d = 0; d < count; d++) {
            double share = random.nextDouble() * below[points - 1];
            int found = Arrays.binarySearch(below, share);
            int next = Math.clamp(found < 0 ? -found - 1 : found, 1, points - 1);
            double width = below[next] - below[next - 1];
            double part = width > 0 ? Math.clamp((share - below[next - 1]) / width, 0, 1) : 0;
            draws[d] = Math.rint(at[next - 1] + part * (at[next] - at[next - 1]));
        }
        return new Replicates(average.population().median(), draws);
    }

    /** The quantiles of the draws. */
    public PopulationQuantiles population() {
        return PopulationQuantiles.of(draws);
    }

    private static double[] joined(java.util.List<double[]> chains) {
        return chains.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
