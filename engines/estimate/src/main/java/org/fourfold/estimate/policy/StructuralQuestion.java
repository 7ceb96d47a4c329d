package org.fourfold.estimate.policy;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * A series, its controls, and from when on the policy was in force.
 *
 * @param name of the series
 * @param y its values, on a scale on which level and controls add up
 * @param controls that the policy cannot have touched, as long as {@code y}
 * @param from the first period with the policy, 0-based
 * @param isLog whether the values are logarithms, so that effects are ratios
 * @param options of the model
 */
@SuppressWarnings("ArrayRecordComponent")
public record StructuralQuestion(
        String name, double[] y, List<Control> controls, int from, boolean isLog, StructuralOptions options) {

    /** Fewer periods before the policy cannot teach a model. */
    static final int BEFORE_MIN = 12;

    /** As many controls as are looked through. */
    static final int CONTROLS_MAX = 50;

    /** A control series. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Control(String name, double[] values) {
        public Control {
            values = values.clone();
        }
    }

    public StructuralQuestion {
        y = y.clone();
        controls = List.copyOf(controls);
        Problems problems = new Problems();
        if (controls.isEmpty()) {
            problems.add(PolicyFault.NO_CONTROL, name);
        }
        if (controls.size() > CONTROLS_MAX) {
            problems.add(PolicyFault.TOO_MANY_CONTROLS, name, controls.size(), CONTROLS_MAX);
        }
        if (from < BEFORE_MIN || from >= y.length) {
            problems.add(
                    PolicyFault.TOO_FEW_AROUND, name, Math.max(0, from), Math.max(0, y.length - from), BEFORE_MIN, 1);
        }
        finite(name, y, problems);
        for (Control control : controls) {
            if (control.values().length != y.length) {
                problems.add(PolicyFault.LENGTHS_DIFFER, control.name(), control.values().length, y.length);
            }
            finite(control.name(), control.values(), problems);
        }
        problems.refuse();
    }

    private static void finite(String name, double[] values, Problems problems) {
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                problems.add(PolicyFault.VALUE_NOT_FINITE, name + " " + (t + 1));
            }
        }
    }

    /**
     * Rates on the scale of logarithms (half a case added, so that none is no obstacle); all series have the same periods.
     */
    public static StructuralQuestion of(
            Series series, List<Series> controls, Policy policy, StructuralOptions options) {
        Problems problems = new Problems();
        int from = series.from(policy.date());
        if (from < 1 || from >= series.size()) {
            problems.add(PolicyFault.POLICY_OUTSIDE, series.name(), policy.date(), series.first(), series.last());
        }
        List<Control> made = new ArrayList<>();
        for (Series control : controls) {
            if (control.step() != series.step()
                    || !control.first().equals(series.first())
                    || control.size() != series.size()) {
                problems.add(PolicyFault.PANEL_UNEVEN, control.name());
            }
            made.add(new Control(control.name(), logarithms(control)));
        }
        problems.refuse();
        return new StructuralQuestion(series.name(), logarithms(series), made, from, true, options);
    }

    private static double[] logarithms(Series series) {
        double[] logs = new double[series.size()];
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Math.log((series.count(t) + 0.5) / series.exposure(t));
        }
        return logs;
    }

    /** What is asked, for the digest of a result. */
    void into(DataDigest digest) {
        digest.text(name).numbers(y).whole(from).whole(isLog ? 1 : 0).text(options.toString());
        controls.forEach(c -> digest.text(c.name()).numbers(c.values()));
    }
}
