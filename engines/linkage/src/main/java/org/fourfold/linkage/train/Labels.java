package org.fourfold.linkage.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs that people judged, which teach beside those that nobody did: what was judged is not guessed any more. A label counts as
 * much as one pair.
 *
 * @param pairs each pair of records once, the lower record first
 */
public record Labels(List<Label> pairs) {

    public static final Labels NONE = new Labels(List.of());

    /** A judged pair: two records by their numbers, the lower one first, and whether they are one. */
    public record Label(int a, int b, boolean same) {

        public Label {
            if (a < 0 || a >= b) {
                throw new IllegalArgumentException("a label is about two records, the lower number first");
            }
        }

        /** Two records in any order. */
        public static Label of(int x, int y, boolean same) {
            return new Label(Math.min(x, y), Math.max(x, y), same);
        }

        private long pair() {
            return pair(a, b);
        }

        private static long pair(int a, int b) {
            return ((long) a << Integer.SIZE) | b;
        }
    }

    /**
     * Keeps them.
     *
     * @throws IllegalArgumentException when a pair is judged twice
     */
    public Labels {
        pairs = List.copyOf(pairs);
        Set<Long> seen = new HashSet<>();
        for (Label label : pairs) {
            if (!seen.add(label.pair())) {
                throw new IllegalArgumentException("a pair is judged twice: say once what it is");
            }
        }
    }

    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** The pairs, to be found by {@link #holds}. */
    Set<Long> judged() {
        Set<Long> judged = new HashSet<>();
        pairs.forEach(label -> judged.add(label.pair()));
        return judged;
    }

    static boolean holds(Set<Long> judged, int a, int b) {
        return judged.contains(Label.pair(Math.min(a, b), Math.max(a, b)));
    }

    /** The records of those that were judged to be one: all lower ones, and all higher ones. */
    int[][] same() {
        List<Label> same = pairs.stream().filter(Label::same).toList();
        return new int[][] {
            same.stream().mapToInt(Label::a).toArray(),
            same.stream().mapToInt(Label::b).toArray()
        };
    }
}
