package org.fourfold.estimate.prevalence.loglinear;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Replicates of a table: as many cases, drawn with replacement from those that were observed. Case by case for tables of up to 20,000,
 * else history by history, each a binomial count of what is left; both are draws of the same multinomial distribution.
 */
final class Resampling {

    private static final int SINGLY_MAX = 20_000;

    private final int[] counts;
    private final int cases;
    private final int[] historyOf;

    /** @param counts by history */
    Resampling(int[] counts) {
        this.counts = counts.clone();
        cases = Arrays.stream(counts).sum();
        historyOf = new int[cases <= SINGLY_MAX ? cases : 0];
        int at = 0;
        for (int history = 0; history < counts.length && historyOf.length > 0; history++) {
            Arrays.fill(historyOf, at, at + counts[history], history);
            at += counts[history];
        }
    }

    /** Draws a replicate's counts by history. */
    void draw(RandomGenerator chance, int[] into) {
        Arrays.fill(into, 0);
        if (historyOf.length > 0) {
            for (int i = 0; i < cases; i++) {
                into[historyOf[chance.nextInt(cases)]]++;
            }
            return;
        }
        int toDraw = cases;
        int weight = cases;
        for (int history = 1; history < counts.length && toDraw > 0; history++) {
            if (counts[history] > 0) {
                into[history] = binomial(chance, toDraw, (double) counts[history] / weight);
                toDraw -= into[history];
                weight -= counts[history];
            }
        }
    }

    /** Inversion, from the mode outwards: about as many steps as the standard deviation is long. */
    static int binomial(RandomGenerator chance, int n, double p) {
        if (p >= 1) {
            return n;
        }
        double odds = p / (1 - p);
        int mode = (int) Math.min(n, Math.floor((n + 1.0) * p));
        double atMode = Math.exp(Marginals.logFactorial(n)
                - Marginals.logFactorial(mode)
                - Marginals.logFactorial(n - mode)
                + mode * Math.log(p)
                + (n - mode) * Math.log1p(-p));
        double left = chance.nextDouble() - atMode;
        double down = atMode;
        double up = atMode;
        int low = mode;
        int high = mode;
        while (left > 0 && (low > 0 || high < n)) {
            if (high < n) {
                up *= odds * (n - high) / (high + 1.0);
                high++;
                left -= up;
                if (left <= 0) {
                    return high;
                }
            }
            if (low > 0) {
                down *= low / (odds * (n - low + 1.0));
                low--;
                left -= down;
                if (left <= 0) {
                    return low;
                }
            }
            if (up + down < 1e-18) {
                return mode;
            }
        }
        return mode;
    }
}
