package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Draws;

/**
 * Counts drawn with given probabilities. Few are drawn one by one from an alias table (Walker 1977; Vose 1991), many cell by cell
 * as binomials given what is left. Not changed by drawing.
 */
final class Multinomial {

    /** From so many draws a cell on, binomials are faster. */
    private static final int ONE_BY_ONE = 32;

    private final int cells;
    private final int[] alias;
    /** By cell the share of its column that is its own, as an unsigned fraction of 2⁶⁴, with the sign bit flipped. */
    private final long[] own;
    /** By cell its probability among this and the later ones. */
    private final double[] amongRest;

    Multinomial(double[] weights) {
        this.cells = weights.length;
        this.alias = new int[cells];
        this.own = new long[cells];
        this.amongRest = new double[cells];
        double rest = 0;
        for (int c = cells - 1; c >= 0; c--) {
            rest += weights[c];
            amongRest[c] = rest == 0 ? 0 : Math.min(1, weights[c] / rest);
        }
        fill(weights, rest);
    }

    private void fill(double[] weights, double sum) {
        double[] share = Arrays.stream(weights).map(w -> w / sum * cells).toArray();
        int[] order = new int[cells];
        int small = 0;
        int large = cells;
        for (int c = 0; c < cells; c++) {
            order[share[c] < 1 ? small++ : --large] = c;
            alias[c] = c;
        }
        // order[0, small) are the small ones not yet placed, order[large, cells) the large ones.
        while (small > 0 && large < cells) {
            int less = order[--small];
            int more = order[large];
            set(less, share[less], more);
            share[more] -= 1 - share[less];
            if (share[more] < 1) {
                large++;
                order[small++] = more;
            }
        }
        int heaviest = heaviest(weights);
        for (int s = 0; s < small; s++) {
            // Left over by rounding: its own column, unless it has no weight at all.
            set(order[s], weights[order[s]] > 0 ? 1 : 0, heaviest);
        }
        for (; large < cells; large++) {
            set(order[large], 1, order[large]);
        }
    }

    private static int heaviest(double[] weights) {
        int heaviest = 0;
        for (int c = 1; c < weights.length; c++) {
            heaviest = weights[c] > weights[heaviest] ? c : heaviest;
        }
        return heaviest;
    }

    private void set(int cell, double share, int other) {
        alias[cell] = share >= 1 ? cell : other;
        own[cell] = 2 * ((long) ((share * 0x1p63) - 0x1p62));
    }

    /** Fills in {@code total} counts. */
    void draw(RandomGenerator random, int total, int[] counts) {
        Arrays.fill(counts, 0, cells, 0);
        if (total < (long) ONE_BY_ONE * cells) {
            for (int n = 0; n < total; n++) {
                long bits = random.nextLong();
                int cell = (int) Math.unsignedMultiplyHigh(bits, cells);
                long within = (bits * cells) ^ Long.MIN_VALUE;
                counts[within < own[cell] ? cell : alias[cell]]++;
            }
            return;
        }
        Draws draws = new Draws(random);
        int left = total;
        for (int c = 0; c < cells && left > 0; c++) {
            counts[c] = c == cells - 1 ? left : (int) draws.binomial(left, amongRest[c]);
            left -= counts[c];
        }
    }
}
