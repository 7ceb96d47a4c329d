package org.fourfold.ledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of a log are read from, by their tlog-tiles paths. */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes of one file, such as {@code checkpoint} or {@code tile/0/000}.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     */
    byte[] read(String path) throws IOException;

    /** A folder of one's own, whatever the length of its files. */
    static TileSource folder(Path folder) {
        return path -> Files.readAllBytes(folder.resolve(path));
    }
}
