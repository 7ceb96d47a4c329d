package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fourfold.node.frame.ProblemException;

/**
 * The one folder that holds everything of a node. Nobody but the user that runs the node reads anything in it; when that
 * is root, the system user that runs PostgreSQL may pass through it to its data, and see nothing else.
 *
 * @param path absolute
 */
public record Home(Path path) {

    private static final String MARK = "fourfold-home";
    private static final String DEMONSTRATION = "demonstration";
    private static final String PRIVATE = "rwx------";

    /** What may stand in a folder that is still taken for empty: a file system's own folder. */
    private static final List<String> IGNORED = List.of("lost+found");

    public Home {
        path = Objects.requireNonNull(path, "path").toAbsolutePath().normalize();
    }

    /** Where a node lives when nobody said otherwise. */
    public static Home standard(boolean demonstration, Map<String, String> environment) {
        String name = demonstration ? "fourfold-demo" : "fourfold";
        if (Unix.isRoot()) {
            return new Home(Path.of("/var/lib", name));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The specification of XDG tells to ignore a path that is not absolute.
        if (data.startsWith("/")) {
            return new Home(Path.of(data, name));
        }
        return new Home(Path.of(System.getProperty("user.home"), ".local", "share", name));
    }

    /** PostgreSQL's data directory; the only place that belongs to the user that runs PostgreSQL. */
    public Path data() {
        return path.resolve("data");
    }

    /** PostgreSQL's unpacked programs, one folder a version. */
    public Path server() {
        return path.resolve("server");
    }

    /** Key files: what opens the records when the passphrase is given. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** The record's log as tiles, and its published checkpoints, which may be a link to a folder on another disk. */
    public Path ledger() {
        return path.resolve("ledger");
    }

    /** What of the record may leave the house, each log under its own prefix: its checkpoint and hash tiles, no entry. */
    public Path shown() {
        return ledger().resolve("shown");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** Uploads and work in progress; emptied at each start. */
    public Path temporary() {
        return path.resolve("temporary");
    }

    public Path backups() {
        return path.resolve("backups");
    }

    /** The folder of the file that takes a break-glass event when the database cannot. */
    public Path reserve() {
        return path.resolve("reserve");
    }

    /** {@code node.properties}, see {@link NodeConfiguration}. */
    public Path configuration() {
        return path.resolve("node.properties");
    }

    /** Whether this holds a demonstration, which unlocks itself and never listens beyond loopback. */
    public boolean isDemonstration() {
        return Files.exists(path.resolve(DEMONSTRATION));
    }

    /** Whether a node has lived here. */
    public boolean exists() {
        return Files.exists(path.resolve(MARK));
    }

    /**
     * Makes the folders and sets their rights. A folder that holds something else is refused, and so is a demonstration
     * in a real home or a real node in a demonstration's.
     */
    public void prepare(boolean demonstration) {
        try {
            if (!exists()) {
                make(demonstration);
            } else if (isDemonstration() != demonstration) {
                String code = demonstration ? "ground.home-is-real" : "ground.home-is-demonstration";
                throw new ProblemException(StorageFault.told(code, path));
            }
            if (Unix.isAnothers(path)) {
                // Root would leave files there that the owner can no longer use.
                throw new ProblemException(StorageFault.told("ground.not-permitted", path));
            }
            Unix.allow(path, Unix.isRoot() ? "rwx--x--x" : PRIVATE);
            for (Path folder : List.of(keys(), ledger(), logs(), temporary(), backups(), reserve())) {
                folder(folder, PRIVATE);
            }
            folder(server(), Unix.isRoot() ? "rwx--x--x" : PRIVATE);
        } catch (IOException e) {
            throw StorageFault.problem(e, path);
        }
    }

    /** Takes the home for this process, until the lock is closed or the process ends. */
    public HomeLock lock() {
        return HomeLock.take(this);
    }

    /** Ends a server that was left in it and removes everything: for a home that was made to be thrown away. */
    public void discard() {
        if (!exists()) {
            PostgresBinaries.delete(path);
            return;
        }
        try (HomeLock lock = lock()) {
            assert lock != null;
            Orphan.stop(data());
            PostgresBinaries.delete(path);
        }
    }

    /**
     * The last day: overwrites and removes everything, the keys and what holds a copy of them first, so that a power cut in
     * between leaves what no key opens. The folder itself stays, empty: it may be a disk of its own.
     */
    public void destroy() {
        try (HomeLock lock = lock()) {
            assert lock != null;
            Orphan.stop(data());
            for (Path keys : List.of(keys(), backups())) {
                Shredding.overwrite(keys);
                PostgresBinaries.delete(keys);
            }
            PostgresBinaries.delete(server());
            Shredding.overwrite(path);
            try (Stream<Path> left = Files.list(path)) {
                left.forEach(PostgresBinaries::delete);
            }
        } catch (IOException e) {
            throw StorageFault.problem(e, path);
        }
    }

    /** Removes what work in progress left behind. Only who holds the lock may. */
    void emptyTemporary() {
        PostgresBinaries.removeUnfinished(server());
        try (Stream<Path> left = Files.list(temporary())) {
            left.forEach(PostgresBinaries::delete);
        } catch (IOException e) {
            throw StorageFault.problem(e, temporary());
        }
    }

    ServerPlaces serverPlaces() {
        return ServerPlaces.under(path, server());
    }

    private void make(boolean demonstration) throws IOException {
        if (Files.isDirectory(path)) {
            refuseForeign();
        } else {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(path, Unix.rights(PRIVATE));
        }
        // The mark comes last: a home that was begun and not finished has none, and is begun again.
        if (demonstration) {
            touch(path.resolve(DEMONSTRATION));
        } else {
            Files.deleteIfExists(path.resolve(DEMONSTRATION));
        }
        touch(path.resolve(MARK));
    }

    private void refuseForeign() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            boolean foreign = entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !IGNORED.contains(name) && !name.equals(DEMONSTRATION));
            if (foreign) {
                throw new ProblemException(StorageFault.told("ground.home-not-ours", path));
            }
        }
    }

    private static void touch(Path file) throws IOException {
        try {
            Files.createFile(file, Unix.rights("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // As it should be.
        }
    }

    private static void folder(Path folder, String rights) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, Unix.rights(PRIVATE));
        }
        Unix.allow(folder, rights);
    }
}
