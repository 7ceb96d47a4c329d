package org.fourfold.linkage.train;

/**
 * What chance gives where records say several values and the best pair of their values counts. Two values taken at random agree at
 * a level or a better one with probability U; of k pairs of values at least one does with probability 1 - (1 - U)^k. The values
 * of one record are taken as independent, as W. E. Winkler takes fields; for rare values that is k times U, from which no dependence
 * among them can take it further up (G. Boole's inequality).
 *
 * <p>How often records of one person agree is not corrected: what is learnt is the mean over the records that there are.
 */
public final class BestOfPairs {

    private static final double LEAST = 1e-12;

    private BestOfPairs() {}

    /** How often at least one of so many pairs does what one of them does with that probability. */
    public static double chance(double one, double pairs) {
        return one >= 1 ? 1 : -StrictMath.expm1(pairs * StrictMath.log1p(-one));
    }

    /**
     * How often the best of so many pairs agrees at each level.
     *
     * @param one how often one pair does, by level from 1; the sum of all is 1
     */
    public static double[] chances(double[] one, double pairs) {
        double[] best = new double[one.length];
        double sum = 0;
        double before = 0;
        for (int level = 1; level < one.length; level++) {
            sum += one[level];
            double now = level == one.length - 1 ? 1 : chance(Math.min(1, sum), pairs);
            best[level] = Math.max(LEAST, now - before);
            before = now;
        }
        return best;
    }
}
