package org.fourfold.estimate.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fourfold.estimate.numbers.Coefficient;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.numbers.Tails;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;

/**
 * Staggered adoption: every cohort (places that took a policy up in the same period) has an effect of its own in every cell of
 * relative time, and cohorts are averaged by how many places they have (Sun, Abraham 2021, Estimating dynamic treatment effects in
 * event studies with heterogeneous treatment effects), in a regression of counts with effects of place and period (Wooldridge 2023,
 * Simple approaches to nonlinear difference-in-differences with panel data). Nobody who has the policy already is a control.
 *
 * <p>Assumes that without the policy all places' rates would have moved by the same factors. Errors are the larger of those by
 * place (scores summed over its periods, G/(G-1)) and those by the scatter of counts: a cohort of one place leaves no residual by
 * which its own error could be seen.
 */
final class EventStudy {

    private static final int CELLS_MAX = 4_000_000;
    private static final int COLUMNS_MAX = 1_500;
    private static final int FEW = 5;
    private static final double DIFFERENT = 0.05;

    private final Panel panel;
    private final EventStudyOptions options;
    private final Problems problems = new Problems();
    /** First period of each place with the policy; {@code periods} for never. */
    private final int[] from;

    private final boolean neverAdopted;
    private final int periods;
    private final int[] places;
    /** Cohort and cell to column. */
    private final Map<Integer, TreeMap<Integer, Integer>> columns = new TreeMap<>();

    private final List<String> names = new ArrayList<>();

    private EventStudy(Panel panel, EventStudyOptions options) {
        this.panel = panel;
        this.options = options;
        int all = panel.periods();
        int[] adopted =
                IntStream.range(0, panel.places().size()).map(panel::from).toArray();
        int last = Arrays.stream(adopted).filter(f -> f < all).max().orElse(0);
        this.neverAdopted = Arrays.stream(adopted).anyMatch(f -> f == all);
        this.periods = neverAdopted ? all : last;
        this.from = Arrays.stream(adopted).map(f -> Math.min(f, periods)).toArray();
        this.places = IntStream.range(0, from.length).filter(i -> from[i] > 0).toArray();
        check();
        name();
    }

    static EventStudyResult of(Panel panel, EventStudyOptions options, Run run) {
        return new EventStudy(panel, options).result(run);
    }

    private void check() {
        if (Arrays.stream(from).noneMatch(f -> f > 0 && f < periods)) {
            problems.add(neverAdopted ? PolicyFault.NOBODY_ADOPTED : PolicyFault.NO_COMPARISON, "");
        }
        problems.refuse();
        if (!neverAdopted) {
            Series series = panel.places().getFirst().series();
            problems.add(PolicyFault.COMPARED_UNTIL, "", series.step().day(series.first(), periods));
        }
        if (places.length < from.length) {
            problems.add(PolicyFault.ALWAYS_ADOPTED, "", from.length - places.length);
        }
    }

    private int cell(int place, int t) {
        return Math.floorDiv(t - from[place], options.width());
    }

    /** Columns: places, periods from the second on, cells of cohorts without the reference. */
    private void name() {
        for (int i : places) {
            names.add(panel.places().get(i).series().name());
        }
        for (int t = 1; t < periods; t++) {
            names.add("period " + (t + 1));
        }
        Map<Integer, TreeMap<Integer, Double>> sums = new TreeMap<>();
        for (int i : places) {
            for (int t = 0; t < periods && from[i] < periods; t++) {
                sums.computeIfAbsent(from[i], none -> new TreeMap<>())
                        .merge(cell(i, t), panel.places().get(i).series().count(t), Double::sum);
            }
        }
        Series first = panel.places().getFirst().series();
        sums.forEach((cohort, cells) -> cells.forEach((cell, sum) -> {
            if (sum == 0) {
                problems.add(PolicyFault.EMPTY_CELL, "", first.step().day(first.first(), cohort), cell);
            }
            if (cell != -1) {
                columns.computeIfAbsent(cohort, none -> new TreeMap<>()).put(cell, names.size());
                names.add(cohort + " " + cell);
            }
        }));
        if (names.size() > COLUMNS_MAX || (long) names.size() * places.length * periods > CELLS_MAX) {
            problems.add(PolicyFault.PANEL_TOO_LARGE, "", names.size(), COLUMNS_MAX);
        }
        problems.refuse();
    }

