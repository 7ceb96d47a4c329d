package org.fourfold.estimate.hotspots;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What the observed windows were held against: the largest log-likelihood ratios of data sets without clusters.
 *
 * @param asked how many replicates were asked for
 * @param done how many count; fewer than asked where enough had reached the observed maximum
 * @param stopAfter the number of those, as asked; 0 for none
 * @param maxima one a replicate, in their order
 */
public record MonteCarlo(int asked, int done, int stopAfter, List<Double> maxima) {

    public MonteCarlo {
        maxima = List.copyOf(maxima);
    }

    private static final double EULER = 0.5772156649015329;
    /** A ratio that is less by rounding alone is no less. */
    private static final double ROUNDING = 1e-10;

    /** Whether it ended before all that were asked for. */
    public boolean stoppedEarly() {
        return done < asked;
    }

    /** How many replicates reach a ratio. */
    public int reached(double ratio) {
        double least = ratio - ROUNDING * (1 + ratio);
        return (int) values().filter(m -> m >= least).count();
    }

    /**
     * How likely so much is by chance anywhere: the rank among the replicates over their number and one; where the replicates
     * ended early and this ratio ended them, those that reached it over all (Besag, Clifford 1991). Empty without replicates.
     */
    public OptionalDouble p(double ratio) {
        if (done == 0) {
            return OptionalDouble.empty();
        }
        int reached = reached(ratio);
        return OptionalDouble.of(
                stoppedEarly() && reached <= stopAfter ? (double) reached / done : (reached + 1.0) / (done + 1.0));
    }

    /**
     * The same from a Gumbel distribution with the replicates' mean and variance (Abrams, Kulldorff, Kleinman 2010): an
     * approximation that tells apart what fewer replicates cannot. Empty below 99 replicates.
     */
    public OptionalDouble gumbelP(double ratio) {
        if (done < 99) {
            return OptionalDouble.empty();
        }
        double mean = values().average().orElseThrow();
        double variance = values().map(m -> (m - mean) * (m - mean)).sum() / (done - 1);
        double scale = Math.sqrt(6 * variance) / Math.PI;
        return scale == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(-Math.expm1(-Math.exp(-(ratio - (mean - EULER * scale)) / scale)));
    }

    /** The ratio that a share {@code level} of the replicates reaches, as far as they tell; empty where they are too few. */
    public OptionalDouble critical(double level) {
        int rank = (int) Math.floor(level * (done + 1));
        double[] sorted = values().sorted().toArray();
        return rank < 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted[done - rank]);
    }

    private DoubleStream values() {
        return maxima.stream().mapToDouble(Double::doubleValue);
    }
}
