package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.fourfold.ledger.store.WholeFile;

/**
 * The last published checkpoint of each log, kept apart from the database and only ever exchanged for a later one by
 * compare and swap: a database that is older than what stands here was put back behind the record's back. May lie on
 * another disk. (The idea is that of Sunlight, a log of Certificate Transparency.)
 */
public final class CheckpointStore {

    private static final String SUFFIX = ".checkpoint";
    private static final int BYTES_MAX = 65_536;

    private final Path folder;

    public CheckpointStore(Path folder) {
        this.folder = folder;
    }

    /** Whether the store is on a disk of its own, reached by a link, that is not there: then nothing can be compared with it. */
    public boolean isAway() {
        return Files.isSymbolicLink(folder) && !Files.isDirectory(folder);
    }

    /** The number of the latest log of which a checkpoint was published. */
    public OptionalInt lastLog() {
        if (!Files.isDirectory(folder)) {
            return OptionalInt.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,8}\\.checkpoint"))
                    .mapToInt(name -> Integer.parseInt(name.substring(0, name.length() - SUFFIX.length())))
                    .max();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signed note as it was published last. */
    public Optional<String> read(int log) {
        try {
            Path file = file(log);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > BYTES_MAX) {
                throw new IllegalStateException("a checkpoint is too long");
            }
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Exchanges what was read for what comes after it, forced to the disk; false, and nothing changed, when something
     * else stands there. After an {@link IOException} either may stand there, and is to be exchanged once more.
     */
    public boolean swap(int log, Optional<String> expected, String next) throws IOException {
        WholeFile.makeFolder(folder);
        try (FileChannel guard =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = guard.lock()) {
            assert held.isValid();
            if (!read(log).equals(expected)) {
                return false;
            }
            WholeFile.write(folder, log + SUFFIX, next.getBytes(StandardCharsets.UTF_8));
            return true;
        }
    }

    private Path file(int log) {
        return folder.resolve(log + SUFFIX);
    }
}
