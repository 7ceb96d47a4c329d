package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourfold.ledger.note.SignedCheckpoint;

/** The ledger's folder of a home as a whole: what was published in it, and how it is put aside without losing anything. */
public final class LedgerFolder {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    private LedgerFolder() {}

    /** Where the last checkpoint of each log stands. */
    public static CheckpointStore published(Path folder) {
        return new CheckpointStore(folder.resolve("published"));
    }

    /** The number of the latest log of which a checkpoint stands here, in the second store or beside its tiles. */
    public static OptionalInt lastLog(Path folder) {
        OptionalInt last = published(folder).lastLog();
        int next = last.orElse(0) + 1;
        while (Files.exists(besideTiles(folder, next))) {
            last = OptionalInt.of(next++);
        }
        return last;
    }

    private static Path besideTiles(Path folder, int log) {
        return folder.resolve("log-" + log).resolve("checkpoint");
    }

    /** The name and size of the log that was published last, if one was. */
    public static Optional<String> lastPublished(Path folder) {
        OptionalInt last = lastLog(folder);
        return last.isEmpty()
                ? Optional.empty()
                : note(folder, last.getAsInt())
                        .flatMap(note -> SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8)))
                        .map(found -> found.checkpoint().origin() + "/"
                                + found.checkpoint().size());
    }

    private static Optional<String> note(Path folder, int log) {
        try {
            Optional<String> stored = published(folder).read(log);
            return stored.isPresent() ? stored : Optional.of(Files.readString(besideTiles(folder, log)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Moves a folder to a name beside it that nothing has yet; what was published stays as evidence.
     *
     * @param why the name's middle: {@code before}, {@code damaged}
     */
    public static void putAside(Path folder, String why, Instant now) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        String name = folder.getFileName() + "-" + why + "-" + MOMENT.format(now);
        Path beside = folder.resolveSibling(name);
        for (int i = 2; Files.exists(beside); i++) {
            beside = folder.resolveSibling(name + "-" + i);
        }
        Files.move(folder, beside);
    }
}
