package org.fourfold.ledger.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 9162, 2.1: a leaf is SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖ left ‖ right). The first byte keeps
 * a leaf from ever being taken for a node.
 *
 * <p>Threads: not safe, one a thread. Cost: one or two blocks of SHA-256 a node, nothing allocated by the forms that
 * write into a buffer.
 */
public final class TreeHasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;

    public TreeHasher() {
        this.digest = sha256();
    }

    /** SHA-256, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static Hash emptyRoot() {
        return Hash.of(sha256().digest());
    }

    public Hash leaf(byte[] entry) {
        byte[] out = new byte[Hash.BYTES];
        leaf(entry, 0, entry.length, out, 0);
        return Hash.of(out);
    }

    /** The leaf hash of a part of a buffer, written into another. */
    public void leaf(byte[] buffer, int offset, int length, byte[] out, int at) {
        digest.update(LEAF);
        digest.update(buffer, offset, length);
        finish(out, at);
    }

    public Hash node(Hash left, Hash right) {
        byte[] pair = new byte[2 * Hash.BYTES];
        left.copyTo(pair, 0);
        right.copyTo(pair, Hash.BYTES);
        node(pair, 0, pair, 0);
        return Hash.at(pair, 0);
    }

    /** The node over two hashes that lie side by side; the target may be the place of the first. */
    public void node(byte[] pair, int offset, byte[] out, int at) {
        digest.update(NODE);
        digest.update(pair, offset, 2 * Hash.BYTES);
        finish(out, at);
    }

    /** The root over {@code 2^height} hashes that lie side by side. They are overwritten. */
    public Hash complete(byte[] hashes, int height) {
        for (int width = 1 << height; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                node(hashes, 2 * i * Hash.BYTES, hashes, i * Hash.BYTES);
            }
        }
        return Hash.at(hashes, 0);
    }

    private void finish(byte[] out, int at) {
        try {
            digest.digest(out, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for 32 bytes", e);
        }
    }
}
