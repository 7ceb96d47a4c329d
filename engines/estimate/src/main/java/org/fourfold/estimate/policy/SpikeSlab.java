package org.fourfold.estimate.policy;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.numbers.Draws;

/**
 * One chain of Gibbs draws of the local level with controls, each of which matters or not (spike and slab: George, McCulloch 1997;
 * Scott, Varian 2014; Brodersen et al. 2015, Inferring causal impact using Bayesian structural time-series models).
 *
 * <p>The series before the policy is standardised. Priors: a control matters with probability expected / all; the coefficients of
 * those that do have precision (½ XᵀX + ½ diag XᵀX) / n over the observation's variance, that one an inverse gamma of 50 degrees
 * and an expected R² of 0.8; the step's variance one of 32 degrees about the deviation given. A sweep: level by filtering forward
 * and sampling backward (Carter, Kohn 1994), step, which controls, observation, coefficients. O(n + k × k³) a sweep.
 */
final class SpikeSlab {

    private static final double OBSERVATION_DEGREES = 50;
    private static final double EXPECTED_R2 = 0.8;
    private static final double STEP_DEGREES = 32;

    private final double[] y;
    /** {@code k × n}. */
    private final double[][] x;

    private final int n;
    private final int k;
    private final double[] crossed;
    private final double[] precision;
    private final double logOdds;
    private final double stepGuess;
    private final RandomGenerator random;
    private final Draws draws;

    final double[] level;
    final boolean[] in;
    final double[] beta;
    double observation;
    double step;

    private final double[] filtered;
    private final double[] spread;
    private final double[] towards;
    private double squares;
    // The factor and solution of the controls that matter, as the last look at them left it.
    private final double[] factor;
    private final double[] prior;
    private final double[] solved;
    private final int[] chosen;
    private int size;
    private double rest;

    SpikeSlab(double[] y, double[][] x, StructuralOptions options, RandomGenerator random) {
        this.y = y;
        this.x = x;
        this.n = y.length;
        this.k = x.length;
        this.random = random;
        this.draws = new Draws(random);
        this.crossed = new double[k * k];
        this.precision = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int t = 0; t < n; t++) {
                    crossed[i * k + j] += x[i][t] * x[j][t];
                }
                precision[i * k + j] = crossed[i * k + j] / n * (i == j ? 1 : 0.5);
            }
        }
        double chance = Math.min(0.99, options.expectedControls() / k);
        this.logOdds = Math.log(chance / (1 - chance));
        this.stepGuess = options.levelDeviation() * options.levelDeviation();
        this.level = new double[n];
        this.in = new boolean[k];
        this.beta = new double[k];
        this.filtered = new double[n];
        this.spread = new double[n];
        this.towards = new double[k];
        this.factor = new double[k * k];
        this.prior = new double[k * k];
        this.solved = new double[k];
        this.chosen = new int[k];
        // Chains begin apart: each with controls and variances of its own.
        for (int j = 0; j < k; j++) {
            in[j] = random.nextBoolean();
        }
        observation = random.nextDouble(0.05, 1);
        step = stepGuess * random.nextDouble(0.2, 5);
    }

    /** One sweep over everything. */
    void sweep() {
        drawLevel();
        drawStep();
        regress();
        for (int j = 0; j < k; j++) {
            drawChoice(j);
        }
        drawCoefficients();
    }

    private void drawLevel() {
        double a = residual(0);
        double p = observation;
        filtered[0] = a;
        spread[0] = p;
        for (int t = 1; t < n; t++) {
            double before = p + step;
            double gain = before / (before + observation);
            a += gain * (residual(t) - a);
            p = before * (1 - gain);
            filtered[t] = a;
            spread[t] = p;
        }
        level[n - 1] = a + Math.sqrt(p) * random.nextGaussian();
        for (int t = n - 2; t >= 0; t--) {
            double share = spread[t] / (spread[t] + step);
            double mean = filtered[t] + share * (level[t + 1] - filtered[t]);
            level[t] = mean + Math.sqrt(share * step) * random.nextGaussian();
        }
    }

    private double residual(int t) {
        double r = y[t];
        for (int j = 0; j < k; j++) {
            r -= in[j] ? beta[j] * x[j][t] : 0;
        }
        return r;
    }

    private void drawStep() {
        double sum = STEP_DEGREES * stepGuess;
        for (int t = 1; t < n; t++) {
            double d = level[t] - level[t - 1];
            sum += d * d;
        }
        step = sum / 2 / draws.gamma((STEP_DEGREES + n - 1) / 2);
    }

    private void regress() {
        squares = 0;
        for (int t = 0; t < n; t++) {
            squares += (y[t] - level[t]) * (y[t] - level[t]);
        }
        for (int j = 0; j < k; j++) {
            towards[j] = 0;
            for (int t = 0; t < n; t++) {
                towards[j] += x[j][t] * (y[t] - level[t]);
            }
        }
    }

    private void drawChoice(int j) {
        in[j] = true;
        double with = logPosterior() + logOdds;
        in[j] = false;
        double without = logPosterior();
        in[j] = random.nextDouble() < 1 / (1 + Math.exp(without - with));
    }

    /** The logarithm of the posterior of the controls that matter, coefficients and observation's variance integrated out. */
    private double logPosterior() {
        size = 0;
        for (int j = 0; j < k; j++) {
            if (in[j]) {
                chosen[size++] = j;
            }
        }
        for (int a = 0; a < size; a++) {
            solved[a] = towards[chosen[a]];
            for (int b = 0; b <= a; b++) {
                prior[a * size + b] = precision[chosen[a] * k + chosen[b]];
                factor[a * size + b] = prior[a * size + b] + crossed[chosen[a] * k + chosen[b]];
            }
        }
        if (!Cholesky.factor(prior, size, 1e-12) || !Cholesky.factor(factor, size, 1e-12)) {
            return Double.NEGATIVE_INFINITY;
        }
        Cholesky.solve(factor, size, solved);
        rest = OBSERVATION_DEGREES * (1 - EXPECTED_R2) + squares;
        double logs = 0;
        for (int a = 0; a < size; a++) {
            rest -= solved[a] * towards[chosen[a]];
            logs += Math.log(prior[a * size + a] / factor[a * size + a]);
        }
        return logs - (OBSERVATION_DEGREES + n) / 2 * Math.log(rest);
    }

    private void drawCoefficients() {
        var _ = logPosterior();
        observation = rest / 2 / draws.gamma((OBSERVATION_DEGREES + n) / 2);
        double deviation = Math.sqrt(observation);
        Arrays.fill(beta, 0);
        // β = mean + σ L⁻ᵀ z has covariance σ² (L Lᵀ)⁻¹.
        for (int a = size - 1; a >= 0; a--) {
            double z = random.nextGaussian() * deviation;
            for (int b = a + 1; b < size; b++) {
                z -= factor[b * size + a] * (beta[chosen[b]] - solved[b]);
            }
            beta[chosen[a]] = solved[a] + z / factor[a * size + a];
        }
    }
}
