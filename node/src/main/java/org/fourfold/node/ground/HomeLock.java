package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.fourfold.node.frame.ProblemException;

/**
 * One process holds a home at a time. The system itself releases the lock when the process ends, however it ends.
 *
 * <p>A process that opens its own lock file a second time and closes it loses the lock (POSIX), so a second try in the
 * same process is told apart by a note of the holder, before the lock file is touched.
 */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private final Path note;

    private HomeLock(FileChannel channel, Path note) {
        this.channel = channel;
        this.note = note;
    }

    static HomeLock take(Home home) {
        Path note = home.path().resolve("holder");
        try {
            if (Files.exists(note) && Files.readString(note).equals(thisProcess())) {
                throw held(home);
            }
            FileChannel channel = FileChannel.open(
                    home.path().resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    Unix.rights("rw-------"));
            if (channel.tryLock() == null) {
                channel.close();
                throw held(home);
            }
            Files.writeString(note, thisProcess());
            Unix.allow(note, "rw-------");
            return new HomeLock(channel, note);
        } catch (OverlappingFileLockException e) {
            throw held(home);
        } catch (IOException e) {
            throw StorageFault.problem(e, home.path());
        }
    }

    private static ProblemException held(Home home) {
        return new ProblemException(StorageFault.told("ground.home-held", home.path()));
    }

    /** Number and start: after a restart of the machine the number alone could be ours by chance. */
    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(note);
                channel.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
