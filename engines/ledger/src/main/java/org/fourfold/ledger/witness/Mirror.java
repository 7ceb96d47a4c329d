package org.fourfold.ledger.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.ledger.store.TileSource;
import org.fourfold.ledger.store.WholeFile;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.TreeHasher;

/**
 * Copies what may leave the house of a log, its checkpoint and hash tiles and never an entry, into a folder: for a witness
 * to look at, or kept by a mirror outside. Every hash of a tile is computed from the row below before the checkpoint is
 * copied, so that a folder with a checkpoint is whole.
 */
public final class Mirror {

    private static final int HASH_TILE_BYTES = TilePath.WIDTH * Hash.BYTES;

    private final TileSource source;
    private final Path target;
    private final TreeHasher hasher = new TreeHasher();

    public Mirror(TileSource source, Path target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Brings the target up to the checkpoint. Full tiles that are there already are not read again; what was there of a tile
     * before it was full goes.
     *
     * @param checkpoint the source's, its signature checked by the caller; what cosigns it is shown too
     * @return how many tiles were copied; throws IOException, and copies no checkpoint, when the tiles do not yield its root
     */
    public long update(SignedCheckpoint checkpoint) throws IOException {
        long size = checkpoint.checkpoint().size();
        long copied = 0;
        for (int row = 0; row < TilePath.levels(size); row++) {
            long nodes = TilePath.nodes(size, row);
            for (long number = 0; number < TilePath.tiles(nodes); number++) {
                copied += copy(row, number, TilePath.width(nodes, number), size) ? 1 : 0;
            }
        }
        try {
            if (!new TileReader(target, size)
                    .root()
                    .equals(checkpoint.checkpoint().root())) {
                throw new IOException("the tiles do not yield the checkpoint's root");
            }
        } catch (UncheckedIOException missing) {
            throw new IOException("a tile is missing", missing);
        }
        write("checkpoint", checkpoint.bytes());
        for (int row = 0; row < TilePath.levels(size); row++) {
            removePartial(row, TilePath.nodes(size, row) / TilePath.WIDTH - 1);
        }
        return copied;
    }

    /** Of the tiles that were filled since the last time, the latest first, as far as there are any. */
    private void removePartial(int row, long lastFull) throws IOException {
        for (long number = lastFull; number >= 0; number--) {
            Path partial = target.resolve(TilePath.hashes(row, number, 1)).getParent();
            if (partial == null || !Files.isDirectory(partial)) {
                return;
            }
            try (DirectoryStream<Path> widths = Files.newDirectoryStream(partial)) {
                for (Path width : widths) {
                    Files.delete(width);
                }
            }
            Files.delete(partial);
        }
    }

    private boolean copy(int row, long number, int width, long size) throws IOException {
        String path = TilePath.hashes(row, number, width);
        if (Files.exists(target.resolve(path))) {
            return false;
        }
        byte[] tile = read(path, TilePath.hashes(row, number, TilePath.WIDTH), width);
        if (row > 0) {
            requireComputed(tile, row, number, size);
        }
        write(path, tile);
        return true;
    }

    private byte[] read(String path, String full, int width) throws IOException {
        byte[] tile;
        try {
            tile = source.read(path);
        } catch (NoSuchFileException e) {
            // A partial tile goes when its full one is there.
            tile = source.read(full);
        }
        if (tile.length < width * Hash.BYTES || tile.length > HASH_TILE_BYTES) {
            throw new IOException("a tile has another length than it must have: " + path);
        }
        return Arrays.copyOf(tile, width * Hash.BYTES);
    }

    /** Each hash of a row above the lowest is the root of a full tile of the row below, which is copied already. */
    private void requireComputed(byte[] tile, int row, long number, long size) throws IOException {
        TileReader below = new TileReader(target, size);
        for (int i = 0; i < tile.length / Hash.BYTES; i++) {
            byte[] hashes = below.hashes(row - 1, number * TilePath.WIDTH + i);
            if (!hasher.complete(hashes.clone(), TilePath.HEIGHT).equals(Hash.at(tile, i * Hash.BYTES))) {
                throw new IOException("a tile is not computed from the row below: row " + row + ", tile " + number);
            }
        }
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = target.resolve(path);
        WholeFile.write(Objects.requireNonNull(file.getParent()), String.valueOf(file.getFileName()), bytes);
    }
}
