package org.fourfold.estimate.policy;

import java.util.Arrays;

/**
 * The covariance of coefficients when what a period has beyond its mean passes on a share ρ to the next one.
 *
 * <p>ρ is chosen so that residuals would be expected to correlate as much as they do: fitting takes out part of the correlation,
 * and how much follows from the design (the expectations of Σ r_t r_(t-1) and Σ r_t² under ρ, by traces; compare Magee 1989). Then
 * the covariance is φ A Gᵀ R G A, with G = √W X, A = (GᵀG)⁻¹, R_ts = ρ^|t-s|, and φ by the same expectation. O(n p²) a step.
 */
final class Autoregressive {

    private static final double CORRELATION_MAX = 0.95;
    private static final int STEPS = 30;

    private final CountFit fit;
    private final int n;
    private final int p;
    private final double[] g;
    /** The sum of the rows before and after each. */
    private final double[] neighbours;
    /** Gᵀ R G and Gᵀ R (neighbours) for the ρ looked at last. */
    private final double[] k;

    private final double[] l;
    private final double[] m;
    private double squares;
    private double together;

    Autoregressive(CountFit fit) {
        this.fit = fit;
        this.n = fit.design.rows();
        this.p = fit.design.columns();
        this.g = new double[n * p];
        this.neighbours = new double[n * p];
        this.k = new double[p * p];
        this.l = new double[p * p];
        this.m = new double[p * p];
        double[] r = fit.pearson();
        for (int t = 0; t < n; t++) {
            double w = fit.mean[t] / Math.sqrt(fit.variance(t));
            for (int j = 0; j < p; j++) {
                g[t * p + j] = w * fit.design.x()[t * p + j];
            }
            squares += r[t] * r[t];
            together += t > 0 ? r[t] * r[t - 1] : 0;
        }
        for (int t = 0; t < n; t++) {
            for (int j = 0; j < p; j++) {
                neighbours[t * p + j] = (t > 0 ? g[(t - 1) * p + j] : 0) + (t < n - 1 ? g[(t + 1) * p + j] : 0);
            }
        }
        product(g, neighbours, m);
    }

    /** aᵀ b, both {@code n × p}. */
    private void product(double[] a, double[] b, double[] into) {
        Arrays.fill(into, 0);
        for (int t = 0; t < n; t++) {
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    into[i * p + j] += a[t * p + i] * b[t * p + j];
                }
            }
        }
    }

    /** How much neighbouring residuals would correlate, as the ratio of the two expectations. */
    private double expected(double correlation) {
        double[] spread = new double[n * p];
        double[] carried = new double[p];
        for (int t = 0; t < n; t++) {
            for (int j = 0; j < p; j++) {
                carried[j] = g[t * p + j] + correlation * carried[j];
                spread[t * p + j] = carried[j];
            }
        }
        Arrays.fill(carried, 0);
        for (int t = n - 1; t >= 0; t--) {
            for (int j = 0; j < p; j++) {
                spread[t * p + j] += correlation * carried[j];
                carried[j] = g[t * p + j] + correlation * carried[j];
            }
        }
        product(g, spread, k);
        product(spread, neighbours, l);
        double[] a = fit.unscaled;
        double[] twice = NeweyWest.sandwich(a, m, p);
        double neighbouring = (n - 1) * correlation - trace(a, l) + trace(twice, k) / 2;
        return neighbouring / (n - trace(a, k));
    }

    private double trace(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                sum += a[i * p + j] * b[j * p + i];
            }
        }
        return sum;
    }

    /** From 0, where neighbours do not correlate more than fitting leads to expect. */
    double correlation() {
        double observed = together / squares;
        double low = 0;
        double high = CORRELATION_MAX;
        if (expected(low) >= observed) {
            return 0;
        }
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (expected(middle) < observed) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The covariance, {@code p × p}. */
    double[] covariance() {
        var _ = expected(correlation());
        double dispersion = squares / (n - trace(fit.unscaled, k));
        double[] covariance = NeweyWest.sandwich(fit.unscaled, k, p);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= dispersion;
        }
        return covariance;
    }
}
