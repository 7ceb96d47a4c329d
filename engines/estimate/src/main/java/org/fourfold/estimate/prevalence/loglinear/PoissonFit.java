package org.fourfold.estimate.prevalence.loglinear;

import org.fourfold.estimate.numbers.Cholesky;
import org.jspecify.annotations.Nullable;

/**
 * The maximum likelihood fit of a Poisson log-linear model to the observable cells of a table. Scratch memory of one worker:
 * nothing is allocated in a fit.
 *
 * <p>The design has a cell's row and a mask's column 1 where the cell holds the mask, so expected counts are products over the masks
 * a cell holds and the score and information are sums over the cells that hold a mask: with the transforms of Yates (1937) an
 * iteration of Newton's method, which for the canonical link is iteratively reweighted least squares (McCullagh, Nelder 1989, 2.5),
 * costs {@code lists × 2^lists} additions and one Cholesky factorisation. A parameter at minus infinity is a factor 0. The
 * step is halved while the likelihood falls; the fit ends when half the Newton decrement is below 1e-10 of log-likelihood and that
 * last step is taken, which leaves errors at the rounding of doubles.
 */
final class PoissonFit {

    private static final double DECREMENT = 1e-10;
    private static final int STEPS_MAX = 500;
    /** Where the information is nearly singular, a step along it leads nowhere: it is turned towards the score (Marquardt 1963). */
    private static final double DAMPING_MIN = 1e-8;

    private static final double RIDGE_MAX = 1e20;
    private static final double SHARE_MIN = 1e-3;

    final Marginals data;
    final Parameters model;
    /** By mask; minus infinity where nobody holds it; what the model has not is 0. */
    final double[] beta;
    /** Expected counts of cells by mask of all that hold it. */
    final double[] expected;

    private final Existence existence;
    private final double[] trial;
    private final double[] mean;
    private final double[] score;
    private double[] information = new double[0];
    private double objective;

    PoissonFit(int lists) {
        data = new Marginals(lists);
        model = new Parameters(lists);
        existence = new Existence(data);
        int size = 1 << lists;
        beta = new double[size];
        trial = new double[size];
        mean = new double[size];
        expected = new double[size];
        score = new double[size];
    }

    Verdict fit(Interactions interactions, double @Nullable [] start) {
        return fit(interactions.raw(), interactions.count(), start);
    }

    /**
     * Fits the model to the table that {@link #data} holds now, if there is one estimate.
     *
     * @param interactions the first {@code count} masks are the model's
     * @param start coefficients by mask to begin with, such as those of a fit to a similar table; may be {@link #beta} itself
     */
    Verdict fit(int[] interactions, int count, double @Nullable [] start) {
        model.set(data, interactions, count);
        Verdict verdict = existence.of(model);
        if (verdict.isSound()) {
            begin(start);
            climb();
        }
        return verdict;
    }

    private void begin(double @Nullable [] start) {
        int n = model.finiteCount;
        if (information.length < n * n) {
            information = new double[n * n];
        }
        if (start == null) {
            firstGuess();
            return;
        }
        System.arraycopy(start, 0, trial, 0, beta.length);
        java.util.Arrays.fill(beta, 0);
        for (int i = 0; i < n; i++) {
            double from = trial[model.finite[i]];
            beta[model.finite[i]] = Double.isInfinite(from) ? 0 : from;
        }
        emptied(beta);
    }

    private void emptied(double[] coefficients) {
        for (int i = 0; i < model.emptyCount; i++) {
            coefficients[model.empty[i]] = Double.NEGATIVE_INFINITY;
        }
    }

    /** One step of least squares from the counts themselves. */
    private void firstGuess() {
        data.start();
        if (model.emptyCount > 0) {
            for (int cell = 1; cell < data.size; cell++) {
                if (model.leavesOut(cell)) {
                    data.startWeight[cell] = 0;
                    data.startResponse[cell] = 0;
                }
            }
        }
        Marginals.upward(data.startWeight, data.size);
        Marginals.upward(data.startResponse, data.size);
        int n = model.finiteCount;
        for (int i = 0; i < n; i++) {
            score[i] = data.startResponse[model.finite[i]];
        }
        solve(data.startWeight, 0);
        java.util.Arrays.fill(beta, 0);
        for (int i = 0; i < n; i++) {
            beta[model.finite[i]] = score[i];
        }
        emptied(beta);
    }

