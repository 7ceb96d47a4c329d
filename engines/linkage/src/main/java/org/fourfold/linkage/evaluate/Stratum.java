package org.fourfold.linkage.evaluate;

import java.util.List;

/**
 * The true pairs of one band: how many there seem to be, and between which limits.
 *
 * @param pairs pairs in the band
 * @param same the estimated number of them that are one entity
 * @param low its lower limit
 * @param high its upper limit
 */
record Stratum(long pairs, double same, double low, double high) {

    static Stratum of(long pairs, int judged, int same) {
        if (judged == 0 || judged == pairs) {
            return new Stratum(pairs, same, same, same);
        }
        // Drawn without putting back: the variance shrinks by (N-n)/(N-1), as if more had been judged.
        double effective = judged * ((pairs - 1.0) / (pairs - judged));
        Estimate share = Estimate.wilson((double) same / judged, effective, Estimate.Z);
        return new Stratum(pairs, pairs * share.share(), pairs * share.low(), pairs * share.high());
    }

    /** Several bands together: squared distances to the limits add up (Zou and Donner 2008). */
    static Total total(List<Stratum> strata) {
        long pairs = 0;
        double same = 0;
        double down = 0;
        double up = 0;
        for (Stratum stratum : strata) {
            pairs += stratum.pairs;
            same += stratum.same;
            down += (stratum.same - stratum.low) * (stratum.same - stratum.low);
            up += (stratum.high - stratum.same) * (stratum.high - stratum.same);
        }
        return new Total(
                pairs, same, Math.max(0, same - Math.sqrt(down)), Math.min((double) pairs, same + Math.sqrt(up)));
    }

    /** The sum over bands, with its limits. */
    record Total(long pairs, double same, double low, double high) {

        /** The share of these pairs that is one entity. */
        Estimate share() {
            return Estimate.of(same / pairs, low / pairs, high / pairs);
        }

        /** What part these true pairs are of them and the missed ones together; 0 where there are none at all. */
        Estimate shareBeside(Total missed) {
            double all = same + missed.same;
            return Estimate.of(all == 0 ? 0 : same / all, 1 / (1 + ratioHigh(missed)), 1 / (1 + ratioLow(missed)));
        }

        /** The lower limit of missed / found; where found pairs are too uncertain for the formula, the extreme of both. */
        private double ratioLow(Total missed) {
            if (high >= 2 * same) {
                return high == 0 ? 0 : missed.low / high;
            }
            double product = missed.same * same;
            double root = product * product - missed.low * high * (2 * missed.same - missed.low) * (2 * same - high);
            return (product - Math.sqrt(Math.max(0, root))) / (high * (2 * same - high));
        }

        /** The upper limit of missed / found; without end where perhaps nothing was found. */
        private double ratioHigh(Total missed) {
            if (low <= 0) {
                return missed.high == 0 && same > 0 ? 0 : Double.POSITIVE_INFINITY;
            }
            double product = missed.same * same;
            double root = product * product - missed.high * low * (2 * missed.same - missed.high) * (2 * same - low);
            return (product + Math.sqrt(Math.max(0, root))) / (low * (2 * same - low));
        }
    }
}
