package org.fourfold.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fourfold.linkage.block.Sampling;

/**
 * Rows on their way to where their key lies. A row is: key, cell, tile, record, source, what the record says, and its keys under
 * the earlier rules, by which a pair is passed over that one of them gives as well.
 */
final class Travel {

    static final int KEY = 0;
    static final int CELL = 1;
    static final int TILE = 2;
    static final int RECORD = 3;
    static final int SOURCE = 4;
    static final int CODES = 5;

    /** The cell of a block in which not everybody meets everybody. */
    static final int NEIGHBOURS = -1;

    /** A block that is one cell. */
    static final int WHOLE = 0;

    private static final int TILE_BITS = 15;

    /** Tiles of one block. */
    static final int TILES_MAX = (1 << TILE_BITS) - 1;

    /**
     * Rows.
     *
     * @param rows rule by rule
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Load(int part, int[][] rows) implements Serializable {}

    private Travel() {}

    /** Numbers of a row under a rule. */
    static int width(int rule, int step) {
        return CODES + step + rule;
    }

    /** The two tiles of a cell as one number, above 0 where they are not the first both. */
    static int cell(int one, int other) {
        return 1 + ((one << TILE_BITS) | other);
    }

    static int firstTile(int cell) {
        return (cell - 1) >>> TILE_BITS;
    }

    static int secondTile(int cell) {
        return (cell - 1) & ((1 << TILE_BITS) - 1);
    }

    /**
     * The rows of a part by where they go.
     *
     * @param places of its records, {@link Keys#PLACE} numbers each
     * @param shares per rule which share of its blocks is taken; empty for all
     */
    static List<Load> loads(Rows rows, int[] places, Keys.Wanted wanted, int step, double[] shares) {
        return new Loading(rows, places, wanted, step, shares).loads();
    }

    private static final class Loading {

        private final Rows rows;
        private final int[] places;
        private final Keys.Wanted wanted;
        private final int step;
        private final double[] shares;
        private final int parts;
        private final int rules;
        private final int first;
        private final int[] keys;
        private final Ints[][] to;

        Loading(Rows rows, int[] places, Keys.Wanted wanted, int step, double[] shares) {
            this.rows = rows;
            this.places = places;
            this.wanted = wanted;
            this.step = step;
            this.shares = shares;
            this.parts = Keys.parts(wanted.firsts());
            this.rules = wanted.rules().size();
            this.first = wanted.firsts()[rows.part()];
            this.keys = new int[Math.multiplyExact(rows.size(), rules)];
            this.to = new Ints[parts][rules];
            for (Ints[] each : to) {
                Arrays.setAll(each, rule -> new Ints());
            }
        }

        List<Load> loads() {
            boolean[] single = new boolean[rules];
            for (int rule = 0; rule < rules; rule++) {
                single[rule] = wanted.rules().get(rule).parts().stream()
                        .noneMatch(part -> part.derivation().isMany());
            }
            for (int at = 0; at < places.length; at += Keys.PLACE) {
                int rule = places[at + 1];
                if (single[rule] && places[at + 3] > 0) {
                    keys[(places[at] - first) * rules + rule] = places[at + 2];
                }
            }
            for (int at = 0; at < places.length; at += Keys.PLACE) {
                place(at);
            }
            List<Load> loads = new ArrayList<>();
            for (Ints[] each : to) {
                loads.add(new Load(
                        rows.part(), Arrays.stream(each).map(Ints::toArray).toArray(int[][]::new)));
            }
            return loads;
        }

        private void place(int at) {
            int rule = places[at + 1];
            int key = places[at + 2];
            int tiles = places[at + 3];
            int tile = places[at + 4];
            if (shares.length > 0 && !Sampling.isTaken(key, shares[rule])) {
                return;
            }
            if (tiles <= 1) {
                row(at, tiles == 0 ? NEIGHBOURS : WHOLE, tile);
                return;
            }
            for (int other = 0; other < tiles; other++) {
                row(at, cell(Math.min(tile, other), Math.max(tile, other)), tile);
            }
        }

        private void row(int at, int cell, int tile) {
            int record = places[at];
            int rule = places[at + 1];
            Ints row = to[Keys.partOf(rule, places[at + 2], cell, parts)][rule];
            int local = record - first;
            row.add(places[at + 2]);
            row.add(cell);
            row.add(tile);
            row.add(record);
            row.add(rows.source()[local]);
            row.add(rows.codes(), local * step, step);
            row.add(keys, local * rules, rule);
        }
    }

    /** All rows of a rule that arrived, those of each part in their order, parts in theirs. */
    static int[] joined(List<Load> loads, int rule) {
        return Ints.joined(loads.stream().map(load -> load.rows()[rule]).toList());
    }

    static List<Load> inOrder(Iterable<Load> arrived) {
        List<Load> loads = new ArrayList<>();
        arrived.forEach(loads::add);
        loads.sort(Comparator.comparingInt(Load::part));
        return loads;
    }
}
