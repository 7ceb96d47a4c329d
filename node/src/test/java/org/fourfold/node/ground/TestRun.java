package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The one folder of a test run (one JVM), in which everything lies that tests write: it is removed when the run ends, after
 * what works in it was closed; what a killed run left behind is removed by the next.
 */
@NullMarked
public final class TestRun {

    private static final Path SHARED =
            Path.of(System.getProperty("java.io.tmpdir"), "fourfold-test-" + System.getProperty("user.name"));
    private static final String MARK_OF_A_CLUSTER = "PG_VERSION";

    private final Path folder;

    /** Held for the life of the JVM: an unlocked folder was left by a run that was killed. */
    @SuppressWarnings("unused")
    private final FileLock lock;

    private final Deque<Runnable> endings = new ArrayDeque<>();

    /** Made when first asked for; the JVM itself sees to it that this happens once. */
    private static final class Holder {
        static final TestRun RUN = begin();
    }

    private TestRun(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new folder, readable by its maker only. The test may leave what it likes in it. */
    public static Path folder(String name) {
        try {
            return Files.createTempDirectory(Holder.RUN.folder, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder that the user who runs PostgreSQL may pass through. */
    public static Path passableFolder(String name) {
        Path made = folder(name);
        Unix.allow(made, "rwx--x--x");
        return made;
    }

    /** Does something when the run ends: what was told of last comes first, and all before the folder is removed. */
    public static void atTheEnd(Runnable ending) {
        Holder.RUN.add(ending);
    }

    /** The folder itself: the shared server lies in it. */
    static Path own() {
        return Holder.RUN.folder;
    }

    private synchronized void add(Runnable ending) {
        endings.push(ending);
    }

    private static TestRun begin() {
        try {
            Path runs = Files.createDirectories(SHARED.resolve("runs"));
            Unix.allow(SHARED, "rwx--x--x");
            Unix.allow(runs, "rwx--x--x");
            TestRun run;
            // One run at a time looks for abandoned folders and makes its own: a folder just made is not abandoned.
            try (FileChannel turn = turn();
                    FileLock held = turn.lock()) {
                assert held.isValid();
                removeAbandoned(runs);
                Path folder = Files.createTempDirectory(runs, "run-");
                Unix.allow(folder, "rwx--x--x");
                run = new TestRun(folder, hold(folder));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(run::end));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void end() {
        for (Runnable ending : endings) {
            try {
                ending.run();
            } catch (RuntimeException e) {
                // The JVM ends anyhow, and the rest must still be ended.
                System.err.println("at the end of the tests: " + e);
            }
        }
        remove(folder);
    }

    /** With every PostgreSQL that still works in it. */
    private static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    if (!Files.exists(path.resolve(MARK_OF_A_CLUSTER))) {
                        return FileVisitResult.CONTINUE;
                    }
                    Orphan.stop(path);
                    return FileVisitResult.SKIP_SUBTREE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PostgresBinaries.delete(folder);
    }

    /** Where PostgreSQL's programs are unpacked, once, for all tests of this user. */
    static Path programs() throws IOException {
        Path programs = Files.createDirectories(SHARED.resolve("programs"));
        Unix.allow(SHARED, "rwx--x--x");
        Unix.allow(programs, "rwx--x--x");
        try (FileChannel turn = turn();
                FileLock held = turn.lock()) {
            assert held.isValid();
            if (!Files.isDirectory(PostgresBinaries.unpackedUnder(programs).folder())) {
                throw new IOException("PostgreSQL is not unpacked");
            }
        }
        return programs;
    }

    private static FileChannel turn() throws IOException {
        return FileChannel.open(SHARED.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FileLock hold(Path folder) throws IOException {
        // The channel is held by the lock and closed by the end of the JVM.
        @SuppressWarnings("resource")
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return channel.lock();
    }

    private static void removeAbandoned(Path runs) throws IOException {
        try (Stream<Path> folders = Files.list(runs)) {
            for (Path folder : folders.toList()) {
                if (isAbandoned(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException e) {
            // Just being made by another run, or just removed.
            return false;
        }
    }
}
