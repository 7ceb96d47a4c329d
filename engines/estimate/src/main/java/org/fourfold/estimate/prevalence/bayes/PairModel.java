package org.fourfold.estimate.prevalence.bayes;

import java.util.Arrays;
import java.util.Optional;
import org.fourfold.estimate.numbers.Cholesky;
import org.fourfold.estimate.prevalence.CaptureTable;

/**
 * The Poisson log-linear model of a table: a term is a set of lists (none: the intercept; one: a list; two: a dependence) and
 * stands in the histories that hold all of them.
 *
 * <p>So the predictor of all histories is the sum over subsets of the terms, and gradient and information are sums over
 * supersets of the histories: one transform of {@code lists * 2^(lists-1)} additions each (Yates 1937), no design matrix.
 */
final class PairModel {

    private static final int STEPS_MAX = 100;

    private final int lists;
    /** Masks; the intercept first. */
    private final int[] terms;
    /** By term: how many persons are on all of its lists. */
    private final double[] sufficient;
    /** By term: one over the prior variance. */
    private final double[] precision;
    /** The histories that are in the likelihood: seen or not, not those on no list nor those that hold an excluded pair. */
    private final int[] histories;

    /**
     * A model.
     *
     * @param terms masks, the intercept 0 first
     * @param precision of each term's normal prior around 0; 0 for a flat one
     * @param excluded pairs at minus infinity, as masks
     */
    PairModel(CaptureTable table, int[] terms, double[] precision, int[] excluded) {
        this.lists = table.lists().size();
        this.terms = terms;
        this.precision = precision;
        this.sufficient = Arrays.stream(terms).mapToDouble(table::onAll).toArray();
        this.histories = java.util.stream.IntStream.range(1, table.histories())
                .filter(h -> Arrays.stream(excluded).noneMatch(pair -> (h & pair) == pair))
                .toArray();
    }

    int size() {
        return terms.length;
    }

    /**
     * The log posterior up to a constant.
     *
     * @param beta by term
     * @param desk {@code 2^lists} numbers of scratch memory
     */
    double log(double[] beta, double[] desk) {
        predict(beta, desk);
        double log = 0;
        for (int i = 0; i < terms.length; i++) {
            log += beta[i] * (sufficient[i] - 0.5 * precision[i] * beta[i]);
        }
        for (int history : histories) {
            log -= Math.exp(desk[history]);
        }
        return log;
    }

    private void predict(double[] beta, double[] desk) {
        Arrays.fill(desk, 0);
        for (int i = 0; i < terms.length; i++) {
            desk[terms[i]] = beta[i];
        }
        for (int bit = 1; bit < desk.length; bit <<= 1) {
            for (int from = bit; from < desk.length; from += 2 * bit) {
                for (int h = from; h < from + bit; h++) {
                    desk[h] += desk[h - bit];
                }
            }
        }
    }

    /** By set of lists, the expected number of persons on all of them. */
    private double[] expected(double[] beta) {
        double[] desk = new double[1 << lists];
        predict(beta, desk);
        double[] sums = new double[1 << lists];
        for (int history : histories) {
            sums[history] = Math.exp(desk[history]);
        }
        for (int bit = 1; bit < sums.length; bit <<= 1) {
            for (int h = 0; h < sums.length; h++) {
                if ((h & bit) == 0) {
                    sums[h] += sums[h | bit];
                }
            }
        }
        return sums;
    }

    /**
     * The posterior's peak.
     *
     * @param beta by term
     * @param factor Cholesky's of the negative second derivative there
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
    record Mode(double[] beta, double[] factor) {}

    /**
     * Newton's way to the peak. There is none when terms cannot be told apart or some parameter runs away: a flat prior then has
     * no proper posterior (Fienberg, Rinaldo 2012; Silverman 2020).
     */
    Optional<Mode> mode() {
        double[] beta = new double[terms.length];
        beta[0] = Math.log(Math.max(1, sufficient[0]));
        for (int i = 1; i < terms.length; i++) {
            beta[i] = Integer.bitCount(terms[i]) == 1 ? Math.log(Math.max(.5, sufficient[i]) / sufficient[0]) : 0;
        }
        double[] desk = new double[1 << lists];
        double log = log(beta, desk);
        for (int step = 0; step < STEPS_MAX; step++) {
            double[] sums = expected(beta);
            double[] factor = information(sums);
            if (!Cholesky.factor(factor, terms.length, 1e-11)) {
                return Optional.empty();
            }
            double[] move = new double[terms.length];
            for (int i = 0; i < terms.length; i++) {
                move[i] = sufficient[i] - sums[terms[i]] - precision[i] * beta[i];
            }
            Cholesky.solve(factor, terms.length, move);
            double largest = Arrays.stream(move).map(Math::abs).max().orElseThrow();
            if (largest < 1e-7) {
                return Optional.of(new Mode(beta, factor));
            }
            log = moved(beta, move, log, desk);
        }
        return Optional.empty();
    }

    /** Takes as much of the step as makes the posterior no smaller. */
    private double moved(double[] beta, double[] move, double log, double[] desk) {
        double[] next = new double[beta.length];
        for (double part = 1; part > 1e-9; part /= 2) {
            for (int i = 0; i < beta.length; i++) {
                next[i] = beta[i] + part * move[i];
            }
            double there = log(next, desk);
            if (there >= log - 1e-9 * Math.abs(log)) {
                System.arraycopy(next, 0, beta, 0, beta.length);
                return there;
            }
        }
        return log;
    }

    private double[] information(double[] sums) {
        int n = terms.length;
        double[] information = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                information[i * n + j] = sums[terms[i] | terms[j]];
            }
            information[i * n + i] += precision[i];
        }
        return information;
    }

    int cells() {
        return 1 << lists;
    }
}
