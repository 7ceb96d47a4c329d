package org.fourfold.estimate.prevalence.strata;

import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * Estimates stratum by stratum.
 *
 * @param strata in the order given
 * @param sum of all strata, which vary independently; empty when one of them has no estimate
 */
public record StratifiedEstimate(
        List<Stratum> strata, Optional<Replicates> sum, List<Problem> cautions, Provenance provenance) {

    public StratifiedEstimate {
        strata = List.copyOf(strata);
        cautions = List.copyOf(cautions);
    }

    /** The quantiles of the sum. */
    public Optional<PopulationQuantiles> population() {
        return sum.map(Replicates::population);
    }

    /**
     * One stratum.
     *
     * @param cases how many persons the lists have
     * @param estimate empty when none may be given
     * @param why none may be given; else empty
     */
    public record Stratum(String name, int cases, Optional<Replicates> estimate, List<Problem> why) {
        public Stratum {
            why = List.copyOf(why);
        }
    }
}
