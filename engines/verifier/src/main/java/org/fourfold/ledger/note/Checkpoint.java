package org.fourfold.ledger.note;

import java.util.Optional;
import org.fourfold.ledger.tree.Hash;

/**
 * What a log says of itself at one moment: C2SP tlog-checkpoint, without extension lines.
 *
 * @param origin which log
 * @param size entries, below {@link #SIZE_LIMIT}
 * @param root of the tree of that size
 */
public record Checkpoint(String origin, long size, Hash root) {

    /** No log of this format has so many entries: 2^40. */
    public static final long SIZE_LIMIT = 1L << 40;

    public Checkpoint {
        if (size < 0 || size >= SIZE_LIMIT || origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("no checkpoint of size " + size);
        }
    }

    /** Reads a note's text; empty for anything but exactly the three lines. */
    public static Optional<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || lines[0].isEmpty() || !lines[3].isEmpty()) {
            return Optional.empty();
        }
        long size = Decimal.read(lines[1]);
        Optional<Hash> root = Hash.fromBase64(lines[2]);
        return size < 0 || size >= SIZE_LIMIT
                ? Optional.empty()
                : root.map(hash -> new Checkpoint(lines[0], size, hash));
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
