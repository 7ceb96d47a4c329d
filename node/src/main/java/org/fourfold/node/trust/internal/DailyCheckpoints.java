package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.ledger.store.WholeFile;

/**
 * The first checkpoint that was published on each day (UTC), kept as it was signed: what a sealed bag shows of the log's
 * earlier states. Written once a day and at each start. Used by one thread at a time.
 */
public final class DailyCheckpoints {

    private static final String SUFFIX = ".checkpoint";
    private static final int BYTES_MAX = 65_536;

    private final Path folder;
    private String known = "";

    public DailyCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** Keeps a log's checkpoint, unless its day has one already. */
    public void keep(int log, Instant now, String note) throws IOException {
        String name = LocalDate.ofInstant(now, ZoneOffset.UTC) + SUFFIX;
        String place = log + "/" + name;
        if (known.equals(place)) {
            return;
        }
        // What this process did not write itself may not have reached the disk: the same once more.
        Path file = folder(log).resolve(name);
        byte[] first = Files.exists(file) ? Files.readAllBytes(file) : note.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder(log), name, first);
        known = place;
    }

    /** The notes of a log, the oldest first. */
    public List<String> of(int log) {
        if (!Files.isDirectory(folder(log))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(log))) {
            List<String> notes = new ArrayList<>();
            for (Path file : files.filter(DailyCheckpoints::isOurs).sorted().toList()) {
                notes.add(Files.readString(file));
            }
            return List.copyOf(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The note of the last day that has one. */
    public Optional<String> latest(int log) {
        List<String> all = of(log);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    private Path folder(int log) {
        return folder.resolve(Integer.toString(log));
    }

    private static boolean isOurs(Path file) {
        try {
            return String.valueOf(file.getFileName()).endsWith(SUFFIX) && Files.size(file) <= BYTES_MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
