package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * Characteristics of cases, by which rates or shares may differ: centred and put on one scale inside, for the sake of rounding.
 */
public final class Covariates {

    private final List<String> names;
    /** Standardised: {@code cases × names}. */
    final double[] values;

    private final double[] given;
    private final double[] scale;

    private Covariates(List<String> names, double[] given, double[] values, double[] scale) {
        this.names = List.copyOf(names);
        this.given = given;
        this.values = values;
        this.scale = scale;
    }

    /**
     * Characteristics of cases in the order of {@link Exits}.
     *
     * @param values row by row: {@code cases × names}; words as 0 and 1
     */
    public static Covariates of(List<String> names, double[] values) {
        int p = names.size();
        int n = p == 0 ? 0 : values.length / p;
        Problems problems = new Problems();
        if (p == 0 || values.length != n * p) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", values.length, n * p);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                problems.add(FunnelFault.COVARIATE_NOT_FINITE, String.valueOf(i / p + 1));
            }
        }
        problems.refuse();
        double[] scaled = values.clone();
        double[] scale = new double[p];
        for (int j = 0; j < p; j++) {
            scale[j] = standardise(scaled, n, p, j);
            if (scale[j] == 0) {
                problems.add(FunnelFault.COVARIATE_REDUNDANT, "", names.get(j));
            }
        }
        problems.refuse();
        return new Covariates(names, values.clone(), scaled, scale);
    }

    private static double standardise(double[] values, int n, int p, int j) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += values[i * p + j] / n;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            values[i * p + j] -= mean;
            squares += values[i * p + j] * values[i * p + j] / n;
        }
        double scale = Math.sqrt(squares);
        if (scale <= 1e-12 * Math.abs(mean)) {
            return 0;
        }
        for (int i = 0; i < n; i++) {
            values[i * p + j] /= scale;
        }
        return scale;
    }

    public List<String> names() {
        return names;
    }

    /** The characteristics of some cases, in the order given. */
    Covariates of(int[] cases) {
        int p = names.size();
        double[] kept = new double[cases.length * p];
        for (int i = 0; i < cases.length; i++) {
            System.arraycopy(given, cases[i] * p, kept, i * p, p);
        }
        return of(names, kept);
    }

    /** What they say, for the digest of a result. */
    public void into(DataDigest digest) {
        names.forEach(digest::text);
        digest.numbers(given);
    }

    int cases() {
        return values.length / names.size();
    }

    /** What one unit of a standardised value is in the unit given. */
    double scale(int j) {
        return scale[j];
    }
}
