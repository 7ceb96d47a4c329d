package org.fourfold.ledger.witness;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.fourfold.ledger.store.TileSource;

/**
 * Where logs or a witness show what everybody may see: a folder, on a medium maybe, or a static host. Each log is in it under
 * {@link #prefix its own name}, as the monitoring prefix of tlog-witness and tlog-mirror has it.
 */
public sealed interface ShownPlace extends TileSource permits ShownFolder, ShownHost {

    /** Larger than any checkpoint, and than any tile of hashes. */
    int FILE_BYTES_MAX = 65_536;

    /**
     * The bytes of a file below the place.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     * @throws IOException where the place is away, or the file longer than {@link #FILE_BYTES_MAX}
     */
    @Override
    byte[] read(String path) throws IOException;

    /** An absolute path, or an http or https address without user, query or fragment; empty for anything else. */
    static Optional<ShownPlace> parse(String typed) {
        String text = typed.strip();
        try {
            if (text.startsWith("http://") || text.startsWith("https://")) {
                return Optional.of(new URI(text.endsWith("/") ? text : text + "/"))
                        .filter(ShownHost::isPlain)
                        .map(ShownHost::new);
            }
            Path folder = Path.of(text);
            return folder.isAbsolute() ? Optional.of(new ShownFolder(folder.normalize())) : Optional.empty();
        } catch (URISyntaxException | InvalidPathException malformed) {
            return Optional.empty();
        }
    }

    /** What is shown of one log. */
    default TileSource of(String origin) {
        String prefix = prefix(origin) + "/";
        return path -> read(prefix + path);
    }

    /** SHA-256 of the log's name, in lowercase hexadecimal digits. */
    static String prefix(String origin) {
        return Memory.name(origin);
    }
}
