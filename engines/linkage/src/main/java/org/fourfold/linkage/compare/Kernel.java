package org.fourfold.linkage.compare;

import org.fourfold.linkage.records.Codes;

/**
 * Says for pairs of records at which level one comparison holds: 0 where one of them says nothing, then 1 for the first level
 * of the model, and so on. One for each thread.
 */
public abstract class Kernel {

    /** What all records say, and how many numbers each has. */
    final int[] table;

    final int step;

    /** Per level in which of a record's numbers the value stands that rarity is about. */
    private final int[] subjects;

    Kernel(Codes codes, int[] subjects) {
        this.table = codes.table();
        this.step = codes.step();
        this.subjects = subjects.clone();
    }

    /** Levels, with the empty one. */
    public final int levels() {
        return subjects.length;
    }

    /** For pairs {@code (a[i], b[i])}, i below size. */
    public abstract void levels(int[] a, int[] b, int size, byte[] levels);

    /** The same for one value of each record, taken by lot where it says several: what chance gives is counted on these. */
    public void levelsOfOne(int[] a, int[] b, int size, byte[] levels) {
        levels(a, b, size, levels);
    }

    /** What training counts: the levels, and of records that say several values how many, roughly. */
    public int outcomes() {
        return levels();
    }

    /** For pairs {@code (a[i], b[i])}, i below size: which of the {@link #outcomes}; the first ones are the levels. */
    public void outcomes(int[] a, int[] b, int size, byte[] outcomes) {
        levels(a, b, size, outcomes);
    }

    /** What rarity adds to a level that holds for a pair: the mean of both values', unless the level is about one. */
    public int rarity(int level, int a, int b, int[] bits) {
        int subject = subjects[level];
        return (bits[table[a * step + subject]] + bits[table[b * step + subject]]) >> 1;
    }
}
