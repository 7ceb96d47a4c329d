package org.fourfold.estimate.policy;

import java.util.Arrays;
import org.fourfold.estimate.numbers.Cholesky;

/**
 * A Poisson regression written out plainly that ends as R's glm does: when the deviance changes by less than 1e-8 of itself, with
 * errors and dispersion from the weights of the step before. R's printed errors are off by some 1e-8 and its dispersions by some
 * 1e-6 for that; with {@code epsilon} nought it goes on to the end.
 */
final class AsGlmStops {

    final double[] beta;
    final double[] unscaled;
    final double dispersion;

    AsGlmStops(Design design, double epsilon) {
        int n = design.rows();
        int p = design.columns();
        double[] mu = Arrays.stream(design.y()).map(y -> y + 0.1).toArray();
        double[] w = new double[n];
        double[] b = new double[p];
        double[] inverse = {};
        double before = deviance(design.y(), mu);
        for (int step = 0; step < 25; step++) {
            double[] normal = new double[p * p];
            double[] side = new double[p];
            for (int t = 0; t < n; t++) {
                w[t] = mu[t];
                double z = Math.log(mu[t]) - design.offset()[t] + (design.y()[t] - mu[t]) / mu[t];
                for (int i = 0; i < p; i++) {
                    side[i] += w[t] * z * design.x()[t * p + i];
                    for (int j = 0; j < p; j++) {
                        normal[i * p + j] += w[t] * design.x()[t * p + i] * design.x()[t * p + j];
                    }
                }
            }
            var _ = Cholesky.factor(normal, p, 0);
            Cholesky.solve(normal, p, side);
            inverse = Cholesky.inverse(normal, p);
            b = side;
            for (int t = 0; t < n; t++) {
                double eta = design.offset()[t];
                for (int i = 0; i < p; i++) {
                    eta += design.x()[t * p + i] * b[i];
                }
                mu[t] = Math.exp(eta);
            }
            double now = deviance(design.y(), mu);
            if (Math.abs(now - before) / (Math.abs(now) + 0.1) < epsilon) {
                break;
            }
            before = now;
        }
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double r = (design.y()[t] - mu[t]) / mu[t];
            sum += w[t] * r * r;
        }
        this.beta = b;
        this.unscaled = inverse;
        this.dispersion = sum / (n - p);
    }

    double error(int j, boolean quasi) {
        int p = beta.length;
        return Math.sqrt(unscaled[j * p + j] * (quasi ? dispersion : 1));
    }

    private static double deviance(double[] y, double[] mu) {
        double sum = 0;
        for (int t = 0; t < y.length; t++) {
            sum += 2 * ((y[t] > 0 ? y[t] * Math.log(y[t] / mu[t]) : 0) - (y[t] - mu[t]));
        }
        return sum;
    }
}