    private Design design() {
        int p = names.size();
        int n = places.length * periods;
        double[] x = new double[n * p];
        double[] y = new double[n];
        double[] offset = new double[n];
        for (int k = 0; k < places.length; k++) {
            int i = places[k];
            Series series = panel.places().get(i).series();
            for (int t = 0; t < periods; t++) {
                int row = k * periods + t;
                x[row * p + k] = 1;
                if (t > 0) {
                    x[row * p + places.length + t - 1] = 1;
                }
                Integer column = columns.getOrDefault(from[i], new TreeMap<>()).get(cell(i, t));
                if (column != null) {
                    x[row * p + column] = 1;
                }
                y[row] = series.count(t);
                offset[row] = Math.log(series.exposure(t));
            }
        }
        return new Design(names, x, y, offset);
    }

    private EventStudyResult result(Run run) {
        CountFit fit = CountRegression.fit(design(), CountModel.QUASI_POISSON);
        run.goOn();
        EventStudyErrors errors = new EventStudyErrors(fit, places.length, periods);
        List<EventStudyResult.Cell> cells = new ArrayList<>();
        List<double[]> leads = new ArrayList<>();
        for (int r = -options.leads() - 1; r < options.lags(); r++) {
            double[] weights = new double[names.size()];
            int seen = weigh(r, weights);
            if (seen > 0) {
                cells.add(cell(r, weights, seen, errors));
            }
            if (seen > 0 && r < 0) {
                leads.add(weights);
            }
        }
        EventStudyResult.Before before = before(leads, errors);
        int adopting =
                (int) Arrays.stream(places).filter(i -> from[i] < periods).count();
        caution(before, adopting, places.length - adopting);
        DataDigest digest = new DataDigest();
        panel.into(digest);
        digest.text(options.toString());
        return new EventStudyResult(
                Provenance.of(digest, run),
                cells,
                cell(0, after(), adopting, errors),
                before,
                neverAdopted,
                new EventStudyResult.Places(adopting, places.length - adopting),
                fit.dispersion,
                problems.all());
    }

    /** All cells told from adoption on, each by how many places it has. */
    private double[] after() {
        double[] after = new double[names.size()];
        double all = 0;
        for (int r = 0; r < options.lags(); r++) {
            double[] weights = new double[names.size()];
            int seen = weigh(r, weights);
            for (int j = 0; j < after.length; j++) {
                after[j] += weights[j] * seen;
            }
            all += seen;
        }
        for (int j = 0; j < after.length; j++) {
            after[j] /= all;
        }
        return after;
    }

    /** Puts the cohorts' shares at their columns of a cell; how many places they have together. */
    private int weigh(int cell, double[] weights) {
        int all = 0;
        for (Map.Entry<Integer, TreeMap<Integer, Integer>> cohort : columns.entrySet()) {
            Integer column = cohort.getValue().get(cell);
            if (column != null) {
                int own = (int) Arrays.stream(places)
                        .filter(i -> from[i] == cohort.getKey())
                        .count();
                weights[column] = own;
                all += own;
            }
        }
        for (int j = 0; j < weights.length && all > 0; j++) {
            weights[j] /= all;
        }
        return all;
    }

    private EventStudyResult.Cell cell(int relative, double[] weights, int seen, EventStudyErrors errors) {
        double estimate = errors.estimate(weights);
        double error = Math.sqrt(errors.covariance(List.of(weights))[0]);
        double t = Tails.studentQuantile(1 - options.level(), places.length - 1);
        return new EventStudyResult.Cell(
                relative,
                new Coefficient(String.valueOf(relative), estimate, error),
                Math.exp(estimate - t * error),
                Math.exp(estimate + t * error),
                seen);
    }

    private EventStudyResult.Before before(List<double[]> leads, EventStudyErrors errors) {
        if (leads.isEmpty()) {
            return new EventStudyResult.Before(0, 0, 1);
        }
        double statistic = errors.wald(leads);
        return new EventStudyResult.Before(statistic, leads.size(), Tails.chiSquared(statistic, leads.size()));
    }

    private void caution(EventStudyResult.Before before, int adopting, int comparison) {
        if (before.p() < DIFFERENT) {
            problems.add(PolicyFault.DIFFERENT_BEFORE, "", Printed.p(before.p()));
        }
        if (adopting < FEW || comparison < FEW) {
            problems.add(PolicyFault.FEW_PLACES, "", adopting, comparison);
        }
    }
}
