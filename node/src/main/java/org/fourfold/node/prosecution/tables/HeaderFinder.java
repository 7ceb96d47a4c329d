package org.fourfold.node.prosecution.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fourfold.node.tables.Cell;
import org.fourfold.node.tables.Cell.Kind;
import org.fourfold.node.tables.SheetRow;

/**
 * Finds the headings below a title, an address, a date of printing. A row of headings is as wide as the rows below it, holds
 * words and no figures, none of them twice, and words that head columns; the rows below it look otherwise.
 */
public final class HeaderFinder {

    private static final int ROWS_LOOKED_AT = 40;
    private static final int ROWS_BELOW = 20;
    private static final double WIDTH_SHARE_MIN = 0.5;
    private static final double SCORE_MIN = 1.5;
    private static final int HEADING_CHARACTERS_MAX = 80;

    private HeaderFinder() {}

    /** What speaks for one row. */
    private record Candidate(SheetRow row, double score, int known, int filled, boolean differs) {}

    public static HeaderGuess of(List<SheetRow> rows) {
        Candidate best = null;
        for (int i = 0; i < Math.min(rows.size(), ROWS_LOOKED_AT); i++) {
            Optional<Candidate> candidate =
                    candidate(rows.get(i), rows.subList(i + 1, Math.min(rows.size(), i + 1 + ROWS_BELOW)));
            if (candidate.isPresent() && (best == null || candidate.get().score() > best.score())) {
                best = candidate.get();
            }
        }
        if (best == null || best.score() < SCORE_MIN || best.row().number() > Mapping.HEADER_ROW_MAX) {
            return new HeaderGuess(0, List.of(new Reason("prosecution.table.header.none", Map.of())));
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason("prosecution.table.header.filled", Map.of("count", Integer.toString(best.filled()))));
        if (best.known() > 0) {
            reasons.add(new Reason("prosecution.table.header.known", Map.of("count", Integer.toString(best.known()))));
        }
        if (best.differs()) {
            reasons.add(new Reason("prosecution.table.header.differs", Map.of()));
        }
        return new HeaderGuess((int) best.row().number(), reasons);
    }

    private static Optional<Candidate> candidate(SheetRow row, List<SheetRow> below) {
        List<Cell> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
        Set<String> names = new HashSet<>();
        int known = 0;
        for (Cell cell : filled) {
            if (cell.kind() != Kind.TEXT || cell.text().length() > HEADING_CHARACTERS_MAX || isData(cell)) {
                return Optional.empty();
            }
            names.add(Words.plain(cell.text()));
            known += ColumnRole.of(cell.text()).isPresent() ? 1 : 0;
        }
        int usual = usualFilled(below);
        if (filled.isEmpty() || filled.size() < WIDTH_SHARE_MIN * usual || (filled.size() < 2 && usual > 1)) {
            return Optional.empty();
        }
        double unlike = unlike(row, below);
        double score = known * 1.5 / filled.size()
                + Math.min(1.0, filled.size() / (double) Math.max(1, usual))
                + unlike
                - (filled.size() - names.size()) / (double) filled.size();
        return Optional.of(new Candidate(row, score, known, filled.size(), unlike > 0));
    }

    private static boolean isData(Cell cell) {
        Set<ValueShape> shapes = ValueShape.shapes(cell);
        return shapes.stream().anyMatch(shape -> shape != ValueShape.WORDS && shape != ValueShape.LETTER);
    }

    private static int usualFilled(List<SheetRow> below) {
        int[] sizes = below.stream()
                .mapToInt(row -> (int)
                        row.cells().stream().filter(cell -> !cell.isEmpty()).count())
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** The share of columns whose cells below are figures, dates and the like, which a row of headings never holds. */
    private static double unlike(SheetRow row, List<SheetRow> below) {
        List<Integer> columns = IntStream.range(0, row.width())
                .filter(column -> !row.cell(column).isEmpty())
                .boxed()
                .toList();
        long unlike = columns.stream()
                .filter(column -> {
                    List<Cell> cells = below.stream()
                            .map(one -> one.cell(column))
                            .filter(cell -> !cell.isEmpty())
                            .toList();
                    long data = cells.stream()
                            .filter(cell -> cell.kind() != Kind.TEXT || isData(cell))
                            .count();
                    return data > 0 && data * 2 >= cells.size();
                })
                .count();
        return columns.isEmpty() ? 0 : unlike / (double) columns.size();
    }
}
