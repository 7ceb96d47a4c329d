package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.train.Weights;

/** What interactions take from pairs: of those that hold for a pair, the one that takes most. For one thread. */
final class Together {

    private final List<Interaction> interactions;
    private final Weights weights;
    private final Kernel[] kernels;
    private final int[][][] rarity;

    /** Per comparison and level the interactions that the level does not exclude, a bit each. */
    private final long[][] open;

    private final int[] pair;
    private long[] holding = {};
    private byte[][] levels = {};

    Together(List<Interaction> interactions, Weights weights, Kernel[] kernels, int[][][] rarity) {
        this.interactions = interactions;
        this.weights = weights;
        this.kernels = kernels;
        this.rarity = rarity;
        this.pair = new int[kernels.length];
        this.open = new long[kernels.length][];
        for (int c = 0; c < kernels.length; c++) {
            open[c] = new long[kernels[c].levels()];
            Arrays.fill(open[c], (1L << interactions.size()) - 1);
        }
        for (int k = 0; k < interactions.size(); k++) {
            for (Interaction.Condition condition : interactions.get(k).conditions()) {
                long[] ofLevel = open[condition.comparison()];
                for (int level = 0; level < ofLevel.length; level++) {
                    ofLevel[level] &= condition.levels().contains(level) ? -1L : ~(1L << k);
                }
            }
        }
    }

    boolean isEmpty() {
        return interactions.isEmpty();
    }

    /** Begins with pairs whose levels come now, comparison by comparison. */
    void begin(int size) {
        if (holding.length < size) {
            holding = new long[size];
            levels = new byte[kernels.length][size];
        }
        Arrays.fill(holding, 0, size, -1L);
    }

    void take(int comparison, byte[] found, int size) {
        long[] ofLevel = open[comparison];
        System.arraycopy(found, 0, levels[comparison], 0, size);
        for (int i = 0; i < size; i++) {
            holding[i] &= ofLevel[found[i]];
        }
    }

    /** The interaction that counts for the pair at this place; -1 where none holds. */
    int strongest(int place, int a, int b) {
        if (holding[place] == 0) {
            return -1;
        }
        for (int c = 0; c < pair.length; c++) {
            pair[c] = levels[c][place];
        }
        return strongest(holding[place], pair, a, b);
    }

    /** The same for one pair whose levels are known. */
    int strongest(int[] ofPair, int a, int b) {
        long held = (1L << interactions.size()) - 1;
        for (int c = 0; c < ofPair.length; c++) {
            held &= open[c][ofPair[c]];
        }
        System.arraycopy(ofPair, 0, pair, 0, pair.length);
        return strongest(held, pair, a, b);
    }

    private int strongest(long held, int[] ofPair, int a, int b) {
        int found = -1;
        int least = 1;
        for (long rest = held; rest != 0; rest &= rest - 1) {
            int k = Long.numberOfTrailingZeros(rest);
            int takes = weights.together(k, rarity(k, ofPair, a, b));
            if (takes < least) {
                least = takes;
                found = k;
            }
        }
        return found;
    }

    /** What the interaction takes that {@link #strongest} named just now, in parts of a bit. */
    int parts(int k, int a, int b) {
        return weights.together(k, rarity(k, pair, a, b));
    }

    /** The comparison that it is told with where each is told by itself: the last one named, in which the two differ. */
    int comparison(int k) {
        return interactions.get(k).conditions().getLast().comparison();
    }

    private int rarity(int k, int[] ofPair, int a, int b) {
        int sum = 0;
        for (Interaction.Condition condition : interactions.get(k).conditions()) {
            int c = condition.comparison();
            int[] adjust = rarity[c][ofPair[c]];
            sum += adjust == null ? 0 : kernels[c].rarity(ofPair[c], a, b, adjust);
        }
        return sum;
    }
}
