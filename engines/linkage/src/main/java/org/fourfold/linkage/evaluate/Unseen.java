package org.fourfold.linkage.evaluate;

/**
 * How many were never caught, told by how many were caught once and twice: A. Chao, "Estimating the population size for
 * capture-recapture data with unequal catchability", Biometrics 43 (1987), 783-791, with the factor for few occasions and the
 * form for few doubles of A. Chao, "Species estimation and applications", Encyclopedia of Statistical Sciences 12 (2005),
 * 7907-7916. Of what is caught unequally easily it is the least that must be missing; occasions that catch the same ones make it
 * smaller still.
 *
 * @param caught those that were caught at least once; a sum of probabilities need not be whole
 * @param missed those that were not, by estimate
 * @param low the lower end of an interval of 95 % of {@code missed}, of chance alone
 * @param high its upper end
 */
public record Unseen(double caught, double missed, double low, double high) {

    /** Below so many doubles the quotient is not to be trusted. */
    private static final double DOUBLES_FEW = 1;

    /**
     * The estimate.
     *
     * @param caught those that were caught at least once, at least {@code once + twice}
     * @param once those caught on one occasion
     * @param twice those caught on two
     * @param occasions at least 2: what was caught on one occasion only says nothing of what was not
     * @throws IllegalArgumentException for one occasion, or counts that cannot be
     */
    public static Unseen of(double caught, double once, double twice, int occasions) {
        if (occasions < 2 || !(once >= 0 && twice >= 0 && Double.isFinite(caught))) {
            throw new IllegalArgumentException(occasions + " occasions, " + once + " caught once and " + twice
                    + " twice: two occasions are needed");
        }
        double factor = (occasions - 1.0) / occasions;
        boolean few = twice < DOUBLES_FEW;
        double missed =
                few ? factor * once * Math.max(0, once - 1) / (2 * (twice + 1)) : factor * once * once / (2 * twice);
        double variance = few ? fewVariance(once, twice, factor) : variance(once, twice, factor);
        if (missed == 0) {
            return new Unseen(caught, 0, 0, 0);
        }
        // What is missing is at least nothing: the interval is taken on the logarithm.
        double spread = Math.exp(Estimate.Z * Math.sqrt(Math.log(1 + variance / (missed * missed))));
        return new Unseen(caught, missed, missed / spread, missed * spread);
    }

    private static double variance(double once, double twice, double factor) {
        double ratio = once / twice;
        double squared = ratio * ratio;
        double wide = factor * factor;
        return twice * (factor / 2 * squared + wide * squared * ratio + wide / 4 * squared * squared);
    }

    private static double fewVariance(double once, double twice, double factor) {
        double less = Math.max(0, once - 1);
        double more = twice + 1;
        double wide = factor * factor;
        double twoLess = 2 * once - 1;
        return factor * once * less / (2 * more)
                + wide * once * twoLess * twoLess / (4 * more * more)
                + wide * once * once * twice * less * less / (4 * more * more * more * more);
    }

    /** The same of a population of which only each {@code times}-th was looked at. */
    public Unseen times(double times) {
        return new Unseen(caught * times, missed * times, low * times, high * times);
    }

    /** The share that was caught, with its interval. */
    public Estimate share() {
        return caught == 0
                ? new Estimate(0, 0, 0)
                : Estimate.of(caught / (caught + missed), caught / (caught + high), caught / (caught + low));
    }
}
