package org.fourfold.ledger.tree;

import java.util.List;

/**
 * The growing edge of a tree: of each complete subtree that the next leaf may still join, its root. From it follow the
 * tree's root and every later one, without the leaves (what RFC 9162, 2.1.2 keeps on its stack).
 *
 * <p>Threads: not safe. Memory: 63 hashes. Cost: a leaf is two hashes on average, a root at most 62.
 */
public final class Frontier {

    private static final int LEVELS = 63;
    private static final int TILE = 8;

    private final byte[] roots;
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] pair = new byte[2 * Hash.BYTES];
    private final byte[] tile = new byte[Hash.BYTES];
    private long size;

    public Frontier() {
        this.roots = new byte[LEVELS * Hash.BYTES];
    }

    private Frontier(byte[] roots, long size) {
        this.roots = roots;
        this.size = size;
    }

    /** The edge of a tree that has this size, read from where its nodes are kept. */
    public static Frontier of(long size, TreeNodes nodes) {
        if (size < 0) {
            throw new IllegalArgumentException("a size below 0");
        }
        Frontier frontier = new Frontier();
        long begin = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                nodes.complete(level, begin >>> level).copyTo(frontier.roots, level * Hash.BYTES);
                begin += 1L << level;
            }
        }
        frontier.size = size;
        return frontier;
    }

    public long size() {
        return size;
    }

    public Frontier copy() {
        return new Frontier(roots.clone(), size);
    }

    public void append(Hash leaf) {
        leaf.copyTo(pair, Hash.BYTES);
        push();
    }

    /** Appends the leaf hash that begins there. */
    public void append(byte[] hashes, int offset) {
        System.arraycopy(hashes, offset, pair, Hash.BYTES, Hash.BYTES);
        push();
    }

    private void push() {
        int level = 0;
        for (; (size >>> level & 1) == 1; level++) {
            System.arraycopy(roots, level * Hash.BYTES, pair, 0, Hash.BYTES);
            hasher.node(pair, 0, pair, Hash.BYTES);
            if (level + 1 == TILE) {
                System.arraycopy(pair, Hash.BYTES, tile, 0, Hash.BYTES);
            }
        }
        System.arraycopy(pair, Hash.BYTES, roots, level * Hash.BYTES, Hash.BYTES);
        size++;
    }

    /** The root over the last 256 leaves, when the size is a multiple of 256: a hash of the tile above. */
    public void copyTile(byte[] target, int offset) {
        if (size == 0 || size % (1 << TILE) != 0) {
            throw new IllegalStateException("no tile ends at " + size);
        }
        System.arraycopy(tile, 0, target, offset, Hash.BYTES);
    }

    /** The root of the tree as it is now. */
    public Hash root() {
        if (size == 0) {
            return TreeHasher.emptyRoot();
        }
        byte[] both = new byte[2 * Hash.BYTES];
        int level = Long.numberOfTrailingZeros(size);
        System.arraycopy(roots, level * Hash.BYTES, both, Hash.BYTES, Hash.BYTES);
        for (level++; level < LEVELS; level++) {
            if ((size >>> level & 1) == 1) {
                System.arraycopy(roots, level * Hash.BYTES, both, 0, Hash.BYTES);
                hasher.node(both, 0, both, Hash.BYTES);
            }
        }
        return Hash.at(both, Hash.BYTES);
    }

    /** The root of a tree with these leaves, for trees that fit in memory. */
    public static Hash rootOf(List<Hash> leaves) {
        Frontier frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }
}
