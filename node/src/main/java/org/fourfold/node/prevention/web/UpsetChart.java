package org.fourfold.node.prevention.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which combinations of lists hold how many persons (an UpSet picture; Lex, Gehlenborg, Strobelt, Vuillemot, Pfister 2014): a bar a
 * combination, the largest first, and below it a dot for each list that is in it.
 *
 * @param left where bars begin
 * @param bottom where bars stand
 * @param lists their names, with the height of each one's line
 * @param columns combinations, at most {@link #COLUMNS_MAX}
 * @param leftOut how many combinations more there are
 */
public record UpsetChart(
        int width, int height, int left, int bottom, List<Line> lists, List<Column> columns, int leftOut) {

    static final int COLUMNS_MAX = 24;

    private static final int LEFT = 60;
    private static final int COLUMN = 26;
    private static final int BARS = 150;
    private static final int TOP = 22;
    private static final int LINE = 22;
    private static final int GAP = 18;

    /** A list's line. */
    public record Line(String name, int y) {}

    /** A dot: filled where the list is in the combination. */
    public record Dot(int y, boolean in) {}

    /** One combination: its bar, its dots and the line that joins the first with the last filled one. */
    public record Column(
            String name, long persons, int x, int barY, int barHeight, List<Dot> dots, int joinedFrom, int joinedTo) {

        public Column {
            dots = List.copyOf(dots);
        }
    }

    public UpsetChart {
        lists = List.copyOf(lists);
        columns = List.copyOf(columns);
    }

    /**
     * Places the combinations.
     *
     * @param histories by set of lists, bit 0 for the first; one at least
     */
    static UpsetChart of(List<String> names, Map<Integer, Long> histories) {
        List<Map.Entry<Integer, Long>> sorted = histories.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<Map.Entry<Integer, Long>> shown = sorted.subList(0, Math.min(COLUMNS_MAX, sorted.size()));
        long most = Math.max(1, sorted.getFirst().getValue());
        int bottom = TOP + BARS;
        List<Line> lines = IntStream.range(0, names.size())
                .mapToObj(list -> new Line(names.get(list), y(bottom, list)))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < shown.size(); c++) {
            columns.add(column(names, shown.get(c), LEFT + COLUMN * c + COLUMN / 2, most, bottom));
        }
        return new UpsetChart(
                LEFT + COLUMN * shown.size() + LEFT / 3,
                y(bottom, names.size() - 1) + LINE,
                LEFT,
                bottom,
                lines,
                columns,
                sorted.size() - shown.size());
    }

    private static Column column(List<String> names, Map.Entry<Integer, Long> history, int x, long most, int bottom) {
        int set = history.getKey();
        int height = (int) Math.max(1, Math.round((double) BARS * history.getValue() / most));
        List<Dot> dots = IntStream.range(0, names.size())
                .mapToObj(list -> new Dot(y(bottom, list), (set >> list & 1) == 1))
                .toList();
        return new Column(
                String.join(
                        " + ",
                        IntStream.range(0, names.size())
                                .filter(list -> (set >> list & 1) == 1)
                                .mapToObj(names::get)
                                .toList()),
                history.getValue(),
                x,
                bottom - height,
                height,
                dots,
                y(bottom, Integer.numberOfTrailingZeros(set)),
                y(bottom, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(set)));
    }

    private static int y(int bottom, int list) {
        return bottom + GAP + LINE * list;
    }
}
