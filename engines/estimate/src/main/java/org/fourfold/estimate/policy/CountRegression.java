package org.fourfold.estimate.policy;

import java.util.Arrays;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.run.Problems;
import org.hipparchus.special.Gamma;

/**
 * Regression of counts with a logarithmic link, by iteratively reweighted least squares (McCullagh, Nelder 1989, 2.5) to the last
 * digits; the NB2 theta by turns with it, by Newton's steps on its logarithm. Time O(steps × rows × columns²).
 */
final class CountRegression {

    private static final int STEPS_MAX = 200;
    private static final double THETA_MAX = 1e9;
    /** Differences of digamma are summed term by term up to here. */
    private static final int SUMMED_MAX = 20_000;

    private final Design design;
    private final int n;
    private final int p;
    private final double[] mean;
    private final double[] normal;
    private final double[] side;
    private final double[] scale;
    private double[] beta;

    private CountRegression(Design design) {
        this.design = design;
        this.n = design.rows();
        this.p = design.columns();
        this.mean = new double[n];
        this.normal = new double[p * p];
        this.side = new double[p];
        this.scale = new double[p];
        this.beta = new double[p];
    }

    /** Fits; refuses terms that the data cannot tell apart or that run away. */
    static CountFit fit(Design design, CountModel model) {
        return new CountRegression(design).fitted(model);
    }

    private CountFit fitted(CountModel model) {
        for (int t = 0; t < n; t++) {
            mean[t] = design.y()[t] + 0.1;
        }
        climb(Double.POSITIVE_INFINITY);
        double theta = Double.POSITIVE_INFINITY;
        if (model == CountModel.NEGATIVE_BINOMIAL) {
            theta = theta(1);
            for (int turn = 0; turn < STEPS_MAX; turn++) {
                climb(theta);
                double next = theta(theta);
                boolean still = Math.abs(next - theta) <= 1e-13 * theta;
                theta = next;
                if (still) {
                    break;
                }
            }
            climb(theta);
        }
        return new CountFit(
                model, design, beta, mean, inverse(theta), deviance(theta), logLikelihood(theta), theta);
    }

    private void climb(double theta) {
        double before = Double.POSITIVE_INFINITY;
        int still = 0;
        for (int step = 0; step < STEPS_MAX; step++) {
            equations(theta);
            solve();
            double change = move();
            double now = deviance(theta);
            still = Math.abs(before - now) <= 1e-13 * (Math.abs(now) + 1) && change < 1e-9 ? still + 1 : 0;
            if (still == 2) {
                return;
            }
            before = now;
        }
        throw refused(PolicyFault.NO_CONVERGENCE, "");
    }

    /** Xᵀ W X and Xᵀ W z. */
    private void equations(double theta) {
        Arrays.fill(normal, 0);
        Arrays.fill(side, 0);
        double[] x = design.x();
        for (int t = 0; t < n; t++) {
            double w = mean[t] / (1 + mean[t] / theta);
            double z = Math.log(mean[t]) - design.offset()[t] + (design.y()[t] - mean[t]) / mean[t];
            for (int i = 0; i < p; i++) {
                double wx = w * x[t * p + i];
                if (wx != 0) {
                    side[i] += wx * z;
                    for (int j = 0; j <= i; j++) {
                        normal[i * p + j] += wx * x[t * p + j];
                    }
                }
            }
        }
    }

    /** Solves with columns brought to one length; leaves the factor in {@code normal}. */
    private void solve() {
        for (int i = 0; i < p; i++) {
            scale[i] = 1 / Math.sqrt(normal[i * p + i]);
            if (!Double.isFinite(scale[i])) {
                throw refused(PolicyFault.TERMS_NOT_TOLD_APART, design.names().get(i));
            }
        }
        for (int i = 0; i < p; i++) {
            side[i] *= scale[i];
            for (int j = 0; j <= i; j++) {
                normal[i * p + j] *= scale[i] * scale[j];
            }
        }
        if (!Cholesky.factor(normal, p, 1e-12)) {
            throw refused(PolicyFault.TERMS_NOT_TOLD_APART, design.names().getLast());
        }
        Cholesky.solve(normal, p, side);
        for (int i = 0; i < p; i++) {
            side[i] *= scale[i];
        }
    }

    /** Takes the solution as coefficients; by how much the logarithm of a mean changes at most. */
    private double move() {
        beta = side.clone();
        double most = 0;
        for (int t = 0; t < n; t++) {
            double eta = design.offset()[t];
            for (int i = 0; i < p; i++) {
                eta += design.x()[t * p + i] * beta[i];
            }
            double next = Math.exp(Math.clamp(eta, -60, 60));
            most = Math.max(most, Math.abs(Math.log(next / mean[t])));
            mean[t] = next;
        }
        return most;
    }

    private double[] inverse(double theta) {
        equations(theta);
        solve();
        double[] inverse = Cholesky.inverse(normal, p);
        for (int i = 0; i < p * p; i++) {
            inverse[i] *= scale[i / p] * scale[i % p];
        }
        return inverse;
    }

    private double deviance(double theta) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double y = design.y()[t];
            double own = y > 0 ? y * Math.log(y / mean[t]) : 0;
            if (Double.isInfinite(theta)) {
                sum += 2 * (own - (y - mean[t]));
            } else {
                sum += 2 * (own - (y + theta) * Math.log((y + theta) / (mean[t] + theta)));
            }
        }
        return sum;
    }

    private double logLikelihood(double theta) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double y = design.y()[t];
            double m = mean[t];
            if (Double.isInfinite(theta)) {
                sum += y * Math.log(m) - m - Gamma.logGamma(y + 1);
            } else {
                sum += Gamma.logGamma(y + theta) - Gamma.logGamma(theta) - Gamma.logGamma(y + 1)
                        + theta * Math.log(theta / (theta + m))
                        + y * Math.log(m / (theta + m));
            }
        }
        return sum;
    }

    /** The theta of greatest likelihood at these means; as good as infinite where counts scatter no more than Poisson's. */
    private double theta(double from) {
        double low = Math.log(1e-8);
        double high = Math.log(THETA_MAX);
        double at = Math.clamp(Math.log(from), low, high);
        for (int step = 0; step < STEPS_MAX; step++) {
            double slope = slope(Math.exp(at));
            if (slope > 0) {
                low = at;
            } else {
                high = at;
            }
            double h = 1e-4;
            double bend = (slope(Math.exp(at + h)) * Math.exp(h) - slope(Math.exp(at - h)) * Math.exp(-h)) / (2 * h);
            double next = bend < 0 ? at - slope / bend : (low + high) / 2;
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(next - at) < 1e-15 * (1 + Math.abs(at)) || high - low < 1e-15) {
                return Math.exp(next);
            }
            at = next;
        }
        return Math.exp(at);
    }

    /** The derivative of the log-likelihood by theta. */
    private double slope(double theta) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double y = design.y()[t];
            double ratio = (y - mean[t]) / (theta + mean[t]);
            sum += digammaDifference(y, theta) - Math.log1p(mean[t] / theta) - ratio;
        }
        return sum;
    }

    private static double digammaDifference(double y, double theta) {
        if (y > SUMMED_MAX) {
            return Gamma.digamma(y + theta) - Gamma.digamma(theta);
        }
        double sum = 0;
        for (int k = 0; k < y; k++) {
            sum += 1 / (theta + k);
        }
        return sum;
    }

    private static org.fourfold.estimate.run.RefusedException refused(PolicyFault fault, String name) {
        Problems problems = new Problems();
        problems.add(fault, "", name);
        return new org.fourfold.estimate.run.RefusedException(problems.all());
    }
}
