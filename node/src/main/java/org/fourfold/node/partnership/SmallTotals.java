package org.fourfold.node.partnership;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.PlaceCode;

/**
 * The rule about small totals, over time. Pure and deterministic.
 *
 * <ol>
 *   <li>A total below {@link FigureCell#LEAST} is not shown, whatever was shown before. It does not even reach this rule.
 *   <li>A total of at least that much is shown as it is, unless an earlier publication, withdrawn ones included, showed a
 *       figure of the same cell that lies less than {@link FigureCell#LEAST} away. Then the nearest of those stands again.
 * </ol>
 *
 * <p>So any two figures ever shown of one cell are equal or at least ten apart, and a cell that is not shown may hold
 * anything from none to nine. Nearest, not newest: if the newest within reach stood again, a step back to an older figure
 * would tell the true total exactly. There are no margins, and a series never changes its shape, so nothing else can be
 * subtracted.
 */
public final class SmallTotals {

    private SmallTotals() {}

    private record Key(int year, Optional<PlaceCode> place, String kind) {

        static Key of(FigureCell cell) {
            return new Key(cell.year(), cell.place(), cell.kind());
        }
    }

    /**
     * What may be published, in the order of cells.
     *
     * @param now the totals of today, each cell once
     * @param earlier every figure that any earlier publication of the series showed
     */
    public static List<PublishedCell> publishable(Collection<FigureCell> now, Collection<FigureCell> earlier) {
        Map<Key, NavigableSet<Long>> shown = new HashMap<>();
        earlier.forEach(cell ->
                shown.computeIfAbsent(Key.of(cell), key -> new TreeSet<>()).add(cell.count()));
        return now.stream()
                .sorted()
                .map(cell -> stand(cell, shown.getOrDefault(Key.of(cell), new TreeSet<>())))
                .toList();
    }

    private static PublishedCell stand(FigureCell cell, NavigableSet<Long> shown) {
        Long below = shown.floor(cell.count());
        Long above = shown.ceiling(cell.count());
        long toBelow = below == null ? Long.MAX_VALUE : cell.count() - below;
        long toAbove = above == null ? Long.MAX_VALUE : above - cell.count();
        if (below != null && toBelow < FigureCell.LEAST && toBelow <= toAbove) {
            return new PublishedCell(cell.withCount(below), true);
        }
        if (above != null && toAbove < FigureCell.LEAST) {
            return new PublishedCell(cell.withCount(above), true);
        }
        return new PublishedCell(cell, false);
    }
}
