package org.fourfold.command.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for the terminal: columns as wide as their texts where they fit, the widest wrapped between words where not. */
public final class Table {

    private static final String GAP = "  ";
    private static final int COLUMN_WIDTH_MIN = 12;

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> head) {
        this.head = List.copyOf(head);
    }

    /** Adds a row of as many texts as the head has. */
    public Table row(List<String> texts) {
        if (texts.size() != head.size()) {
            throw new IllegalArgumentException("a row of " + texts.size() + " under a head of " + head.size());
        }
        rows.add(List.copyOf(texts));
        return this;
    }

    /**
     * The table's lines, the head first and ruled off, none wider than {@code width} where its columns can be made that
     * narrow. A word is broken only where it is longer than half a line.
     */
    public List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>(cells(head, widths));
        StringBuilder rule = new StringBuilder();
        for (int w : widths) {
            rule.append(rule.isEmpty() ? "" : GAP).append("-".repeat(w));
        }
        lines.add(rule.toString());
        rows.forEach(row -> lines.addAll(cells(row, widths)));
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = new int[head.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = head.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        int over = sum(widths) + GAP.length() * (widths.length - 1) - width;
        over = narrow(widths, floors(width), over);
        int[] least = new int[widths.length];
        Arrays.fill(least, COLUMN_WIDTH_MIN);
        int left = narrow(widths, least, over);
        assert left <= Math.max(0, over);
        return widths;
    }

    /** Takes from the widest column that is above its floor, until nothing is over; returns what still is. */
    private static int narrow(int[] widths, int[] floors, int over) {
        int left = over;
        while (left > 0) {
            int widest = -1;
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] > floors[column] && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            left--;
        }
        return left;
    }

    /** The widths at which no word has to be broken, but for those longer than half a line. */
    private int[] floors(int width) {
        int[] floors = new int[head.size()];
        for (int column = 0; column < floors.length; column++) {
            int longest = longestWord(head.get(column));
            for (List<String> row : rows) {
                longest = Math.max(longest, longestWord(row.get(column)));
            }
            floors[column] = Math.max(COLUMN_WIDTH_MIN, Math.min(longest, width / 2));
        }
        return floors;
    }

    private static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split("\\s+", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int w : widths) {
            sum += w;
        }
        return sum;
    }

    private static List<String> cells(List<String> texts, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = wrap(texts.get(column), widths[column]);
            wrapped.add(cell);
            height = Math.max(height, cell.size());
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = wrapped.get(column);
                String part = line < cell.size() ? cell.get(line) : "";
                text.append(part)
                        .repeat(" ", Math.max(0, widths[column] - part.length()))
                        .append(GAP);
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
