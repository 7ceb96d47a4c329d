package org.fourfold.linkage.report;

import java.util.List;

/**
 * Lying bars with their words above them: one or two bars a row, each a part of the longest.
 *
 * @param rows top to bottom
 */
record RowBarChart(List<Row> rows) implements Chart {

    private static final double TEXT = 13;
    private static final double THICK = 9;
    private static final double GAP = 9;
    private static final double NARROWEST = 1;
    /** Letters of a row's words that have room; the whole is in the table. */
    private static final int LETTERS_MAX = 38;

    /**
     * A row.
     *
     * @param label its words
     * @param value what is written at its right
     * @param first the first bar, from 0 to 1
     * @param second the second bar, from 0 to 1
     * @param title what a pointer over it is told
     */
    record Row(String label, String value, double first, double second, String title) {}

    @Override
    public int height() {
        return (int) Math.ceil(rows.size() * rowHeight());
    }

    private static double rowHeight() {
        return TEXT + 2 * THICK + GAP + 4;
    }

    @Override
    public void draw(Markup svg) {
        double y = 0;
        for (Row row : rows) {
            Chart.label(svg, 0, y + TEXT - 3, "start", shortened(row.label()));
            Chart.label(svg, WIDTH, y + TEXT - 3, "end", row.value());
            bar(svg, "one", y + TEXT + 2, row.first(), row.title());
            bar(svg, "two", y + TEXT + 3 + THICK, row.second(), row.title());
            y += rowHeight();
        }
    }

    private static void bar(Markup svg, String style, double y, double part, String title) {
        Chart.line(svg, "grid", 0, y + THICK / 2, WIDTH, y + THICK / 2);
        if (part > 0) {
            Chart.bar(svg, style, 0, y, Math.max(NARROWEST, part * WIDTH), THICK, title);
        }
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LETTERS_MAX
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LETTERS_MAX - 1)) + "\u2026";
    }
}
