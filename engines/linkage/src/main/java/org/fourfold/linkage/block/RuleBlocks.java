package org.fourfold.linkage.block;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.fourfold.linkage.arrays.Radix;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * The blocks of one rule, looked at without walking its pairs: how many pairs it would give under any limit, which two records
 * it would bring together, some of its pairs drawn evenly. Eight bytes a record.
 */
public final class RuleBlocks {

    private static final long SEED = 6;

    private final RuleKeys keys;
    private final long[] entries;

    /** Per block where it begins among the entries; at the end their number. Blocks of one record are not among them. */
    private final int[] starts;

    private final int[] sizes;
    private final long[] pairs;
    private final Meeting meeting;

    /** Who meets by a rule: all that is needed of it once its blocks are counted. */
    public static final class Meeting {

        private final RuleKeys keys;
        private final int[] shared;
        private final int[] sizes;

        private Meeting(RuleKeys keys, int[] shared, int[] sizes) {
            this.keys = keys;
            this.shared = shared;
            this.sizes = sizes;
        }

        /** Records of the smallest block in which both stand; 0 where there is none. */
        public int smallest(int a, int b) {
            int least = 0;
            for (int key : keys.shared(a, b)) {
                int at = Arrays.binarySearch(shared, key ^ Integer.MIN_VALUE);
                int size = at < 0 ? 0 : sizes[at];
                least = least == 0 || (size > 0 && size < least) ? size : least;
            }
            return least;
        }

        /** Whether the rule brings them together when blocks above the limit are left out. */
        public boolean isWithin(int a, int b, int most) {
            int size = smallest(a, b);
            return size > 0 && size <= most;
        }
    }

    /** The limit of the rule itself does not count. */
    public RuleBlocks(Rule rule, Records records, boolean acrossOnly) {
        keys = new RuleKeys(rule, records);
        entries = keys.entries();
        Radix.sortByUpper(entries, entries.length, new long[entries.length]);
        int blocks = 0;
        int[] begin = new int[entries.length / 2 + 1];
        int[] length = new int[begin.length];
        int start = 0;
        while (start < entries.length) {
            int end = start + 1;
            while (end < entries.length && entries[end] >>> 32 == entries[start] >>> 32) {
                end++;
            }
            if (end - start > 1) {
                begin[blocks] = start;
                length[blocks++] = end - start;
            }
            start = end;
        }
        starts = Arrays.copyOf(begin, blocks);
        sizes = Arrays.copyOf(length, blocks);
        pairs = new long[blocks];
        int[] bySource = new int[acrossOnly ? records.sources().size() : 0];
        int[] shared = new int[blocks];
        for (int block = 0; block < blocks; block++) {
            // Sorted as unsigned numbers; a search in the JDK's way wants signed ones.
            shared[block] = (int) (entries[starts[block]] >>> 32) ^ Integer.MIN_VALUE;
            pairs[block] = all(sizes[block]) - (acrossOnly ? ofOneSource(block, records.source(), bySource) : 0);
        }
        meeting = new Meeting(keys, shared, sizes);
    }

    private long ofOneSource(int block, int[] source, int[] bySource) {
        long within = 0;
        for (int i = starts[block]; i < starts[block] + sizes[block]; i++) {
            within += bySource[source[(int) entries[i]]]++;
        }
        for (int i = starts[block]; i < starts[block] + sizes[block]; i++) {
            bySource[source[(int) entries[i]]] = 0;
        }
        return within;
    }

    private static long all(long size) {
        return size * (size - 1) / 2;
    }

    public Meeting meeting() {
        return meeting;
    }

    /** Records of the largest block; 0 where nobody shares a key. */
    public int largest() {
        return Arrays.stream(sizes).max().orElse(0);
    }

    /** Pairs that the rule gives if every block counts, whatever its size. */
    public long pairs() {
        return Arrays.stream(pairs).sum();
    }

    /**
     * Pairs that the rule gives under a limit: all of the blocks that are not above it, and under the usual limit those of
     * neighbours in the others, at most. A pair that shares several keys counts for each.
     */
    public long pairs(int most) {
        long sum = 0;
        for (int block = 0; block < sizes.length; block++) {
            if (sizes[block] <= most) {
                sum += pairs[block];
            } else if (most == Rule.MOST_USUAL) {
                sum += 2L * Neighbours.WINDOW * sizes[block];
            }
        }
        return sum;
    }

    /** So many pairs of the blocks that are not above a limit, the lower record above, drawn evenly; the same each time. */
    public long[] draw(int most, int wanted) {
        long all = 0;
        for (int size : sizes) {
            all += size <= most ? all(size) : 0;
        }
        if (all == 0) {
            return new long[0];
        }
        SplittableRandom random = new SplittableRandom(SEED);
        long[] drawn = new long[wanted];
        int block = -1;
        long before = 0;
        long upTo = 0;
        for (int i = 0; i < wanted; i++) {
            long place = (long) ((i + random.nextDouble()) / wanted * all);
            while (before + upTo <= place && block + 1 < sizes.length) {
                before += upTo;
                block++;
                upTo = sizes[block] <= most ? all(sizes[block]) : 0;
            }
            int one = random.nextInt(sizes[block]);
            int other = (one + 1 + random.nextInt(sizes[block] - 1)) % sizes[block];
            int a = (int) entries[starts[block] + one];
            int b = (int) entries[starts[block] + other];
            drawn[i] = ((long) Math.min(a, b) << 32) | Math.max(a, b);
        }
        return drawn;
    }
}
