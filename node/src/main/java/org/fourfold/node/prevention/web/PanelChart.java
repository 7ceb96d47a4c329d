package org.fourfold.node.prevention.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.fourfold.estimate.prevalence.Limits;
import org.fourfold.estimate.prevalence.MethodResult;

/**
 * Methods below each other on one axis of persons: a dot for the estimate, a thick line for four times in five, a thin one for
 * nineteen in twenty. The axis is logarithmic, as limits are ratios; a limit that the data do not set runs out of the picture.
 *
 * @param width in the picture's units
 * @param left where the axis begins; what lies before is for names
 */
public record PanelChart(int width, int height, int left, int right, int bottom, List<Step> steps, List<Row> rows) {

    private static final int WIDTH = 780;
    private static final int LEFT = 290;
    private static final int RIGHT = 752;
    private static final int TOP = 14;
    private static final int ROW = 36;
    private static final int FOOT = 34;
    /** Beyond this ratio of the axis' ends its numbers would stand too close. */
    private static final double WIDE = 8;

    private static final List<Double> COARSE = List.of(1.0, 2.0, 5.0);
    private static final List<Double> FINE = List.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0);

    /** A labelled number on the axis. */
    public record Step(double x, long persons) {}

    /**
     * One method.
     *
     * @param y of its line
     * @param x of its estimate; the others are ends of its lines
     */
    public record Row(String name, double y, double x, double from80, double to80, double from95, double to95) {}

    public PanelChart {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    /**
     * Places what the methods say.
     *
     * @param names of the methods, in the answers' order; one at least
     */
    static PanelChart of(List<MethodResult.Answer> answers, List<String> names) {
        double lowest = answers.stream()
                .mapToDouble(a -> Math.min(a.estimate(), a.limits().lower95()))
                .min()
                .orElse(1);
        double highest = answers.stream()
                .flatMapToDouble(a -> DoubleStream.of(
                        a.estimate(), a.limits().upper95(), a.limits().upper80()))
                .filter(Double::isFinite)
                .max()
                .orElse(10);
        List<Double> nice = highest > WIDE * lowest ? COARSE : FINE;
        Scale scale = new Scale(nice, below(nice, Math.max(1, lowest)), above(nice, Math.max(2, highest)));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Limits limits = answers.get(i).limits();
            rows.add(new Row(
                    names.get(i),
                    TOP + ROW * (i + 0.5),
                    scale.x(answers.get(i).estimate()),
                    scale.x(limits.lower80()),
                    scale.x(limits.upper80()),
                    scale.x(limits.lower95()),
                    scale.x(limits.upper95())));
        }
        int bottom = TOP + ROW * answers.size();
        return new PanelChart(WIDTH, bottom + FOOT, LEFT, RIGHT, bottom, scale.steps(), rows);
    }

    /** The greatest round number that is not above. */
    private static double below(List<Double> nice, double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        double found = power;
        for (double digit : nice) {
            found = digit * power <= number ? digit * power : found;
        }
        return found;
    }

    /** The least round number that is not below. */
    private static double above(List<Double> nice, double number) {
        double at = below(nice, number);
        return at >= number ? at : next(nice, at);
    }

    private static double next(List<Double> nice, double at) {
        double power = Math.pow(10, Math.floor(Math.log10(at) + 1e-9));
        for (double digit : nice) {
            if (digit * power > at * (1 + 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private record Scale(List<Double> nice, double from, double to) {

        double x(double persons) {
            double share = (Math.log(Math.clamp(persons, from, to)) - Math.log(from)) / (Math.log(to) - Math.log(from));
            return Math.rint(10 * (LEFT + share * (RIGHT - LEFT))) / 10;
        }

        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            for (double at = from; at <= to * (1 + 1e-9); at = next(nice, at)) {
                steps.add(new Step(x(at), Math.round(at)));
            }
            return steps;
        }
    }
}
