package org.fourfold.linkage.block;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;

/**
 * Pairs of a block in which not everybody can meet everybody (a shelter's phone in thirty thousand records): its records are put
 * in the order of what they say, and each meets those that follow it closely (M. A. Hernández and S. J. Stolfo, 1995). Twice,
 * the second time by another slot first.
 */
public final class Neighbours {

    /** Records that follow and are met. */
    static final int WINDOW = 10;

    /** Whether two records may meet at all. */
    @FunctionalInterface
    public interface PairTest {
        boolean mayMeet(int a, int b);
    }

    private final PairTest mayMeet;
    private final Slot[] slots;

    /** Per slot and value its place in their order; made when a block asks for it, which most tables never do. */
    private int[][] ranks = {};

    public Neighbours(LinkageModel model, Records records, PairTest mayMeet) {
        this.mayMeet = mayMeet;
        List<Slot> compared = model.comparisons().stream()
                .filter(comparison -> records.slots().containsKey(comparison.slot()))
                .map(comparison -> records.slot(comparison.slot()))
                .limit(2)
                .toList();
        this.slots = compared.toArray(Slot[]::new);
    }

    /** Gives the pairs of the records {@code entries[start..end)}; how many. */
    public long walk(long[] entries, int start, int end, Pairs pairs) {
        rank();
        long count = 0;
        for (int first = 0; first < slots.length; first++) {
            int[] order = order(entries, start, end, first);
            for (int i = 0; i < order.length; i++) {
                for (int j = i + 1; j < Math.min(order.length, i + 1 + WINDOW); j++) {
                    if (mayMeet.mayMeet(order[i], order[j])) {
                        pairs.add(Math.min(order[i], order[j]), Math.max(order[i], order[j]));
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private synchronized void rank() {
        if (ranks.length < slots.length) {
            ranks = Arrays.stream(slots).map(Slot::ranks).toArray(int[][]::new);
        }
    }

    private int[] order(long[] entries, int start, int end, int first) {
        int second = slots.length - 1 - first;
        long[] keys = new long[end - start];
        for (int i = 0; i < keys.length; i++) {
            int record = (int) entries[start + i];
            long one = ranks[first][slots[first].codes()[record]];
            long other = ranks[second][slots[second].codes()[record]];
            // Twenty bits of each, enough to put alike ones side by side, and the place to find the record again.
            keys[i] = ((one & 0xFFFFF) << 43) | ((other & 0xFFFFF) << 23) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) entries[start + (int) (keys[i] & 0x7FFFFF)];
        }
        return order;
    }
}
