package org.fourfold.linkage.compare;

import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.ValueSets;
import org.fourfold.linkage.table.ByteDictionary;
import org.jspecify.annotations.Nullable;

/** Compares records that may say several values: they agree as well as the best pair of their values does. */
public final class ManyKernel extends Kernel {

    /**
     * Pairs of values that stand for a class of numbers of pairs, in training: one, two or three, four to seven, and so on up to the
     * 400 of twenty with twenty; between the ends their geometric mean.
     */
    private static final double[] PAIRS_OF_CLASS = {1, 2.4, 5.3, 11, 22, 45, 160};

    private final int place;
    private final ValueLevels values;
    private final ValueSets sets;

    /** The level of values that have nothing in common. */
    private final int last;

    ManyKernel(Codes codes, Slot slot, ValueLevels values, int[] subjects) {
        super(codes, subjects);
        this.place = codes.place(slot.name());
        this.values = values;
        this.sets = slot.sets();
        this.last = levels() - 1;
    }

    /** Pairs of values by class, as {@link #outcomes} numbers them: those of the first class come first. */
    public static double[] pairsOfClasses() {
        return PAIRS_OF_CLASS.clone();
    }

    @Override
    public void levels(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            out[i] = (byte) level(set(a[i]), set(b[i]));
        }
    }

    @Override
    public void levelsOfOne(int[] a, int[] b, int size, byte[] out) {
        for (int i = 0; i < size; i++) {
            int x = set(a[i]);
            int y = set(b[i]);
            long lot = ByteDictionary.mix(((long) a[i] << Integer.SIZE) | b[i]) >>> 1;
            out[i] = (byte) (x == 0 || y == 0 ? 0 : values.level(oneOf(x, lot), oneOf(y, lot / ValueSets.VALUES_MAX)));
        }
    }

    private int oneOf(int set, long lot) {
        return sets.value(sets.start(set) + (int) (lot % sets.count(set)));
    }

    @Override
    public int outcomes() {
        return 1 + last * PAIRS_OF_CLASS.length;
    }

    @Override
    public void outcomes(int[] a, int[] b, int size, byte[] out) {
        levels(a, b, size, out);
        for (int i = 0; i < size; i++) {
            if (out[i] != 0) {
                int doublings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(pairs(a[i], b[i]));
                out[i] += (byte) (last * Math.min(doublings, PAIRS_OF_CLASS.length - 1));
            }
        }
    }

    /** How many pairs of values two records have. */
    public int pairs(int a, int b) {
        return count(a) * count(b);
    }

    /** How many values a record says. */
    public int count(int record) {
        return sets.count(set(record));
    }

    private int set(int record) {
        return table[record * step + place];
    }

    private int level(int a, int b) {
        int best = a == 0 || b == 0 ? 0 : last;
        int aEnd = sets.start(a) + sets.count(a);
        int bEnd = sets.start(b) + sets.count(b);
        for (int i = sets.start(a); i < aEnd && best > 1; i++) {
            for (int j = sets.start(b); j < bEnd && best > 1; j++) {
                best = Math.min(best, values.level(sets.value(i), sets.value(j)));
            }
        }
        return best;
    }

    /** What rarity adds: of the values that agree so well the rarest ones count. */
    @Override
    public int rarity(int level, int a, int b, int[] bits) {
        long agreed = agreed(level, a, b, bits);
        return rarity(bits, (int) (agreed >>> Integer.SIZE), (int) agreed);
    }

    private static int rarity(int[] bits, int x, int y) {
        return (bits[x] + bits[y]) >> 1;
    }

    /**
     * The two values that agree at the level that holds: the rarest, and of equally rare ones the first.
     *
     * @param bits per value what rarity adds; null where it does not count
     * @return the first record's value above, the second one's below
     * @throws IllegalArgumentException when another level holds
     */
    public long agreed(int level, int a, int b, int @Nullable [] bits) {
        long found = 0;
        int most = 0;
        int x = set(a);
        int y = set(b);
        for (int i = sets.start(x); i < sets.start(x) + sets.count(x); i++) {
            for (int j = sets.start(y); j < sets.start(y) + sets.count(y); j++) {
                int one = sets.value(i);
                int other = sets.value(j);
                int rarity = bits == null ? 0 : rarity(bits, one, other);
                if ((found == 0 || rarity > most) && values.level(one, other) == level) {
                    found = ((long) one << Integer.SIZE) | other;
                    most = rarity;
                }
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("no two values agree at level " + level);
        }
        return found;
    }
}
