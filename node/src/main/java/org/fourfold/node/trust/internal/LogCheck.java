package org.fourfold.node.trust.internal;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.note.Checkpoint;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Frontier;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.node.frame.Database;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was published, checked from the bottom up: each entry against its hash, its row and its event, each tile
 * against the one below, the root against the checkpoint. Holds one bundle of {@value TilePath#WIDTH} entries at a time.
 */
public final class LogCheck {

    /** What can be wrong; the place is an index but for the first two, where it is a path. */
    public enum Code {
        TILE_MISSING,
        TILE_ALTERED,
        ENTRY_MALFORMED,
        ENTRY_TIME,
        ENTRY_HASH,
        ROW_MISSING,
        ROW_ALTERED,
        EVENT_ALTERED,
        WHO_ALTERED,
        TREE_ROOT;

        /** As the record and the texts name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The first fault. */
    public record Fault(Code code, String place) {}

    private final Database database;
    private final TileReader tiles;
    private final Checkpoint checkpoint;
    private final long firstPosition;
    private final TreeHasher hasher = new TreeHasher();
    private final Frontier tree = new Frontier();
    private Instant last = Instant.MIN;

    public LogCheck(Database trust, TileReader tiles, Checkpoint checkpoint, long firstPosition) {
        this.database = trust;
        this.tiles = tiles;
        this.checkpoint = checkpoint;
        this.firstPosition = firstPosition;
    }

    /**
     * The first fault, if there is one. Used once.
     *
     * @param done is told how many entries were checked so far
     */
    public Optional<Fault> run(LongConsumer done) {
        long size = checkpoint.size();
        for (long bundle = 0; bundle < TilePath.tiles(size); bundle++) {
            Fault found = bundle(bundle, TilePath.width(size, bundle));
            if (found != null) {
                return Optional.of(found);
            }
            done.accept(Math.min(size, (bundle + 1) * TilePath.WIDTH));
        }
        for (int level = 1; level < TilePath.levels(size); level++) {
            Fault found = level(level);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return tree.root().equals(checkpoint.root())
                ? Optional.empty()
                : Optional.of(new Fault(Code.TREE_ROOT, Long.toString(size)));
    }

    private @Nullable Fault bundle(long number, int width) {
        List<byte[]> entries;
        byte[] hashes;
        try {
            entries = tiles.entries(number);
            hashes = tiles.hashes(0, number);
        } catch (UncheckedIOException unreadable) {
            return new Fault(Code.TILE_MISSING, TilePath.entries(number, width));
        }
        long first = number * TilePath.WIDTH;
        List<CheckedRow> rows = database.asNode(tx -> CheckedRow.list(tx, firstPosition + first, width));
        for (int i = 0; i < width; i++) {
            Optional<CheckedRow> row = i < rows.size() ? Optional.of(rows.get(i)) : Optional.empty();
            Code wrong = entry(entries.get(i), hashes, i, row, firstPosition + first + i);
            if (wrong != null) {
                return new Fault(wrong, Long.toString(first + i));
            }
        }
        return null;
    }

    private @Nullable Code entry(byte[] bytes, byte[] hashes, int at, Optional<CheckedRow> row, long position) {
        Optional<Entry> read = Entry.parse(bytes);
        if (read.isEmpty()) {
            return Code.ENTRY_MALFORMED;
        }
        Entry entry = read.get();
        Hash leaf = hasher.leaf(bytes);
        if (!leaf.isAt(hashes, at * Hash.BYTES)) {
            return Code.ENTRY_HASH;
        }
        if (entry.at().isBefore(last)) {
            return Code.ENTRY_TIME;
        }
        last = entry.at();
        tree.append(leaf);
        if (row.isEmpty()
                || row.get().position() != position
                || row.get().event().isEmpty()) {
            return Code.ROW_MISSING;
        }
        return against(row.get(), row.get().event().get(), entry, bytes);
    }

    private static @Nullable Code against(CheckedRow row, SequencedEvent event, Entry entry, byte[] bytes) {
        if (!Arrays.equals(row.leaf().bytes(), bytes)) {
            return Code.ROW_ALTERED;
        }
        boolean told = event.type().equals(entry.type())
                && event.purpose().map(code -> code.toLowerCase(Locale.ROOT)).equals(entry.purpose())
                && !event.recordedAt().isAfter(entry.at());
        // Without its salt it was erased: what it committed to can no longer be told, and must not be.
        boolean opens = row.salt()
                .map(salt -> Commitment.of(EventBody.of(event), salt.bytes()).equals(entry.commitment()))
                .orElse(true);
        if (!told || !opens) {
            return Code.EVENT_ALTERED;
        }
        boolean whole = row.member().means(entry.by(), event.member())
                && row.subject().means(entry.of(), event.subject())
                && (entry.by().isEmpty() || row.member().known())
                && (entry.of().isEmpty() || row.subject().known() || row.salt().isEmpty());
        return whole ? null : Code.WHO_ALTERED;
    }

    private @Nullable Fault level(int level) {
        long nodes = TilePath.nodes(checkpoint.size(), level);
        for (long number = 0; number < TilePath.tiles(nodes); number++) {
            int width = TilePath.width(nodes, number);
            try {
                byte[] hashes = tiles.hashes(level, number);
                for (int i = 0; i < width; i++) {
                    byte[] below =
                            tiles.hashes(level - 1, number * TilePath.WIDTH + i).clone();
                    if (!hasher.complete(below, TilePath.HEIGHT).isAt(hashes, i * Hash.BYTES)) {
                        return new Fault(Code.TILE_ALTERED, TilePath.hashes(level, number, width));
                    }
                }
            } catch (UncheckedIOException unreadable) {
                return new Fault(Code.TILE_MISSING, TilePath.hashes(level, number, width));
            }
        }
        return null;
    }
}
