package org.fourfold.node.shell;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A count by month, drawn on the server: bars or a line, with the same figures as a table below it. Prints, needs no
 * script, is read aloud. Draw it with {@code @template.shell.chart(frame = frame, chart = …)}.
 *
 * @param caption what is counted
 * @param points months in order, none twice; a month that is missing has no figure, which is not the same as none counted
 */
public record MonthChart(String caption, Form form, List<Point> points) {

    /** More months than this are not drawn as one picture. */
    public static final int POINTS_MAX = 600;

    private static final int WIDTH = 720;
    private static final int HEIGHT = 250;
    private static final int LEFT = 56;
    private static final int RIGHT = 12;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;
    private static final int STEPS = 4;
    private static final int MONTHS_WITH_NAMES_MAX = 14;
    private static final double BAR_SHARE = 0.78;
    private static final int LABEL_SPACE = 44;

    /** How it is drawn. */
    public enum Form {
        BARS,
        LINE
    }

    /**
     * One month's count, zero or more.
     *
     * @param href the rows behind the figure
     */
    public record Point(YearMonth month, long count, Optional<String> href) {

        public Point {
            if (count < 0) {
                throw new IllegalArgumentException("a count is not negative");
            }
        }

        public static Point of(YearMonth month, long count) {
            return new Point(month, count, Optional.empty());
        }
    }

    /** A point with its place: x and width of its bar, y of its top, height down to the axis. */
    public record Placed(Point point, double x, double y, double width, double height) {

        public double middle() {
            return x + width / 2;
        }
    }

    /** A line of the grid with its figure. */
    public record Step(long value, double y) {}

    /** A word under the axis. */
    public record Mark(double x, YearMonth month, boolean yearOnly) {}

    public MonthChart {
        points = points.stream().sorted(Comparator.comparing(Point::month)).toList();
        if (points.size() > POINTS_MAX) {
            throw new IllegalArgumentException("more than " + POINTS_MAX + " months");
        }
    }

    public static MonthChart bars(String caption, List<Point> points) {
        return new MonthChart(caption, Form.BARS, points);
    }

    public static MonthChart line(String caption, List<Point> points) {
        return new MonthChart(caption, Form.LINE, points);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    public double left() {
        return LEFT;
    }

    public double right() {
        return WIDTH - RIGHT;
    }

    public double bottom() {
        return HEIGHT - BOTTOM;
    }

    public long total() {
        return points.stream().mapToLong(Point::count).sum();
    }

    /** The month with the most, the first of them when several have. */
    public Optional<Point> highest() {
        return points.stream()
                .max(Comparator.comparingLong(Point::count).thenComparing(Point::month, Comparator.reverseOrder()));
    }

    /** Each point in its place; a month without a figure leaves a gap. */
    public List<Placed> placed() {
        double slot = slot();
        double width = slot * BAR_SHARE;
        return points.stream()
                .map(point -> {
                    double height = round(point.count() * (bottom() - TOP) / top());
                    double x = round(LEFT + index(point.month()) * slot + (slot - width) / 2);
                    return new Placed(point, x, bottom() - height, round(width), height);
                })
                .toList();
    }

    /** The line's stretches, one for each run of months without a gap, as the {@code points} of an SVG polyline. */
    public List<String> stretches() {
        List<String> stretches = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        YearMonth expected = null;
        for (Placed placed : placed()) {
            if (expected != null && !placed.point().month().equals(expected)) {
                stretches.add(run.toString());
                run = new StringBuilder();
            }
            run.append(run.isEmpty() ? "" : " ")
                    .append(placed.middle())
                    .append(',')
                    .append(placed.y());
            expected = placed.point().month().plusMonths(1);
        }
        if (!run.isEmpty()) {
            stretches.add(run.toString());
        }
        return List.copyOf(stretches);
    }

    /** The grid, from nothing to the round figure above the highest. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        long by = Math.max(1, top() / STEPS);
        for (long value = 0; value <= top(); value += by) {
            steps.add(new Step(value, round(bottom() - value * (bottom() - TOP) / (double) top())));
        }
        return List.copyOf(steps);
    }

    /** Months by name when they are few, else the Januaries as years, as many as have room. */
    public List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (points.isEmpty()) {
            return marks;
        }
        boolean names = months() <= MONTHS_WITH_NAMES_MAX;
        double last = Double.NEGATIVE_INFINITY;
        YearMonth first = points.getFirst().month();
        for (int i = 0; i < months(); i++) {
            YearMonth month = first.plusMonths(i);
            double x = round(LEFT + (i + 0.5) * slot());
            if ((names || month.getMonth() == Month.JANUARY) && x - last >= LABEL_SPACE) {
                marks.add(new Mark(x, month, !names));
                last = x;
            }
        }
        return List.copyOf(marks);
    }

    private int months() {
        return points.isEmpty() ? 1 : index(points.getLast().month()) + 1;
    }

    private int index(YearMonth month) {
        return Math.toIntExact(points.getFirst().month().until(month, java.time.temporal.ChronoUnit.MONTHS));
    }

    private double slot() {
        return (right() - LEFT) / months();
    }

    /** A round figure not below the highest count that the steps divide evenly: 4, 8, 12, 20, 40, 80, 120, 200 … */
    private long top() {
        long highest = highest().map(Point::count).orElse(0L);
        long unit = 1;
        while (true) {
            for (long factor : new long[] {1, 2, 3, 5}) {
                if (factor * unit * STEPS >= highest) {
                    return factor * unit * STEPS;
                }
            }
            unit *= 10;
        }
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
