package org.fourfold.linkage.compare;

/**
 * Says for pairs of records at which level one comparison holds: 0 where one of them says nothing, then 1 for the first level
 * of the model, and so on. One for each thread.
 */
public abstract class Kernel {

    private final int[][] subjects;

    /**
     * A comparison.
     *
     * @param subjects per level the numbers of the values that it is about, by record; null where rarity does not count
     */
    Kernel(int[][] subjects) {
        this.subjects = subjects.clone();
    }

    /** Levels, with the empty one. */
    public final int levels() {
        return subjects.length;
    }

    /** For pairs {@code (a[i], b[i])}, i below size. */
    public abstract void levels(int[] a, int[] b, int size, byte[] levels);

    /** What rarity adds to a level that holds for a pair: the mean of both values', unless the level is about one. */
    public int rarity(int level, int a, int b, int[] table) {
        int[] subject = subjects[level];
        return (table[subject[a]] + table[subject[b]]) >> 1;
    }
}
