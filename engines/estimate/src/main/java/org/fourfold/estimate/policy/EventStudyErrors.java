package org.fourfold.estimate.policy;

import java.util.List;
import org.fourfold.estimate.numbers.Cholesky;

/** Linear combinations of an event study's coefficients with their errors. */
final class EventStudyErrors {

    private final CountFit fit;
    private final int p;
    private final int places;
    /** Scores summed over the periods of each place: {@code places × p}. */
    private final double[] scores;

    EventStudyErrors(CountFit fit, int places, int periods) {
        this.fit = fit;
        this.p = fit.design.columns();
        this.places = places;
        this.scores = new double[places * p];
        for (int row = 0; row < places * periods; row++) {
            double r = fit.design.y()[row] - fit.mean[row];
            for (int j = 0; j < p; j++) {
                scores[row / periods * p + j] += r * fit.design.x()[row * p + j];
            }
        }
    }

    double estimate(double[] weights) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += weights[j] * fit.beta[j];
        }
        return sum;
    }

    /** The covariance of combinations; by place or by the scatter of counts, whichever has the larger trace. */
    double[] covariance(List<double[]> combinations) {
        double[] byScatter = byScatter(combinations);
        double[] byPlace = byPlace(combinations);
        return trace(byPlace, combinations.size()) > trace(byScatter, combinations.size()) ? byPlace : byScatter;
    }

    private double[][] solved(List<double[]> combinations) {
        int m = combinations.size();
        double[][] solved = new double[m][p];
        for (int a = 0; a < m; a++) {
            for (int i = 0; i < p; i++) {
                double w = combinations.get(a)[i];
                for (int j = 0; j < p && w != 0; j++) {
                    solved[a][j] += w * fit.unscaled[i * p + j];
                }
            }
        }
        return solved;
    }

    private double[] byScatter(List<double[]> combinations) {
        int m = combinations.size();
        double[][] solved = solved(combinations);
        double[] v = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                v[a * m + b] = fit.dispersion * dot(solved[a], combinations.get(b), 0);
            }
        }
        return v;
    }

    private double[] byPlace(List<double[]> combinations) {
        int m = combinations.size();
        double[][] solved = solved(combinations);
        double[] v = new double[m * m];
        double correction = places / Math.max(1.0, places - 1);
        for (int i = 0; i < places; i++) {
            for (int a = 0; a < m; a++) {
                double own = correction * dot(solved[a], scores, i * p);
                for (int b = 0; b < m; b++) {
                    v[a * m + b] += own * dot(solved[b], scores, i * p);
                }
            }
        }
        return v;
    }

    /** Wald's statistic of all combinations being nought. */
    double wald(List<double[]> combinations) {
        int m = combinations.size();
        double[] v = covariance(combinations);
        double[] u = combinations.stream().mapToDouble(this::estimate).toArray();
        double[] solved = u.clone();
        if (!Cholesky.factor(v, m, 1e-10)) {
            // More combinations than places: only the scatter of counts can tell.
            v = byScatter(combinations);
            var _ = Cholesky.factor(v, m, 0);
        }
        Cholesky.solve(v, m, solved);
        return dot(u, solved, 0);
    }

    private static double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[from + j];
        }
        return sum;
    }

    private static double trace(double[] v, int m) {
        double sum = 0;
        for (int a = 0; a < m; a++) {
            sum += v[a * m + a];
        }
        return sum;
    }
}
