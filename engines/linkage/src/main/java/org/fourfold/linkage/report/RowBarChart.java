package org.fourfold.linkage.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lying bars with their words above them: one or two bars a row, each a part of the longest.
 *
 * @param rows top to bottom
 */
record RowBarChart(List<Row> rows) implements Chart {

    private static final double TEXT = 14;
    private static final double THICK = 8;
    private static final double GAP = 10;
    private static final double NARROWEST = 1;
    /** Letters that have room on a line beside the value. */
    private static final int LETTERS_MAX = 32;
    /** Lines of a row's words; the whole is in the table. */
    private static final int LINES_MAX = 2;

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
        return (int) Math.ceil(rows.stream().mapToDouble(RowBarChart::height).sum() - GAP + 2);
    }

    private static double height(Row row) {
        return lines(row.label()).size() * TEXT + 2 * THICK + 3 + GAP;
    }

    @Override
    public void draw(Markup svg) {
        double top = 0;
        for (Row row : rows) {
            List<String> lines = lines(row.label());
            for (int line = 0; line < lines.size(); line++) {
                Chart.label(svg, 0, top + (line + 1) * TEXT - 4, "start", lines.get(line));
            }
            Chart.label(svg, WIDTH, top + lines.size() * TEXT - 4, "end", row.value());
            double bars = top + lines.size() * TEXT + 1;
            bar(svg, "one", bars, row.first(), row.title());
            bar(svg, "two", bars + THICK + 1, row.second(), row.title());
            top += height(row);
        }
    }

    private static void bar(Markup svg, String style, double y, double part, String title) {
        Chart.line(svg, "grid", 0, y + THICK / 2, WIDTH, y + THICK / 2);
        if (part > 0) {
            Chart.bar(svg, style, 0, y, Math.max(NARROWEST, part * WIDTH), THICK, title);
        }
    }

    /** The words on at most {@link #LINES_MAX} lines, cut where there is no room. */
    private static List<String> lines(String label) {
        List<String> lines = new ArrayList<>();
        String rest = label.strip();
        while (length(rest) > LETTERS_MAX && lines.size() < LINES_MAX - 1) {
            int end = rest.offsetByCodePoints(0, LETTERS_MAX);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(
                length(rest) > LETTERS_MAX
                        ? rest.substring(0, rest.offsetByCodePoints(0, LETTERS_MAX - 1)) + "\u2026"
                        : rest);
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
