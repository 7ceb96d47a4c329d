package org.fourfold.estimate.prevalence.loglinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.numbers.Normal;
import org.fourfold.estimate.prevalence.Limits;

/**
 * A log-linear model fitted to a table.
 *
 * @param text the largest interactions by the lists' names, {@code LA:NG, PF:GP}; empty where lists are independent
 * @param population how many there are, those that some list has among them
 * @param logUnseenError standard error of the logarithm of {@link #unseen()}, given the model
 * @param parameters how many, intercept and those at minus infinity among them
 * @param deviance from the saturated model of the observable cells
 * @param bic with the number of cases as sample size
 */
public record FittedModel(
        Interactions model,
        String text,
        double population,
        double unseen,
        double logUnseenError,
        int parameters,
        double deviance,
        double aic,
        double bic,
        List<Coefficient> coefficients) {

    /** One parameter. {@code value} is minus infinity where nobody stands on all lists of {@code mask}; mask 0 is the intercept. */
    public record Coefficient(int mask, double value) {}

    public FittedModel {
        coefficients = List.copyOf(coefficients);
    }

    /** What the fit holds. */
    static FittedModel of(PoissonFit fit, Interactions model, List<String> lists) {
        List<Coefficient> coefficients = new ArrayList<>();
        coefficients.add(new Coefficient(0, fit.beta[0]));
        for (int list = 0; list < lists.size(); list++) {
            coefficients.add(new Coefficient(1 << list, fit.beta[1 << list]));
        }
        Arrays.stream(model.masks()).forEach(m -> coefficients.add(new Coefficient(m, fit.beta[m])));
        return new FittedModel(
                model,
                model.text(lists),
                fit.population(),
                fit.unseen(),
                fit.logUnseenError(),
                fit.model.count(),
                fit.deviance(),
                fit.aic(),
                fit.bic(),
                coefficients);
    }

    /** Limits from the model alone, as if it had not been chosen: normal on the logarithm of the unseen. */
    public Limits limits() {
        return Limits.of(share -> population - unseen + unseen * Math.exp(Normal.quantile(share) * logUnseenError));
    }
}
