package org.fourfold.linkage.report;

import java.util.List;

/**
 * Standing bars over a counting axis on which each line is ten times the one below: few strong pairs stand beside millions of
 * weak ones and both are seen.
 *
 * @param columns the bars
 * @param marks what is written under the axis
 * @param texts for the numbers at the lines
 */
record ColumnChart(List<Column> columns, List<Mark> marks, Texts texts) implements Chart {

    private static final double LEFT = 40;
    private static final double RIGHT = WIDTH - 8;
    private static final double TOP = 10;
    private static final double BOTTOM = 168;
    private static final int LINES_MAX = 5;

    /**
     * One bar.
     *
     * @param from its left edge, from 0 to 1 over the axis
     * @param to its right edge
     * @param count its height
     * @param title what a pointer over it is told
     */
    record Column(double from, double to, long count, String title) {}

    /** A word under the axis, {@code at} from 0 to 1. */
    record Mark(double at, String text) {}

    @Override
    public int height() {
        return 190;
    }

    @Override
    public void draw(Markup svg) {
        long most = columns.stream().mapToLong(Column::count).max().orElse(0);
        int decades = Math.max(1, (int) Math.ceil(Math.log10(Math.max(1.0, (double) most))));
        int step = (decades + LINES_MAX - 1) / LINES_MAX;
        for (int decade = 0; decade <= decades; decade += step) {
            long count = Math.round(Math.pow(10, decade));
            Chart.line(svg, "grid", LEFT, y(count, decades), RIGHT, y(count, decades));
            Chart.label(svg, LEFT - 6, y(count, decades) + 3.5, "end", texts.compact(count));
        }
        for (Column column : columns) {
            if (column.count() > 0) {
                double x = x(column.from()) + .5;
                double y = y(column.count(), decades);
                Chart.bar(svg, "one", x, y, Math.max(1, x(column.to()) - x - .5), BOTTOM - y, column.title());
            }
        }
        Chart.line(svg, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (Mark mark : marks) {
            Chart.label(svg, x(mark.at()), BOTTOM + 15, "middle", mark.text());
        }
    }

    private static double x(double part) {
        return LEFT + part * (RIGHT - LEFT);
    }

    /** One stands a little above the axis, so that a single one is seen. */
    private static double y(long count, int decades) {
        double room = BOTTOM - TOP;
        double foot = 8;
        return BOTTOM - foot - Math.log10((double) count) / decades * (room - foot);
    }
}
