package org.fourfold.ledger.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That a tree grew out of an earlier one and changed nothing in it: RFC 9162, 2.1.4.
 *
 * @param from size of the earlier tree; from 0 nothing is proved, so no proof from 0 ever holds
 * @param to size of the later tree
 * @param path as the RFC orders it; empty when the sizes are equal
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Makes the proof; the earlier size must be at least 1 and not above the later. */
    public static ConsistencyProof make(long from, long to, TreeNodes nodes) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("no consistency from " + from + " to " + to);
        }
        if (from == to) {
            return new ConsistencyProof(from, to, List.of());
        }
        List<Hash> down = new ArrayList<>();
        long begin = 0;
        long end = to;
        while (from != end) {
            long split = begin + Long.highestOneBit(end - begin - 1);
            if (from <= split) {
                down.add(nodes.range(split, end));
                end = split;
            } else {
                down.add(nodes.range(begin, split));
                begin = split;
            }
        }
        // What begins at 0 is the earlier tree itself: who checks knows its root.
        if (begin != 0) {
            down.add(nodes.range(begin, end));
        }
        Collections.reverse(down);
        return new ConsistencyProof(from, to, down);
    }

    /** Whether the tree with the later root holds the tree with the earlier one (the steps of 2.1.4.2). */
    public boolean holds(Hash earlier, Hash later) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        boolean isComplete = Long.bitCount(from) == 1;
        if (path.isEmpty() && !isComplete) {
            return false;
        }
        int shift = Long.numberOfTrailingZeros(from);
        long at = (from - 1) >>> shift;
        long last = (to - 1) >>> shift;
        return new Walk(isComplete ? earlier : path.getFirst(), at, last)
                .holds(isComplete ? path : path.subList(1, path.size()), earlier, later);
    }

    /** The two roots as they are rebuilt, side by side. */
    private static final class Walk {

        private final TreeHasher hasher = new TreeHasher();
        private final byte[] pair = new byte[2 * Hash.BYTES];
        private final byte[] older = new byte[Hash.BYTES];
        private final byte[] newer = new byte[Hash.BYTES];
        private long at;
        private long last;

        Walk(Hash seed, long at, long last) {
            seed.copyTo(older, 0);
            seed.copyTo(newer, 0);
            this.at = at;
            this.last = last;
        }

        boolean holds(List<Hash> steps, Hash earlier, Hash later) {
            for (Hash step : steps) {
                if (last == 0) {
                    return false;
                }
                if ((at & 1) == 1 || at == last) {
                    step.copyTo(pair, 0);
                    join(older);
                    step.copyTo(pair, 0);
                    join(newer);
                    while ((at & 1) == 0 && at != 0) {
                        at >>>= 1;
                        last >>>= 1;
                    }
                } else {
                    System.arraycopy(newer, 0, pair, 0, Hash.BYTES);
                    step.copyTo(pair, Hash.BYTES);
                    hasher.node(pair, 0, newer, 0);
                }
                at >>>= 1;
                last >>>= 1;
            }
            return last == 0 && earlier.isAt(older, 0) && later.isAt(newer, 0);
        }

        private void join(byte[] result) {
            System.arraycopy(result, 0, pair, Hash.BYTES, Hash.BYTES);
            hasher.node(pair, 0, result, 0);
        }
    }
}
