package org.fourfold.ledger.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fourfold.ledger.note.Decimal;
import org.fourfold.ledger.tile.TilePath;

/** What a batch left behind that was never committed: tiles beyond the log's size. */
final class Leftovers {

    private static final String PARTIAL = ".p";

    private final Path folder;
    private final long size;

    Leftovers(Path folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /** Batches are written without gaps, so each row ends where nothing more is found. */
    void remove() throws IOException {
        removeBundles();
        int row = 0;
        while (removeRow(row) || row < TilePath.levels(size)) {
            row++;
        }
    }

    private void removeBundles() throws IOException {
        long number = size / TilePath.WIDTH;
        int width = (int) (size % TilePath.WIDTH);
        while (removeTile(TilePath.entries(number, TilePath.WIDTH), width)) {
            number++;
            width = 0;
        }
    }

    private boolean removeRow(int row) throws IOException {
        long nodes = TilePath.nodes(size, row);
        long number = nodes / TilePath.WIDTH;
        int width = (int) (nodes % TilePath.WIDTH);
        boolean found = false;
        while (removeTile(TilePath.hashes(row, number, TilePath.WIDTH), width)) {
            found = true;
            number++;
            width = 0;
        }
        return found;
    }

    /** Removes a tile that is wider than it may be; says whether there was anything of it. */
    private boolean removeTile(String full, int width) throws IOException {
        boolean found = Files.deleteIfExists(folder.resolve(full));
        Path partials = folder.resolve(full + PARTIAL);
        if (!Files.isDirectory(partials)) {
            return found;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(partials)) {
            for (Path file : each) {
                if (Decimal.read(file.getFileName().toString()) > width) {
                    Files.delete(file);
                }
            }
        }
        return true;
    }
}
