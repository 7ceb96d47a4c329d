package org.fourfold.estimate.prevalence.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.fourfold.estimate.prevalence.CaptureTable;

/**
 * The table as it may leave the house. Which lists somebody stands on can name a person where few share it: counts of 1 to 4 are
 * withheld, and the smallest other count with them where a single one would follow from the total.
 *
 * @param withheld how many histories' counts are not given
 * @param cells histories that somebody has, by mask
 */
public record SmallCells(int withheld, List<Cell> cells) {

    /** The smallest count that may be shown. */
    public static final int SHOWN_MIN = 5;

    /** A history as a mask, and how many have it, unless that is withheld. */
    public record Cell(int history, OptionalInt count) {}

    public SmallCells {
        cells = List.copyOf(cells);
    }

    /** The table without its small counts. */
    public static SmallCells of(CaptureTable table) {
        List<Cell> observed = new ArrayList<>();
        for (int history = 1; history < table.histories(); history++) {
            if (table.count(history) > 0) {
                observed.add(new Cell(history, OptionalInt.of(table.count(history))));
            }
        }
        List<Cell> bySize = observed.stream()
                .sorted(Comparator.comparingInt(c -> c.count().orElseThrow()))
                .toList();
        int small = (int)
                bySize.stream().filter(c -> c.count().orElseThrow() < SHOWN_MIN).count();
        int withheld = small == 1 ? Math.min(2, bySize.size()) : small;
        List<Integer> hidden =
                bySize.subList(0, withheld).stream().map(Cell::history).toList();
        return new SmallCells(
                withheld,
                observed.stream()
                        .map(c -> hidden.contains(c.history()) ? new Cell(c.history(), OptionalInt.empty()) : c)
                        .toList());
    }
}
