package org.fourfold.estimate.policy;

/**
 * The covariance of coefficients when neighbouring periods depend on each other (Newey, West 1987): B (Γ₀ + Σ (1 - l/(L+1)) (Γ_l +
 * Γ_lᵀ)) B, with Γ_l the products of scores l periods apart and no correction for few periods.
 */
final class NeweyWest {

    private NeweyWest() {}

    /**
     * The lag when none is given: 1.3 √n rounded up, less one (Lazarus, Lewis, Stock, Watson 2018, HAR inference: recommendations
     * for practice); longer than the older rules, to be used with {@link #stretch}.
     */
    static int lag(int periods) {
        return (int) Math.ceil(1.3 * Math.sqrt(periods)) - 1;
    }

    /**
     * By what an error must be stretched so that the normal distribution's limits hold: √(n/(n-p)) for the terms fitted, times the
     * 97.5 % point of the estimate's own distribution at that lag over the normal one (Kiefer, Vogelsang 2005, table 1, Bartlett).
     */
    static double stretch(CountFit fit, int lag) {
        int n = fit.design.rows();
        double b = Math.min(1, (lag + 1.0) / n);
        double point = 1.9600 + 2.9694 * b + 0.4160 * b * b - 0.5324 * b * b * b;
        return Math.sqrt(n / (double) (n - fit.design.columns())) * point / 1.9600;
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
