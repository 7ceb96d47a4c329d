package org.fourfold.estimate.policy;

import java.util.Arrays;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.RefusedException;
import org.hipparchus.special.Gamma;

/**
 * Regression of counts with a logarithmic link, by iteratively reweighted least squares (McCullagh, Nelder 1989, 2.5) to the last
 * digits; the NB2 theta by turns with it, by Newton's steps on its logarithm. Time O(steps × rows × columns²).
 */
final class CountRegression {

    private static final int STEPS_MAX = 200;
    private static final double LOG_MAX = 60;

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
            Theta likelihood = new Theta(design.y(), mean);
            theta = likelihood.best(1);
            double before = Double.NaN;
            for (int turn = 0; turn < STEPS_MAX && !(Math.abs(before - theta) <= 1e-12 * theta); turn++) {
                climb(theta);
                before = theta;
                theta = Double.isInfinite(theta) ? theta : likelihood.best(theta);
                if (Double.isInfinite(theta)) {
                    break;
                }
            }
            climb(theta);
        }
        return new CountFit(model, design, beta, mean, inverse(theta), deviance(theta), logLikelihood(theta), theta);
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
                refuseRunaway();
                return;
            }
            before = now;
        }
        throw refused(PolicyFault.NO_CONVERGENCE, "");
    }

    /** A mean at the end of its range belongs to a coefficient without end. */
    private void refuseRunaway() {
        for (double one : mean) {
            if (Math.abs(Math.log(one)) > LOG_MAX - 1e-6) {
                throw refused(PolicyFault.NO_CONVERGENCE, "");
            }
        }
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
            double next = Math.exp(Math.clamp(eta, -LOG_MAX, LOG_MAX));
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
                sum += 2 * (own - (y + theta) * Math.log1p((y - mean[t]) / (mean[t] + theta)));
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
                sum += Gamma.logGamma(y + theta)
                        - Gamma.logGamma(theta)
                        - Gamma.logGamma(y + 1)
                        - theta * Math.log1p(m / theta)
                        + y * Math.log(m / (theta + m));
            }
        }
        return sum;
    }

    private static RefusedException refused(PolicyFault fault, String name) {
        Problems problems = new Problems();
        problems.add(fault, "", name);
        return new RefusedException(problems.all());
    }
}
