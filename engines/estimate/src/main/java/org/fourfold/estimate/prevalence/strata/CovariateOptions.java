package org.fourfold.estimate.prevalence.strata;

import java.util.List;

/**
 * How an estimate with covariates is made.
 *
 * @param dependences pairs of lists that depend on each other beyond the covariates, as masks
 * @param replicates of the bootstrap, from 100
 */
public record CovariateOptions(List<Integer> dependences, int replicates) {

    public static final CovariateOptions USUAL = new CovariateOptions(List.of(), 500);

    public CovariateOptions {
        dependences = List.copyOf(dependences);
        if (replicates < 100 || replicates > 100_000) {
            throw new IllegalArgumentException("replicates: " + replicates + "; from 100 to 100,000");
        }
        if (dependences.stream().anyMatch(pair -> Integer.bitCount(pair) != 2)) {
            throw new IllegalArgumentException("a dependence is one of two lists");
        }
    }
}
