package org.fourfold.estimate.policy;

import java.util.List;
import org.fourfold.estimate.numbers.Coefficient;

/**
 * What one source says.
 *
 * @param periodsBefore the policy
 * @param periodsAfter the policy's first period, this with it
 * @param byModel coefficients with the model's own errors
 * @param robust the same with Newey and West's errors as they are
 * @param lag of these, in periods
 * @param change of the level at the policy
 * @param residuals what the model has left unexplained
 * @param detectable what change the series could have shown
 * @param reporting what change in reporting would look the same
 * @param counterfactual what would have been expected without the policy
 * @param dates the same model at dates before the policy
 * @param places the same model at places without the policy
 */
public record SourceResult(
        String name,
        String origin,
        int periodsBefore,
        int periodsAfter,
        List<Coefficient> byModel,
        List<Coefficient> robust,
        int lag,
        Fit fit,
        Change change,
        Residuals residuals,
        Detectable detectable,
        Reporting reporting,
        Counterfactual counterfactual,
        Placebos dates,
        Placebos places) {

    /**
     * How well the model fits.
     *
     * @param theta of NB2; infinite for other models
     */
    public record Fit(CountModel model, double deviance, double logLikelihood, double aic, double theta) {}

    /** Which way a source says things went. */
    public enum Direction {
        DOWN,
        UP,
        NONE,
        /** It could not have shown the smallest change that matters. */
        TOO_LITTLE
    }

    /**
     * The change of the level.
     *
     * @param level logarithm of the ratio, with the largest of three errors
     * @param error which one that is
     * @param ratio of the rate with the policy to that without
     */
    public record Change(
            Coefficient level, ErrorKind error, double ratio, double lower, double upper, Direction direction) {}

    /**
     * The smallest change that would be seen eight times in ten.
     *
     * @param fall as a ratio below 1
     * @param rise as a ratio above 1
     */
    public record Detectable(double fall, double rise) {}

    /**
     * By what factor the share of cases that is reported would have to change at the policy to make the change alone.
     *
     * @param forAll of it: the ratio itself
     * @param forLimit to bring the interval to "no change": 1 where it holds that already
     */
    public record Reporting(double forAll, double forLimit) {}

    public SourceResult {
        byModel = List.copyOf(byModel);
        robust = List.copyOf(robust);
    }
}
