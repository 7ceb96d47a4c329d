package org.fourfold.estimate.prevalence.bayes;

import java.util.List;
import org.fourfold.estimate.prevalence.chains.Diagnosis;
import org.fourfold.estimate.prevalence.chains.PopulationQuantiles;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What Bayesian thresholding says.
 *
 * @param population how many persons there are, those on the lists and the expected number of those on none
 * @param dependences of all pairs of lists
 * @param others what would be said had a dependence near the threshold fallen on its other side
 * @param diagnosis of the number of persons, in the second fit
 * @param acceptance share of steps taken in the second fit
 * @param firstWorst the worst of the dependences in the first fit: largest R-hat, fewest effective draws
 * @param firstAcceptance share of steps taken in the first fit
 * @param draws of the number of persons, a row for each chain
 */
public record ThresholdEstimate(
        PopulationQuantiles population,
        List<Dependence> dependences,
        List<Other> others,
        Diagnosis diagnosis,
        double acceptance,
        Diagnosis firstWorst,
        double firstAcceptance,
        List<double[]> draws,
        List<Problem> cautions,
        Provenance provenance) {

    public ThresholdEstimate {
        dependences = List.copyOf(dependences);
        others = List.copyOf(others);
        draws = List.copyOf(draws);
        cautions = List.copyOf(cautions);
    }

    /**
     * The answer had one dependence met the other fate.
     *
     * @param dependence as it was judged
     */
    public record Other(Dependence dependence, PopulationQuantiles population) {}
}
