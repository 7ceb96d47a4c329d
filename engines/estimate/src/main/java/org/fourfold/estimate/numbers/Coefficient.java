package org.fourfold.estimate.numbers;

/**
 * A coefficient of a regression whose link is the logarithm: its exponential is a ratio of rates.
 *
 * @param standardError of the estimate
 */
public record Coefficient(String name, double estimate, double standardError) {

    /** The estimate in standard errors. */
    public double z() {
        return estimate / standardError;
    }

    /** How often chance alone gives as much, by the normal distribution. */
    public double p() {
        return Tails.normalBothSides(z());
    }

    /** The ratio of rates for one unit more. */
    public double ratio() {
        return Math.exp(estimate);
    }

    /** The lower limit of the ratio. */
    public double lower(double level) {
        return Math.exp(estimate - Normal.quantile((1 + level) / 2) * standardError);
    }

    /** The upper limit of the ratio. */
    public double upper(double level) {
        return Math.exp(estimate + Normal.quantile((1 + level) / 2) * standardError);
    }
}
