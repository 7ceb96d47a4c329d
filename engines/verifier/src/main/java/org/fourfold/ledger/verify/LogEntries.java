package org.fourfold.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fourfold.ledger.bag.BagFile;
import org.fourfold.ledger.bag.BagIt;
import org.fourfold.ledger.bag.Container;
import org.fourfold.ledger.bag.FaultException;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.entry.EntryScanner;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Frontier;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;

/** Step 7 for a whole log: every entry, every tile, the root. One pass; one bundle and one tile in memory. */
final class LogEntries {

    private static final String MISSING = "tile.missing";
    private static final String MALFORMED = "tile.malformed";

    private final Container bag;
    private final Checkpoint checkpoint;
    private final Openings openings;
    private final EarlierCheckpoints earlier;
    private final Findings found;
    private final TreeHasher hasher = new TreeHasher();
    private final EntryScanner scanner = new EntryScanner();
    private final Frontier frontier = new Frontier();
    private final byte[] bundle = new byte[TilePath.WIDTH * (EntryBundle.PREFIX + Entry.BYTES_MAX) + 1];
    private final byte[] tile = new byte[TilePath.WIDTH * Hash.BYTES + 1];
    private final byte[] leaf = new byte[Hash.BYTES];
    private final byte[] time = new byte[EntryScanner.TIME_LENGTH];

    LogEntries(Container bag, Checkpoint checkpoint, Openings openings, EarlierCheckpoints earlier, Findings found) {
        this.bag = bag;
        this.checkpoint = checkpoint;
        this.openings = openings;
        this.earlier = earlier;
        this.found = found;
    }

    void check() throws FaultException {
        if (earlier.isAsked(0)) {
            earlier.rootIs(0, TreeHasher.emptyRoot());
        }
        long size = checkpoint.size();
        byte[] above = new byte[TilePath.WIDTH * Hash.BYTES];
        for (long number = 0; number < TilePath.tiles(size); number++) {
            int width = TilePath.width(size, number);
            bundle(number, width);
            if (width == TilePath.WIDTH) {
                int at = (int) number * Hash.BYTES;
                above = at < above.length ? above : Arrays.copyOf(above, 2 * above.length);
                frontier.copyTile(above, at);
            }
        }
        for (int row = 1; row < TilePath.levels(size); row++) {
            above = row(row, above);
        }
        if (!frontier.root().equals(checkpoint.root())) {
            throw FaultException.at("tree.root", BagPaths.CHECKPOINT);
        }
    }

    private int read(String path, byte[] buffer) throws FaultException {
        BagFile file = bag.find(path);
        if (file == null) {
            throw FaultException.at(MISSING, path);
        }
        return bag.read(file, buffer);
    }

    private void bundle(long number, int width) throws FaultException {
        String entries = BagIt.DATA + TilePath.entries(number, width);
        String hashes = BagIt.DATA + TilePath.hashes(0, number, width);
        int length = read(entries, bundle);
        if (read(hashes, tile) != width * Hash.BYTES) {
            throw FaultException.at(MALFORMED, hashes);
        }
        requireEntries(entries, length, width);
        int at = 0;
        for (int i = 0; i < width; i++) {
            int bytes = EntryBundle.length(bundle, at, length);
            entry(at + EntryBundle.PREFIX, bytes, number * TilePath.WIDTH + i, i);
            at += EntryBundle.PREFIX + bytes;
        }
    }

    private void requireEntries(String path, int length, int width) throws FaultException {
        int count = 0;
        int at = 0;
        while (at < length) {
            int bytes = EntryBundle.length(bundle, at, length);
            if (bytes < 0) {
                throw FaultException.at(MALFORMED, path);
            }
            at += EntryBundle.PREFIX + bytes;
            count++;
        }
        if (count != width || length == bundle.length) {
            throw FaultException.at(MALFORMED, path);
        }
    }

    private void entry(int at, int length, long index, int inTile) throws FaultException {
        String place = Long.toString(index);
        if (!scanner.scan(bundle, at, length)) {
            throw FaultException.at("entry.malformed", place);
        }
        if (index > 0 && scanner.isBefore(time)) {
            throw FaultException.at("entry.time", place);
        }
        hasher.leaf(bundle, at, length, leaf, 0);
        if (!Arrays.equals(leaf, 0, Hash.BYTES, tile, inTile * Hash.BYTES, (inTile + 1) * Hash.BYTES)) {
            throw FaultException.at("entry.hash", place);
        }
        scanner.copyTime(time);
        frontier.append(leaf, 0);
        if (index == 0) {
            found.first = scanner.timeText();
        }
        found.entries = index + 1;
        if (index + 1 == checkpoint.size()) {
            found.last = new String(time, StandardCharsets.US_ASCII);
        }
        if (openings.isAsked(index)) {
            openings.commitmentIs(index, scanner.commitment());
        }
        if (earlier.isAsked(index + 1)) {
            earlier.rootIs(index + 1, frontier.root());
        }
    }

    /** Compares a row of tiles with what the row below says it is; gives what the row above must be. */
    private byte[] row(int row, byte[] expected) throws FaultException {
        long nodes = TilePath.nodes(checkpoint.size(), row);
        byte[] above = new byte[(int) Math.max(1, nodes / TilePath.WIDTH) * Hash.BYTES];
        for (long number = 0; number < TilePath.tiles(nodes); number++) {
            int width = TilePath.width(nodes, number);
            String path = BagIt.DATA + TilePath.hashes(row, number, width);
            int from = (int) number * TilePath.WIDTH * Hash.BYTES;
            int length = width * Hash.BYTES;
            if (read(path, tile) != length) {
                throw FaultException.at(MALFORMED, path);
            }
            if (!Arrays.equals(tile, 0, length, expected, from, from + length)) {
                throw FaultException.at("tile.hash", path);
            }
            if (width == TilePath.WIDTH) {
                hasher.complete(Arrays.copyOf(tile, length), TilePath.HEIGHT).copyTo(above, (int) number * Hash.BYTES);
            }
        }
        return above;
    }
}
