package org.fourfold.estimate.numbers;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Gamma;

/** Draws from distributions, without allocation. One instance belongs to one thread. */
public final class Draws {

    /** Up to this mean a count is found by going up from 0. */
    private static final double SMALL_MEAN = 10;
    /** So many are drawn one by one. */
    private static final long FEW = 4;

    private final RandomGenerator random;

    public Draws(RandomGenerator random) {
        this.random = random;
    }

    /** Between 0 and 1, never 0. */
    public double share() {
        return 1 - random.nextDouble();
    }

    /** Standard normal. */
    public double normal() {
        return random.nextGaussian();
    }

    /** Gamma with that shape and scale 1 (Marsaglia, Tsang 2000); below a shape of about 1e-3 it may be 0. */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(share(), 1 / shape);
        }
        if (shape == 1) {
            return -Math.log(share());
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = share();
                double square = x * x;
                if (u < 1 - 0.0331 * square * square || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }

    /** The logarithm of a gamma draw with scale 1; finite for the smallest shapes too. */
    public double logGamma(double shape) {
        return shape >= 1 ? Math.log(gamma(shape)) : Math.log(gamma(shape + 1)) + Math.log(share()) / shape;
    }

    public double beta(double a, double b) {
        if (a == 1) {
            return b == 1 ? share() : -Math.expm1(Math.log(share()) / b);
        }
        double x = gamma(a);
        double sum = x + gamma(b);
        return sum > 0 ? x / sum : 0;
    }

    /** How many of {@code n} with chance {@code p} each. */
    public long binomial(long n, double p) {
        if (n <= 0 || !(p > 0)) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        if (p > 0.5) {
            return n - binomial(n, 1 - p);
        }
        return n * p < SMALL_MEAN ? fewOf(n, p) : manyOf(n, p);
    }

    /** By inversion. */
    private long fewOf(long n, double p) {
        double odds = p / (1 - p);
        double chance = Math.exp(n * Math.log1p(-p));
        double u = random.nextDouble();
        long x = 0;
        while (u > chance && x < n) {
            u -= chance;
            x++;
            chance *= odds * (n - x + 1) / x;
        }
        return x;
    }

    /** By transformed rejection with squeeze (Hörmann 1993, The generation of binomial random variates, BTRS). */
    private long manyOf(long n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double vr = 0.92 - 4.2 / b;
        while (true) {
            double v = share();
            double u = random.nextDouble() - 0.5;
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= vr) {
                return (long) k;
            }
            if (k >= 0 && k <= n) {
                double alpha = (2.83 + 5.1 / b) * spread;
                double mode = Math.floor((n + 1) * p);
                double height = Math.log(v * alpha / (a / (us * us) + b));
                double ratio = (k - mode) * Math.log(p / (1 - p))
                        + logFactorial(mode)
                        + logFactorial(n - mode)
                        - logFactorial(k)
                        - logFactorial(n - k);
                if (height <= ratio) {
                    return (long) k;
                }
            }
        }
    }

    /** A Poisson count (inversion; Hörmann 1993, The transformed rejection method, PTRS). */
    public long poisson(double mean) {
        if (mean < SMALL_MEAN) {
            double chance = Math.exp(-mean);
            double u = random.nextDouble();
            long x = 0;
            while (u > chance && x < 1000) {
                u -= chance;
                x++;
                chance *= mean / x;
            }
            return x;
        }
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverse = 1.1239 + 1.1328 / (b - 3.4);
        double vr = 0.9277 - 3.6224 / (b - 2);
        double log = Math.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = share();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= vr) {
                return (long) k;
            }
            if (k >= 0
                    && !(us < 0.013 && v > us)
                    && Math.log(v * inverse / (a / (us * us) + b)) <= k * log - mean - logFactorial(k)) {
                return (long) k;
            }
        }
    }

    /**
     * Shares {@code n} out among classes.
     *
     * @param weights relative chances, at least one above 0; spoilt
     * @param counts set
     */
    public void multinomial(long n, double[] weights, long[] counts, int classes) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            counts[k] = 0;
            sum += weights[k];
        }
        long left = n;
        while (left > FEW) {
            int most = 0;
            for (int k = 1; k < classes; k++) {
                most = weights[k] > weights[most] ? k : most;
            }
            long here = binomial(left, Math.min(1, weights[most] / sum));
            counts[most] += here;
            left -= here;
            weights[most] = 0;
            if (left > 0) {
                sum = sum(weights, classes);
                if (!(sum > 0)) {
                    counts[most] += left;
                    return;
                }
            }
        }
        for (; left > 0; left--) {
            counts[one(weights, sum, classes)]++;
        }
    }

    private static double sum(double[] weights, int classes) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += weights[k];
        }
        return sum;
    }

    private int one(double[] weights, double sum, int classes) {
        double u = random.nextDouble() * sum;
        int last = 0;
        for (int k = 0; k < classes; k++) {
            if (weights[k] > 0) {
                last = k;
                u -= weights[k];
                if (u < 0) {
                    return k;
                }
            }
        }
        return last;
    }

    private static double logFactorial(double k) {
        return Gamma.logGamma(k + 1);
    }
}
