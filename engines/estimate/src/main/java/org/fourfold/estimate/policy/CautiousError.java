package org.fourfold.estimate.policy;

/**
 * The covariance by which a change is judged: of three, that with the largest error of the level.
 *
 * @param kind which it is
 * @param covariance of all coefficients
 */
@SuppressWarnings("ArrayRecordComponent")
record CautiousError(ErrorKind kind, double[] covariance) {

    static CautiousError of(CountFit fit, int lag) {
        CautiousError best = new CautiousError(ErrorKind.MODEL, fit.covariance());
        double stretch = NeweyWest.stretch(fit, lag);
        best = best.orLarger(fit, ErrorKind.NEWEY_WEST, NeweyWest.covariance(fit, lag), stretch * stretch);
        return best.orLarger(fit, ErrorKind.AUTOREGRESSIVE, new Autoregressive(fit).covariance(), 1);
    }

    private CautiousError orLarger(CountFit fit, ErrorKind other, double[] otherCovariance, double factor) {
        double[] scaled = otherCovariance.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        double own = fit.coefficient(Segmented.LEVEL, covariance).standardError();
        return fit.coefficient(Segmented.LEVEL, scaled).standardError() > own ? new CautiousError(other, scaled) : this;
    }
}
