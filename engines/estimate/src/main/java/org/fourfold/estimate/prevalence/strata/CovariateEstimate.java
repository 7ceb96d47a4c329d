package org.fourfold.estimate.prevalence.strata;

import java.util.List;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * An estimate with covariates.
 *
 * @param population point and bootstrap replicates
 * @param levels each value of each covariate, in their order
 * @param terms how many parameters the model has
 */
public record CovariateEstimate(
        Replicates population, List<Level> levels, int terms, List<Problem> cautions, Provenance provenance) {

    public CovariateEstimate {
        levels = List.copyOf(levels);
        cautions = List.copyOf(cautions);
    }

    /**
     * How many persons have a value of a covariate, with those on no list.
     *
     * @param point the estimate; of those whose value no list knows, the share that the model expects
     * @param spread quantiles of the bootstrap
     */
    public record Level(String covariate, String level, double point, PopulationQuantiles spread) {}
}
