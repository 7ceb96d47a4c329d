package org.fourfold.estimate.policy;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.estimate.numbers.Tails;

/**
 * What a model has left unexplained.
 *
 * @param dispersion Pearson's sum over the degrees of freedom: 1 where counts scatter as Poisson's
 * @param autocorrelation of the deviance residuals at 1, 2, ... periods
 * @param ljungBox the statistic of Ljung and Box (1978) over these lags
 * @param p how often chance alone gives as much
 */
public record Residuals(double dispersion, List<Double> autocorrelation, double ljungBox, double p) {

    public Residuals {
        autocorrelation = List.copyOf(autocorrelation);
    }

    static Residuals of(CountFit fit) {
        double[] r = deviances(fit);
        int n = r.length;
        int lags = Math.min(12, n / 5);
        double mean = 0;
        for (double one : r) {
            mean += one / n;
        }
        List<Double> found = new ArrayList<>();
        double all = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double sum = 0;
            for (int t = lag; t < n; t++) {
                sum += (r[t] - mean) * (r[t - lag] - mean);
            }
            if (lag == 0) {
                all = sum;
            } else {
                found.add(sum / all);
            }
        }
        double statistic = 0;
        for (int lag = 1; lag <= lags; lag++) {
            statistic += n * (n + 2.0) * found.get(lag - 1) * found.get(lag - 1) / (n - lag);
        }
        return new Residuals(fit.pearsonDispersion, found, statistic, Tails.chiSquared(statistic, lags));
    }

    private static double[] deviances(CountFit fit) {
        double[] r = new double[fit.mean.length];
        for (int t = 0; t < r.length; t++) {
            double y = fit.design.y()[t];
            double m = fit.mean[t];
            double own = y > 0 ? y * Math.log(y / m) : 0;
            double d = Double.isInfinite(fit.theta)
                    ? own - (y - m)
                    : own - (y + fit.theta) * Math.log1p((y - m) / (m + fit.theta));
            r[t] = Math.copySign(Math.sqrt(Math.max(0, 2 * d)), y - m);
        }
        return r;
    }
}
