package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.run.Problem;

/**
 * How rates of one kind of exit differ with characteristics.
 *
 * <p>A rate is among those still there. What it means for shares depends on the other exits as well: {@link FineGray} speaks of
 * shares, and no share is made from this fit.
 *
 * @param coefficients logarithms of ratios of rates
 * @param logLikelihoodNull with all coefficients nought
 * @param logLikelihood at the coefficients
 * @param scoreStatistic of all being nought; chi-squared with as many degrees of freedom as coefficients
 * @param proportionality whether each effect changes with time
 * @param cautions what a reader must know
 */
public record CoxFit(
        CoxTies ties,
        List<Coefficient> coefficients,
        double logLikelihoodNull,
        double logLikelihood,
        double scoreStatistic,
        ProportionalityTest proportionality,
        List<Problem> cautions) {

    public CoxFit {
        coefficients = List.copyOf(coefficients);
        cautions = List.copyOf(cautions);
    }
}
