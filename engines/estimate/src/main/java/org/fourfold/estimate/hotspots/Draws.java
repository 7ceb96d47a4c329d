package org.fourfold.estimate.hotspots;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/**
 * Binomial and Poisson numbers: by inversion where few are expected, else by transformed rejection (Hörmann 1993, The generation of
 * binomial random variates, algorithm BTRS; The transformed rejection method for generating Poisson random variables, PTRS).
 */
final class Draws {

    private static final double FEW = 10;

    private Draws() {}

    /** How many of {@code trials} succeed. */
    static int binomial(RandomGenerator random, int trials, double probability) {
        if (probability > 0.5) {
            return trials - binomial(random, trials, 1 - probability);
        }
        if (trials == 0 || probability <= 0) {
            return 0;
        }
        return trials * probability < FEW ? fewOf(random, trials, probability) : manyOf(random, trials, probability);
    }

    private static int fewOf(RandomGenerator random, int trials, double probability) {
        double odds = probability / (1 - probability);
        double term = Math.exp(trials * Math.log1p(-probability));
        double left = random.nextDouble();
        int count = 0;
        while (left > term && count < trials) {
            left -= term;
            count++;
            term *= odds * (trials - count + 1) / count;
        }
        return count;
    }

    private static int manyOf(RandomGenerator random, int trials, double probability) {
        double spread = Math.sqrt(trials * probability * (1 - probability));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * probability;
        double c = trials * probability + 0.5;
        double quick = 0.92 - 4.2 / b;
        double alpha = (2.83 + 5.1 / b) * spread;
        double logOdds = Math.log(probability / (1 - probability));
        double mode = Math.floor((trials + 1) * probability);
        double h = Gamma.logGamma(mode + 1) + Gamma.logGamma(trials - mode + 1);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= quick) {
                return (int) k;
            }
            if (k < 0 || k > trials) {
                continue;
            }
            double height = Math.log(v * alpha / (a / (us * us) + b));
            if (height <= h - Gamma.logGamma(k + 1) - Gamma.logGamma(trials - k + 1) + (k - mode) * logOdds) {
                return (int) k;
            }
        }
    }

    /** A Poisson number. */
    static int poisson(RandomGenerator random, double mean) {
        if (mean < FEW) {
            double term = Math.exp(-mean);
            double left = random.nextDouble();
            int count = 0;
            while (left > term && count < 1000) {
                left -= term;
                count++;
                term *= mean / count;
            }
            return count;
        }
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double alpha = 1.1239 + 1.1328 / (b - 3.4);
        double quick = 0.9277 - 3.6224 / (b - 2);
        double logMean = Math.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= quick) {
                return (int) k;
            }
            if (k < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double height = Math.log(v * alpha / (a / (us * us) + b));
            if (height <= k * logMean - mean - Gamma.logGamma(k + 1)) {
                return (int) k;
            }
        }
    }
}
