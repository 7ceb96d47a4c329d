package org.fourfold.estimate.prevalence;

/**
 * Where the number may lie, in persons: four times in five between the first two, nineteen times in twenty between the others, if the
 * method's assumptions hold. A limit is infinite where the data set none.
 */
public record Limits(double lower80, double upper80, double lower95, double upper95) {

    /** What a method says of one share of the probability, from the lower end: 0.025, 0.1, 0.9, 0.975. */
    @FunctionalInterface
    public interface Quantile {
        double at(double share);
    }

    public static Limits of(Quantile quantile) {
        return new Limits(quantile.at(0.1), quantile.at(0.9), quantile.at(0.025), quantile.at(0.975));
    }

    /** Whether the data set an upper end at all. */
    public boolean areFinite() {
        return Double.isFinite(lower95) && Double.isFinite(upper95) && Double.isFinite(upper80);
    }
}
