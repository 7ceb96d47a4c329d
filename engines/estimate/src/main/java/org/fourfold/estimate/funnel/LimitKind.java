package org.fourfold.estimate.funnel;

/** On which scale the limits of a share are symmetric. */
public enum LimitKind {
    /** Of the logarithm of the share still there: R's default for Kaplan–Meier. */
    LOG,
    /** Of the logarithm of the cumulated hazard: never below 0 or above 1, better for few cases (Kalbfleisch, Prentice 2002, 1.4). */
    LOG_LOG;

    /** The lower and upper limit of a share {@code s} with standard error {@code error}, {@code z} errors away. */
    double[] of(double s, double error, double z) {
        if (!(s > 0 && s < 1)) {
            return s == 1 ? new double[] {1, 1} : new double[] {Double.NaN, Double.NaN};
        }
        return switch (this) {
            case LOG -> {
                double factor = Math.exp(z * error / s);
                yield new double[] {s / factor, Math.min(1, s * factor)};
            }
            case LOG_LOG -> {
                double power = Math.exp(z * error / (s * -Math.log(s)));
                yield new double[] {Math.pow(s, power), Math.pow(s, 1 / power)};
            }
        };
    }
}
