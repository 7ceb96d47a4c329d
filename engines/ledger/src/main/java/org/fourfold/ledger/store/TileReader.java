package org.fourfold.ledger.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.ledger.tile.EntryBundle;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.ConsistencyProof;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.InclusionProof;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.ledger.tree.TreeNodes;

/**
 * A log of one size, read from its tiles: entries, proofs, roots. What it says stays true while the log grows on.
 *
 * <p>Threads: safe. Memory: the last {@value #CACHED} tiles. A missing tile is an {@link UncheckedIOException}.
 */
public final class TileReader implements TreeNodes {

    private static final int CACHED = 32;

    private final TileSource source;
    private final long size;
    private final Map<String, byte[]> cache = new LinkedHashMap<>(CACHED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > CACHED;
        }
    };

    /** Of a log's own folder. */
    public TileReader(Path folder, long size) {
        this(TileSource.folder(folder), size);
    }

    public TileReader(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** Where it is read from. */
    public TileSource source() {
        return source;
    }

    /** The bytes of one entry. */
    public byte[] entry(long index) {
        requireIndex(index);
        long number = index / TilePath.WIDTH;
        return entries(number).get((int) (index % TilePath.WIDTH));
    }

    /** All entries of one bundle, {@link TilePath#WIDTH} or, in the last, as many as there are. */
    public List<byte[]> entries(long number) {
        int width = TilePath.width(size, number);
        List<byte[]> all = EntryBundle.read(
                        read(TilePath.entries(number, width), TilePath.entries(number, TilePath.WIDTH)))
                .orElseThrow(() -> broken(TilePath.entries(number, width)));
        if (all.size() < width) {
            throw broken(TilePath.entries(number, width));
        }
        return all.subList(0, width);
    }

    public Hash leaf(long index) {
        requireIndex(index);
        return complete(0, index);
    }

    public InclusionProof inclusion(long index) {
        requireIndex(index);
        return InclusionProof.make(index, size, this);
    }

    /** That this log grew out of an earlier one, of at least one entry. */
    public ConsistencyProof consistencyFrom(long earlier) {
        return ConsistencyProof.make(earlier, size, this);
    }

    public Hash root() {
        return rootAt(size);
    }

    /** The root that the log had at an earlier size. */
    public Hash rootAt(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("no root of size " + earlier);
        }
        return earlier == 0 ? TreeHasher.emptyRoot() : range(0, earlier);
    }

    @Override
    public Hash complete(int level, long index) {
        int row = level / TilePath.HEIGHT;
        int inside = level % TilePath.HEIGHT;
        long first = index << inside;
        byte[] tile = hashes(row, first / TilePath.WIDTH);
        int from = (int) (first % TilePath.WIDTH) * Hash.BYTES;
        int length = Hash.BYTES << inside;
        if (tile.length < from + length) {
            throw broken(TilePath.hashes(row, first / TilePath.WIDTH, TilePath.WIDTH));
        }
        byte[] part = new byte[length];
        System.arraycopy(tile, from, part, 0, length);
        return new TreeHasher().complete(part, inside);
    }

    /** The hashes of one tile, as many as a log of this size has there. */
    public byte[] hashes(int row, long number) {
        int width = TilePath.width(TilePath.nodes(size, row), number);
        if (width < 1) {
            throw new IllegalArgumentException("no such tile");
        }
        String path = TilePath.hashes(row, number, width);
        synchronized (cache) {
            byte[] known = cache.get(path);
            if (known != null) {
                return known;
            }
        }
        byte[] whole = read(path, TilePath.hashes(row, number, TilePath.WIDTH));
        if (whole.length < width * Hash.BYTES) {
            throw broken(path);
        }
        byte[] read = whole.length == width * Hash.BYTES ? whole : Arrays.copyOf(whole, width * Hash.BYTES);
        synchronized (cache) {
            cache.put(path, read);
        }
        return read;
    }

    /** A partial tile goes when its full one is there. */
    private byte[] read(String path, String full) {
        try {
            try {
                return source.read(path);
            } catch (NoSuchFileException e) {
                return source.read(full);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a tile of the log cannot be read: " + path, e);
        }
    }

    private static UncheckedIOException broken(String path) {
        return new UncheckedIOException(new IOException("a tile of the log is too short: " + path));
    }

    private void requireIndex(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no entry " + index + " of " + size);
        }
    }
}
