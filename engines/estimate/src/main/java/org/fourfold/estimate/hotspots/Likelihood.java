package org.fourfold.estimate.hotspots;

/**
 * How much likelier the data are with one rate inside a window and another outside than with one rate: the logarithm of the
 * ratio of likelihoods, 0 where the window has no more than expected.
 */
final class Likelihood {

    private Likelihood() {}

    /**
     * The log-likelihood ratio of one window.
     *
     * @param cases in the window
     * @param measure its expected cases, or its cases and controls
     * @param total all cases
     * @param whole all expected cases, or all cases and controls
     */
    static double ratio(ScanModel model, int cases, double measure, int total, double whole) {
        return switch (model) {
            case POISSON, SPACE_TIME_PERMUTATION -> poisson(cases, measure, total);
            case EXPECTATION_POISSON -> cases > measure ? part(cases, measure) + measure - cases : 0;
            case BERNOULLI -> bernoulli(cases, measure, total, whole);
        };
    }

    private static double poisson(int cases, double expected, int total) {
        return cases > expected ? part(cases, expected) + part(total - (double) cases, total - expected) : 0;
    }

    private static double bernoulli(int cases, double all, int total, double whole) {
        if (!(cases * whole > total * all)) {
            return 0;
        }
        double controls = all - cases;
        double casesOut = total - (double) cases;
        double out = whole - all;
        return part(cases, all)
                + part(controls, all)
                + part(casesOut, out)
                + part(out - casesOut, out)
                - part(total, whole)
                - part(whole - total, whole);
    }

    /** {@code observed × ln(observed / expected)}, 0 where nothing is observed. */
    private static double part(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / expected);
    }

    /** The measure at which so many cases have about this ratio, by bisection below {@link #even}; 0 where none has. */
    static double measure(ScanModel model, int cases, double ratio, double even, Field field) {
        double low = model == ScanModel.BERNOULLI ? cases : 0;
        double high = even;
        if (ratio(model, cases, Math.max(low, even * 1e-9), field.total(), field.whole()) < ratio) {
            return 0;
        }
        for (int step = 0; step < 40; step++) {
            double middle = (low + high) / 2;
            if (ratio(model, cases, middle, field.total(), field.whole()) > ratio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The measure at and above which so many cases are no more than expected. */
    static double even(ScanModel model, int cases, int total, double whole) {
        return model == ScanModel.BERNOULLI ? cases * (whole / total) : cases;
    }
}
