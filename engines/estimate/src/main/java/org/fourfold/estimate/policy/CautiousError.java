package org.fourfold.estimate.policy;

/**
 * The covariance by which a change is judged: of three, that with the largest error of the level.
 *
 * @param kind which it is
 * @param covariance of all coefficients
 */
@SuppressWarnings("ArrayRecordComponent")
record CautiousError(ErrorKind kind, double[] covariance) {

    private static final double CORRELATION_MAX = 0.95;

    static CautiousError of(CountFit fit, int lag) {
        CautiousError best = new CautiousError(ErrorKind.MODEL, fit.covariance());
        double stretch = NeweyWest.stretch(fit, lag);
        best = best.orLarger(fit, ErrorKind.NEWEY_WEST, NeweyWest.covariance(fit, lag), stretch * stretch);
        double correlation = correlation(fit);
        return best.orLarger(fit, ErrorKind.AUTOREGRESSIVE, fit.covariance(), (1 + correlation) / (1 - correlation));
    }

    private CautiousError orLarger(CountFit fit, ErrorKind other, double[] otherCovariance, double factor) {
        double[] scaled = otherCovariance.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        double own = fit.coefficient(Segmented.LEVEL, covariance).standardError();
        return fit.coefficient(Segmented.LEVEL, scaled).standardError() > own ? new CautiousError(other, scaled) : this;
    }

    private static double correlation(CountFit fit) {
        double[] r = fit.pearson();
        double together = 0;
        double alone = r[0] * r[0];
        for (int t = 1; t < r.length; t++) {
            together += r[t] * r[t - 1];
            alone += r[t] * r[t];
        }
        double n = r.length;
        double p = fit.design.columns();
        double unbiased = (together / alone + p / n) / Math.max(0.5, 1 - (p + 2) / n);
        return Math.clamp(unbiased, 0, CORRELATION_MAX);
    }
}
