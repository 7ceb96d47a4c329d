package org.fourfold.estimate.prevalence.loglinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Which lists depend on each other, beyond what the size of each list explains: the interactions of a log-linear model, each a mask
 * of two lists or more. The main effects belong to every model and are not named here.
 */
public final class Interactions {

    /** The model of independent lists. */
    public static final Interactions NONE = new Interactions(new int[0]);

    /** By number of lists, then by mask. */
    private final int[] masks;

    private Interactions(int[] masks) {
        this.masks = masks;
    }

    /** The model with exactly these; a mask named twice is there once. */
    public static Interactions of(int... masks) {
        int[] sorted = Arrays.stream(masks)
                .distinct()
                .boxed()
                .sorted(Interactions::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int mask : sorted) {
            if (Integer.bitCount(mask) < 2) {
                throw new IllegalArgumentException("an interaction is of two lists or more: " + mask);
            }
        }
        return new Interactions(sorted);
    }

    /** The smallest hierarchical model with these: with each interaction all that are among its lists. */
    public static Interactions generatedBy(int... masks) {
        IntStream.Builder all = IntStream.builder();
        for (int mask : masks) {
            for (int sub = mask; sub > 0; sub = (sub - 1) & mask) {
                if (Integer.bitCount(sub) > 1) {
                    all.add(sub);
                }
            }
        }
        return of(all.build().toArray());
    }

    /** All interactions of two lists up to {@code order} lists, among so many lists. */
    public static Interactions all(int lists, int order) {
        return of(IntStream.range(0, 1 << lists)
                .filter(m -> Integer.bitCount(m) > 1 && Integer.bitCount(m) <= order)
                .toArray());
    }

    /** This model and one interaction more. */
    public Interactions with(int mask) {
        int[] more = Arrays.copyOf(masks, masks.length + 1);
        more[masks.length] = mask;
        return of(more);
    }

    /** This model without one interaction. */
    public Interactions without(int mask) {
        return of(Arrays.stream(masks).filter(m -> m != mask).toArray());
    }

    public boolean has(int mask) {
        return Arrays.stream(masks).anyMatch(m -> m == mask);
    }

    /** How many there are. */
    public int count() {
        return masks.length;
    }

    /** The masks, by number of lists, then by value. */
    public int[] masks() {
        return masks.clone();
    }

    /** The masks themselves, for inner loops: not to be written to. */
    int[] raw() {
        return masks;
    }

    /** Whether all interactions among the lists of one are there too. */
    public boolean isHierarchical() {
        return generatedBy(masks).equals(this);
    }

    /** Those that are part of no other: they name a hierarchical model. */
    public int[] largest() {
        return Arrays.stream(masks)
                .filter(m -> Arrays.stream(masks).noneMatch(o -> o != m && (o & m) == m))
                .toArray();
    }

    /** {@code LA:NG, PF:GP}: the largest ones by the lists' names; empty for the model of independent lists. */
    public String text(List<String> lists) {
        StringJoiner all = new StringJoiner(", ");
        for (int mask : largest()) {
            List<String> names = new ArrayList<>();
            for (int list = 0; list < lists.size(); list++) {
                if ((mask >> list & 1) == 1) {
                    names.add(lists.get(list));
                }
            }
            all.add(String.join(":", names));
        }
        return all.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interactions that && Arrays.equals(masks, that.masks);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(masks);
    }

    @Override
    public String toString() {
        return Arrays.toString(masks);
    }

    /** Smaller interactions first: the order of models that are as good as each other. */
    static int compare(int a, int b) {
        int bySize = Integer.compare(Integer.bitCount(a), Integer.bitCount(b));
        return bySize != 0 ? bySize : Integer.compare(a, b);
    }
}
