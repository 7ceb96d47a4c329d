package org.fourfold.ledger.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * That a leaf stands at a place of a tree: RFC 9162, 2.1.3.
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path from the leaf's sibling up to the child of the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Makes the proof; the index must be below the size. */
    public static InclusionProof make(long index, long size, TreeNodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("index " + index + " of a tree of " + size);
        }
        List<Hash> down = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + Long.highestOneBit(to - from - 1);
            if (index < split) {
                down.add(nodes.range(split, to));
                to = split;
            } else {
                down.add(nodes.range(from, split));
                from = split;
            }
        }
        Collections.reverse(down);
        return new InclusionProof(index, size, down);
    }

    /** Whether that leaf is there in the tree with that root (the steps of 2.1.3.2). */
    public boolean holds(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        byte[] pair = new byte[2 * Hash.BYTES];
        byte[] result = new byte[Hash.BYTES];
        leaf.copyTo(result, 0);
        long at = index;
        long last = size - 1;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            boolean isRight = (at & 1) == 1 || at == last;
            sibling.copyTo(pair, isRight ? 0 : Hash.BYTES);
            System.arraycopy(result, 0, pair, isRight ? Hash.BYTES : 0, Hash.BYTES);
            hasher.node(pair, 0, result, 0);
            if (isRight) {
                // A node without a sibling on its right rises until it has one on its left.
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && root.isAt(result, 0);
    }
}
