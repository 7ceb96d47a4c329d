package org.fourfold.estimate.prevalence.latent;

import java.util.List;
import org.fourfold.estimate.prevalence.chains.Diagnosis;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What latent classes say.
 *
 * @param population how many persons there are, with those on no list
 * @param diagnosis whether the chains may be believed
 * @param draws of the number of persons, a row for each chain: for the picture of the chains and of the posterior
 * @param steps of each chain, those of burning in with them
 * @param classesInUse how many classes had a person, on average
 */
public record LatentEstimate(
        PopulationQuantiles population,
        Diagnosis diagnosis,
        List<double[]> draws,
        long steps,
        double classesInUse,
        List<Problem> cautions,
        Provenance provenance) {

    public LatentEstimate {
        draws = List.copyOf(draws);
        cautions = List.copyOf(cautions);
    }
}
