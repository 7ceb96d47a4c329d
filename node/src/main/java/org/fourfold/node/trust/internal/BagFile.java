package org.fourfold.node.trust.internal;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.ledger.seal.BagTarget;

/**
 * Writes a bag that is there whole or not at all: beside its place first, forced to the disk, then renamed. A folder, a ZIP
 * archive, or a ZIP archive inside an age file.
 */
public final class BagFile {

    private static final String ZIP = ".zip";

    private BagFile() {}

    /** What fills a bag. */
    @FunctionalInterface
    public interface Filling {
        void fill(BagTarget target) throws IOException;
    }

    /**
     * Fills a bag and gives it its name.
     *
     * @param recipient who alone can open it; empty for a bag in clear
     * @param folder the name of the one folder in an archive
     */
    public static void write(Path place, Optional<RecipientStanzaWriter> recipient, String folder, Filling filling)
            throws IOException {
        if (recipient.isEmpty() && !isArchive(place)) {
            folder(place, filling);
            return;
        }
        try {
            Path temporary = BackupFiles.begin(place, target -> {
                if (recipient.isPresent()) {
                    try (BagTarget bag = BagTarget.zip(AgeFile.write(target, recipient.get()), folder)) {
                        filling.fill(bag);
                    }
                } else {
                    try (BagTarget bag = BagTarget.zip(target, folder)) {
                        filling.fill(bag);
                    }
                }
            });
            BackupFiles.finish(temporary, place);
        } catch (SQLException e) {
            throw new IOException("no database is asked while a bag is written", e);
        }
    }

    /** Whether something stands at that place, be it a link that leads nowhere. */
    public static boolean isTaken(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isArchive(Path place) {
        return String.valueOf(place.getFileName()).endsWith(ZIP);
    }

    private static void folder(Path place, Filling filling) throws IOException {
        Path temporary = place.resolveSibling(place.getFileName() + ".part");
        delete(temporary);
        try {
            Files.createDirectory(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (BagTarget bag = BagTarget.folder(temporary)) {
                filling.fill(bag);
            }
            force(temporary);
            BackupFiles.finish(temporary, place);
        } catch (IOException | RuntimeException failure) {
            delete(temporary);
            throw failure;
        }
    }

    /** Files first, each folder after what is in it. */
    private static void force(Path folder) throws IOException {
        for (Path path : deepestFirst(folder)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (isTaken(folder)) {
            for (Path path : deepestFirst(folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
