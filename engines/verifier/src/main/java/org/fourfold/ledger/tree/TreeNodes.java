package org.fourfold.ledger.tree;

/**
 * Where the nodes of a tree are looked up. Only roots of complete subtrees are asked for: level 0 is a leaf hash, the node
 * {@code index} of {@code level} stands over the leaves from {@code index·2^level} to {@code (index+1)·2^level}.
 */
@FunctionalInterface
public interface TreeNodes {

    Hash complete(int level, long index);

    /** The root over the leaves {@code from} (included) to {@code to} (excluded), as RFC 9162, 2.1.1 splits them. */
    default Hash range(long from, long to) {
        long count = to - from;
        if (count <= 0) {
            throw new IllegalArgumentException("an empty range has no node");
        }
        if (Long.bitCount(count) == 1 && from % count == 0) {
            int level = Long.numberOfTrailingZeros(count);
            return complete(level, from >>> level);
        }
        long split = Long.highestOneBit(count - 1);
        return new TreeHasher().node(range(from, from + split), range(from + split, to));
    }
}
