package org.fourfold.estimate.prevalence.chains;

import java.util.Arrays;
import org.fourfold.estimate.numbers.Quantiles;

/**
 * A posterior distribution of the number of persons, those on the lists with them.
 *
 * @param lower95 a share of .025 lies below
 * @param lower80 a share of .1 lies below
 * @param upper80 a share of .9 lies below
 * @param upper95 a share of .975 lies below
 */
public record PopulationQuantiles(
        double lower95, double lower80, double median, double upper80, double upper95, double mean) {

    private static final double[] SHARES = {.025, .1, .5, .9, .975};

    /** Which shares lie below, in the record's order. */
    public static double[] shares() {
        return SHARES.clone();
    }

    /** Of draws in any order; type 7. */
    public static PopulationQuantiles of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double[] at = Arrays.stream(SHARES)
                .map(share -> Quantiles.linear(sorted, share))
                .toArray();
        return of(at, Arrays.stream(draws).average().orElseThrow());
    }

    /** Of the quantiles at {@link #shares}. */
    public static PopulationQuantiles of(double[] at, double mean) {
        return new PopulationQuantiles(at[0], at[1], at[2], at[3], at[4], mean);
    }
}
