package org.fourfold.command.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of an estimate, once for the terminal and for the report page.
 *
 * @param title of the page
 */
public record Document(String title, List<Part> parts) {

    /** A piece of it. */
    public sealed interface Part {}

    /** A paragraph. */
    public record Sentence(String text) implements Part {}

    /** What stands over the parts that follow. */
    public record Heading(String text) implements Part {}

    /**
     * A table.
     *
     * @param kinds of its columns, as many as each row has cells
     * @param rows the heading first
     */
    public record Grid(List<Kind> kinds, List<List<String>> rows) implements Part {

        public Grid {
            kinds = List.copyOf(kinds);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** A table whose first column names the row and whose others are numbers. */
        static Grid ofNumbers(List<List<String>> rows) {
            List<Kind> kinds = new ArrayList<>(List.of(Kind.WORDS));
            for (int i = 1; i < rows.getFirst().size(); i++) {
                kinds.add(Kind.NUMBER);
            }
            return new Grid(kinds, rows);
        }
    }

    /** What a column holds: words begin at the left, numbers end at the right. */
    public enum Kind {
        WORDS,
        NUMBER
    }

    /** What must be read with the numbers. */
    public record Cautions(List<String> said) implements Part {

        public Cautions {
            said = List.copyOf(said);
        }
    }

    /** How anybody makes the same again. */
    public record Again(String text) implements Part {}

    public Document {
        parts = List.copyOf(parts);
    }

    /** For the terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Sentence(String text) -> lines.add(text);
                case Heading(String text) -> {
                    lines.add("");
                    lines.add(text);
                }
                case Grid grid -> {
                    lines.add("");
                    lines.addAll(set(grid));
                    lines.add("");
                }
                case Cautions(List<String> said) -> said.forEach(each -> lines.add("! " + each));
                case Again(String text) -> lines.add(text);
            }
        }
        return lines;
    }

    private static List<String> set(Grid grid) {
        int[] widths = new int[grid.kinds().size()];
        for (List<String> row : grid.rows()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return grid.rows().stream().map(row -> row(grid.kinds(), widths, row)).toList();
    }

    private static String row(List<Kind> kinds, int[] widths, List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String room = " ".repeat(widths[i] - length(cells.get(i)));
            row.append(i == 0 ? "" : "  ");
            row.append(kinds.get(i) == Kind.WORDS ? cells.get(i) + room : room + cells.get(i));
        }
        return row.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
