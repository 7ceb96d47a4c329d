package org.fourfold.estimate.hotspots;

import java.util.List;
import org.fourfold.estimate.run.DataDigest;

/**
 * What cases are held against, by cell; an empty array where it was not given.
 *
 * @param source where the population, the controls or the expected numbers come from, in words
 * @param population persons at risk
 * @param weights population times reporting effort times the rate of each stratum: what cases are expected in proportion to
 * @param controls who could have been a case and is none
 * @param expected cases expected, as given
 * @param effort reporting effort, relative
 * @param adjustedFor what the strata are: {@code age}, {@code sex}; empty where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // summed up in inner loops, never compared
record Denominators(
        String source,
        double[] population,
        double[] weights,
        int[] controls,
        double[] expected,
        double[] effort,
        List<String> adjustedFor) {

    boolean hasPopulation() {
        return population.length > 0;
    }

    void into(DataDigest digest) {
        digest.text(source)
                .numbers(population)
                .numbers(weights)
                .numbers(expected)
                .numbers(effort);
        digest.whole(controls.length);
        for (int count : controls) {
            digest.whole(count);
        }
        adjustedFor.forEach(digest::text);
    }
}
