package org.fourfold.estimate.policy;

/**
 * The covariance of coefficients when neighbouring periods depend on each other (Newey, West 1987): B (Γ₀ + Σ (1 - l/(L+1)) (Γ_l +
 * Γ_lᵀ)) B, with Γ_l the products of scores l periods apart and no correction for few periods.
 */
final class NeweyWest {

    private NeweyWest() {}

    /** The lag when none is given: the whole part of 4 (n/100)^(2/9) (Newey, West 1994). */
    static int lag(int periods) {
        return (int) Math.floor(4 * Math.pow(periods / 100.0, 2.0 / 9));
    }

    /** {@code columns × columns}. */
    static double[] covariance(CountFit fit, int lag) {
        int n = fit.design.rows();
        int p = fit.design.columns();
        double[] scores = new double[n * p];
        for (int t = 0; t < n; t++) {
            double r = (fit.design.y()[t] - fit.mean[t]) / (1 + fit.mean[t] / fit.theta);
            for (int j = 0; j < p; j++) {
                scores[t * p + j] = fit.design.x()[t * p + j] * r;
            }
        }
        double[] meat = new double[p * p];
        for (int l = 0; l <= Math.min(lag, n - 1); l++) {
            double weight = (1 - l / (lag + 1.0)) * (l == 0 ? 0.5 : 1);
            for (int t = l; t < n; t++) {
                for (int i = 0; i < p; i++) {
                    double a = weight * scores[t * p + i];
                    double b = weight * scores[(t - l) * p + i];
                    for (int j = 0; j < p; j++) {
                        meat[i * p + j] += a * scores[(t - l) * p + j] + b * scores[t * p + j];
                    }
                }
            }
        }
        return sandwich(fit.unscaled, meat, p);
    }

    static double[] sandwich(double[] bread, double[] meat, int p) {
        return product(product(bread, meat, p), bread, p);
    }

    private static double[] product(double[] a, double[] b, int p) {
        double[] made = new double[p * p];
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < p; k++) {
                double aik = a[i * p + k];
                for (int j = 0; j < p; j++) {
                    made[i * p + j] += aik * b[k * p + j];
                }
            }
        }
        return made;
    }
}
