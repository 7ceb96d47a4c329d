package org.fourfold.estimate.prevalence.loglinear;

import java.util.ArrayList;
import java.util.List;

/** All hierarchical models among some lists: with each interaction all that are among its lists. */
public final class HierarchicalModels {

    /** Five lists have 6,894 models, six have 32,768 with pairs alone; beyond that some are sought, not all seen. */
    public static final int MODELS_MAX = 100_000;

    private final int[] interactions;
    private final int[] chosen;
    private final boolean[] isIn;
    private final List<Interactions> found = new ArrayList<>();

    private HierarchicalModels(int lists, int order) {
        interactions = Interactions.all(lists, order).raw();
        chosen = new int[interactions.length];
        isIn = new boolean[1 << lists];
    }

    /** Whether {@link #all} would hold no more than {@link #MODELS_MAX}. */
    public static boolean areFew(int lists, int order) {
        return lists <= 5 || (lists == 6 && order == 2);
    }

    /**
     * Every model with interactions of up to {@code order} lists, that of independent lists among them.
     *
     * @throws IllegalArgumentException where they are not few
     */
    public static List<Interactions> all(int lists, int order) {
        if (!areFew(lists, order)) {
            throw new IllegalArgumentException(lists + " lists have too many models of order " + order);
        }
        HierarchicalModels models = new HierarchicalModels(lists, order);
        models.grow(0, 0);
        return models.found;
    }

    /** Decides the interactions one by one, smaller ones first: those of more lists need what is decided already. */
    private void grow(int next, int count) {
        if (next == interactions.length) {
            found.add(Interactions.of(java.util.Arrays.copyOf(chosen, count)));
            return;
        }
        grow(next + 1, count);
        int mask = interactions[next];
        if (isSupported(mask)) {
            isIn[mask] = true;
            chosen[count] = mask;
            grow(next + 1, count + 1);
            isIn[mask] = false;
        }
    }

    private boolean isSupported(int mask) {
        if (Integer.bitCount(mask) == 2) {
            return true;
        }
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            if (!isIn[mask & ~Integer.lowestOneBit(rest)]) {
                return false;
            }
        }
        return true;
    }
}
