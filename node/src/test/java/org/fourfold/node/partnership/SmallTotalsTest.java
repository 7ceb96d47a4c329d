package org.fourfold.node.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.fourfold.node.registry.FigureCell;
import org.junit.jupiter.api.Test;

/**
 * An attacker who holds every edition and knows the rule. For one cell, every history of true totals up to {@link #TOTAL_MAX}
 * over three editions is published and then attacked by trying all totals that would have looked the same.
 */
class SmallTotalsTest {

    private static final int TOTAL_MAX = 34;
    private static final int CANDIDATES_MAX = 60;

    /** A difference below ten is only ever known as one of at least this many. */
    private static final int LEAST_UNCERTAINTY = 5;

    @Test
    void noTotalBelowTenCanEvenBeWrittenDown() {
        assertThatThrownBy(() -> cell(9)).isInstanceOf(IllegalArgumentException.class);
        assertThat(cell(10).count()).isEqualTo(10);
    }

    @Test
    void aHiddenCellMayHoldAnythingFromNoneToNineWhateverWasShownBefore() {
        forEachHistory(history -> {
            for (int i = 0; i < history.size(); i++) {
                if (history.get(i).shown().isEmpty()) {
                    assertThat(history.get(i).candidates()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                }
            }
        });
    }

    @Test
    void anyTwoShownFiguresAreEqualOrTenApart() {
        forEachHistory(history -> {
            for (Edition one : history) {
                for (Edition other : history) {
                    if (one.shown().isPresent() && other.shown().isPresent()) {
                        long apart =
                                Math.abs(one.shown().getAsLong() - other.shown().getAsLong());
                        assertThat(apart == 0 || apart >= FigureCell.LEAST)
                                .as("%s against %s", one, other)
                                .isTrue();
                    }
                }
            }
        });
    }

    @Test
    void noSmallDifferenceBetweenTwoEditionsCanBeComputed() {
        forEachHistory(history -> {
            for (int i = 0; i < history.size(); i++) {
                for (int j = i + 1; j < history.size(); j++) {
                    assertThat(smallIsKnown(history.get(i), history.get(j)))
                            .as("%s then %s", history.get(i), history.get(j))
                            .isFalse();
                }
            }
        });
    }

    @Test
    void theTotalOfADisplayedCellStaysWithinTenOfTheTruth() {
        forEachHistory(history -> history.forEach(edition -> edition.shown()
                .ifPresent(
                        shown -> assertThat(Math.abs(shown - edition.truth())).isLessThan(FigureCell.LEAST))));
    }

    /** What stands in one edition, and every total that would have stood there as the same. */
    private record Edition(int truth, OptionalLong shown, List<Integer> candidates) {}

    private interface Check {
        void on(List<Edition> history);
    }

    private static void forEachHistory(Check check) {
        for (int first = 0; first <= TOTAL_MAX; first++) {
            for (int second = 0; second <= TOTAL_MAX; second++) {
                for (int third = 0; third <= TOTAL_MAX; third++) {
                    check.on(publish(List.of(first, second, third)));
                }
            }
        }
    }

    private static List<Edition> publish(List<Integer> truths) {
        List<FigureCell> earlier = new ArrayList<>();
        List<Edition> editions = new ArrayList<>();
        for (int truth : truths) {
            OptionalLong shown = show(truth, earlier);
            List<Integer> candidates = new ArrayList<>();
            for (int guess = 0; guess <= CANDIDATES_MAX; guess++) {
                if (show(guess, earlier).equals(shown)) {
                    candidates.add(guess);
                }
            }
            editions.add(new Edition(truth, shown, candidates));
            shown.ifPresent(count -> earlier.add(cell(count)));
        }
        return editions;
    }

    /** What an edition would show for a total: a total below ten never reaches the rule. */
    private static OptionalLong show(int total, List<FigureCell> earlier) {
        List<FigureCell> now = total < FigureCell.LEAST ? List.of() : List.of(cell(total));
        List<PublishedCell> published = SmallTotals.publishable(now, earlier);
        return published.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(published.getFirst().cell().count());
    }

    /** Whether the attacker is left with few possible differences, some of them small. */
    private static boolean smallIsKnown(Edition one, Edition other) {
        TreeSet<Integer> differences = new TreeSet<>();
        for (int before : one.candidates()) {
            for (int after : other.candidates()) {
                differences.add(after - before);
            }
        }
        boolean small = differences.stream().anyMatch(difference -> Math.abs(difference) < FigureCell.LEAST);
        return small && differences.size() < LEAST_UNCERTAINTY;
    }

    private static FigureCell cell(long count) {
        return new FigureCell(2024, Optional.empty(), "", count);
    }
}