    private void climb() {
        int n = model.finiteCount;
        objective = evaluate(beta);
        double damping = 0;
        for (int step = 0; step < STEPS_MAX; step++) {
            for (int i = 0; i < n; i++) {
                score[i] = data.onAll[model.finite[i]] - expected[model.finite[i]];
            }
            solve(expected, damping);
            double decrement = 0;
            for (int i = 0; i < n; i++) {
                int mask = model.finite[i];
                decrement += score[i] * (data.onAll[mask] - expected[mask]);
            }
            if (!hasAdvanced()) {
                damping = damping == 0 ? DAMPING_MIN : damping * 10;
            } else if (damping == 0 && decrement < DECREMENT) {
                return;
            } else {
                damping = damping <= DAMPING_MIN ? 0 : damping / 10;
            }
        }
        throw new ArithmeticException("a fit that exists was not found in " + STEPS_MAX + " steps");
    }

    /** Takes the step in {@link #score}, or as much of it as does not lower the likelihood. */
    private boolean hasAdvanced() {
        int n = model.finiteCount;
        double slack = 1e-12 * (1 + Math.abs(objective));
        for (double share = 1; share > SHARE_MIN; share /= 2) {
            for (int i = 0; i < n; i++) {
                trial[model.finite[i]] = beta[model.finite[i]] + share * score[i];
            }
            double reached = evaluate(trial);
            if (reached >= objective - slack) {
                objective = reached;
                for (int i = 0; i < n; i++) {
                    beta[model.finite[i]] = trial[model.finite[i]];
                }
                return true;
            }
        }
        objective = evaluate(beta);
        return false;
    }

    /** Expected counts by mask for these coefficients, and the log-likelihood but for what does not depend on them. */
    private double evaluate(double[] coefficients) {
        java.util.Arrays.fill(mean, 1);
        double fit = 0;
        for (int i = 0; i < model.finiteCount; i++) {
            int mask = model.finite[i];
            double b = coefficients[mask];
            mean[mask] = Math.exp(b);
            fit += b * data.onAll[mask];
        }
        for (int i = 0; i < model.emptyCount; i++) {
            mean[model.empty[i]] = 0;
        }
        // onAll[0] counts all cases, as the intercept belongs to each cell.
        Marginals.products(mean, data.size);
        System.arraycopy(mean, 0, expected, 0, data.size);
        expected[0] = 0;
        Marginals.upward(expected, data.size);
        double value = fit - expected[0];
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    /** Solves (XᵀWX) x = score in place, the weights given as sums by mask. */
    private void solve(double[] weights, double damping) {
        double ridge = damping;
        while (!factored(weights, ridge)) {
            // Rounding alone can do this, as the rank was seen to be full.
            ridge = ridge == 0 ? 1e-12 : ridge * 100;
        }
        Cholesky.solve(information, model.finiteCount, score);
    }

    private boolean factored(double[] weights, double ridge) {
        int n = model.finiteCount;
        int[] masks = model.finite;
        for (int i = 0; i < n; i++) {
            int row = i * n;
            int mask = masks[i];
            for (int j = 0; j <= i; j++) {
                information[row + j] = weights[mask | masks[j]];
            }
            information[row + i] *= 1 + ridge;
            if (!(ridge < RIDGE_MAX)) {
                throw new ArithmeticException("the information of a fit is no number");
            }
        }
        return Cholesky.factor(information, n, 0);
    }

    /** How many persons no list has: exp(intercept). */
    double unseen() {
        return Math.exp(beta[0]);
    }

    /** How many there are, with those that some list has. */
    double population() {
        return data.cases + unseen();
    }

    /** Standard error of the logarithm of {@link #unseen()}, from the information. */
    double logUnseenError() {
        java.util.Arrays.fill(score, 0, model.finiteCount, 0);
        score[0] = 1;
        solve(expected, 0);
        return Math.sqrt(score[0]);
    }

    double logLikelihood() {
        return data.saturated - deviance() / 2;
    }

    double deviance() {
        return 2 * (data.entropy - objective);
    }

    /** Akaike's criterion; parameters at minus infinity are counted. */
    double aic() {
        return -2 * logLikelihood() + 2 * model.count();
    }

    /** Schwarz's criterion with the number of cases as sample size. */
    double bic() {
        return -2 * logLikelihood() + model.count() * Math.log(data.cases);
    }
}
