package org.fourfold.estimate.prevalence.strata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fourfold.estimate.numbers.Cholesky;

/**
 * EM for a log-linear model of lists and covariates (Dempster, Laird, Rubin 1977): rows are shared out among the cells that agree
 * with what they know, in the proportion that the model expects, and one Newton step fits the model to that. Memory of one thread.
 */
final class CompletedFit {

    static final int ROUNDS_MAX = 20_000;
    /** Relative change of the parameters between rounds at the end. */
    private static final double SETTLED = 1e-8;
    /** Keeps parameters of cells that nobody has from running away: a prior precision that nothing else feels. */
    private static final double RIDGE = 1e-6;

    private static final double STEP_MAX = 1.5;

    private final CovariateTable table;
    private final Design design;
    private final int histories;
    /** By row, the profiles that agree with it. */
    private final int[][] agreeing;

    private final double[] beta;
    private final double[] expected;
    private final double[] completed;
    private final double[] gradient;
    private final double[] information;

    CompletedFit(CovariateTable table, Design design) {
        this.table = table;
        this.design = design;
        this.histories = table.table().histories();
        int profiles = table.profiles();
        this.agreeing = new int[table.counts().length][];
        for (int row = 0; row < agreeing.length; row++) {
            int at = row;
            agreeing[row] = java.util.stream.IntStream.range(0, profiles)
                    .filter(x -> table.agrees(at, x))
                    .toArray();
        }
        this.beta = new double[design.terms()];
        this.expected = new double[profiles * histories];
        this.completed = new double[profiles * histories];
        this.gradient = new double[design.terms()];
        this.information = new double[design.terms() * design.terms()];
    }

    /**
     * Which parameters stand in which cell.
     *
     * @param active by cell, profile times histories plus history
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for inner loops, never compared
    record Design(int terms, int[][] active) {

        /** Intercept, lists, covariates, each list with each covariate that can be seen beside it, covariates with each other. */
        static Design of(CovariateTable table, List<Integer> dependences) {
            int histories = table.table().histories();
            int cells = table.profiles() * histories;
            List<List<Integer>> active = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                active.add(new ArrayList<>(List.of(0)));
            }
            int terms = 1;
            int lists = table.table().lists().size();
            for (int j = 0; j < lists; j++) {
                terms = add(active, terms, histories, 1 << j, table, -1, 0, -1, 0);
            }
            for (int pair : dependences) {
                terms = add(active, terms, histories, pair, table, -1, 0, -1, 0);
            }
            for (int v = 0; v < table.covariates().size(); v++) {
                terms = addCovariate(active, terms, histories, table, v, lists);
            }
            return new Design(
                    terms,
                    active.stream()
                            .map(a -> a.stream().mapToInt(Integer::intValue).toArray())
                            .toArray(int[][]::new));
        }

        private static int addCovariate(
                List<List<Integer>> active, int before, int histories, CovariateTable table, int v, int lists) {
            int terms = before;
            Covariate covariate = table.covariates().get(v);
            for (int level = 1; level < covariate.levels().size(); level++) {
                terms = add(active, terms, histories, 0, table, v, level, -1, 0);
                for (int j = 0; j < lists; j++) {
                    if (covariate.recordedBy() != 1 << j) {
                        terms = add(active, terms, histories, 1 << j, table, v, level, -1, 0);
                    }
                }
                for (int w = 0; w < v; w++) {
                    for (int other = 1;
                            other < table.covariates().get(w).levels().size();
                            other++) {
                        terms = add(active, terms, histories, 0, table, v, level, w, other);
                    }
                }
            }
            return terms;
        }

        /** A term that stands where the lists are on and the covariates (unless -1) have those values. */
        private static int add(
                List<List<Integer>> active,
                int term,
                int histories,
                int lists,
                CovariateTable table,
                int v,
                int level,
                int w,
                int other) {
            for (int cell = 0; cell < active.size(); cell++) {
                int profile = cell / histories;
                boolean on = (cell % histories & lists) == lists;
                boolean first = v < 0 || table.level(profile, v) == level;
                boolean second = w < 0 || table.level(profile, w) == other;
                if (on && first && second) {
                    active.get(cell).add(term);
                }
            }
            return term + 1;
        }
    }

    /** Parameters to begin with: all alike. */
    double[] start(double[] counts) {
        double[] start = new double[design.terms()];
        start[0] = Math.log(Arrays.stream(counts).sum() / expected.length + 1);
        return start;
    }

    double[] beta() {
        return beta.clone();
    }

    /** Rounds from {@code start} until nothing changes; whether that was reached. */
    boolean settle(double[] counts, double[] start) {
        System.arraycopy(start, 0, beta, 0, beta.length);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            expect();
            complete(counts);
            double change = step();
            if (Double.isNaN(change)) {
                return false;
            }
            if (change < SETTLED) {
                expect();
                return true;
            }
        }
        return false;
    }

    private void expect() {
        for (int cell = 0; cell < expected.length; cell++) {
            double predictor = 0;
            for (int term : design.active()[cell]) {
                predictor += beta[term];
            }
            expected[cell] = Math.exp(predictor);
        }
    }

    private void complete(double[] counts) {
        Arrays.fill(completed, 0);
        for (int row = 0; row < counts.length; row++) {
            int history = table.histories()[row];
            double sum = 0;
            for (int x : agreeing[row]) {
                sum += expected[x * histories + history];
            }
            for (int x : agreeing[row]) {
                completed[x * histories + history] += counts[row] * expected[x * histories + history] / sum;
            }
        }
    }

    /** One Newton step towards the completed table; the largest change of a parameter, NaN where that is none. */
    private double step() {
        int n = beta.length;
        inform(RIDGE);
        for (int i = 0; i < n; i++) {
            gradient[i] = -RIDGE * beta[i];
        }
        for (int cell = 0; cell < expected.length; cell++) {
            if (cell % histories != 0) {
                double difference = completed[cell] - expected[cell];
                for (int term : design.active()[cell]) {
                    gradient[term] += difference;
                }
            }
        }
        if (!Cholesky.factor(information, n, 1e-14)) {
            return Double.NaN;
        }
        Cholesky.solve(information, n, gradient);
        double largest = 0;
        for (double move : gradient) {
            largest = Math.max(largest, Math.abs(move));
        }
        double part = largest > STEP_MAX ? STEP_MAX / largest : 1;
        for (int i = 0; i < n; i++) {
            beta[i] += part * gradient[i];
        }
        return largest;
    }

    /** The information of the completed table, lower triangle. */
    private void inform(double ridge) {
        int n = beta.length;
        Arrays.fill(information, 0);
        for (int i = 0; i < n; i++) {
            information[i * n + i] = ridge;
        }
        for (int cell = 0; cell < expected.length; cell++) {
            if (cell % histories != 0) {
                int[] active = design.active()[cell];
                for (int a = 0; a < active.length; a++) {
                    int row = active[a] * n;
                    for (int b = 0; b <= a; b++) {
                        information[row + active[b]] += expected[cell];
                    }
                }
            }
        }
    }

    /** Whether a completed table would tell the parameters apart. */
    boolean tellsApart() {
        inform(0);
        return Cholesky.factor(information, beta.length, 1e-9);
    }

    /** Persons by profile: the completed rows and those that the model expects on no list. */
    double[] byProfile(double[] counts) {
        complete(counts);
        double[] byProfile = new double[expected.length / histories];
        for (int x = 0; x < byProfile.length; x++) {
            byProfile[x] = expected[x * histories];
            for (int h = 1; h < histories; h++) {
                byProfile[x] += completed[x * histories + h];
            }
        }
        return byProfile;
    }
}
