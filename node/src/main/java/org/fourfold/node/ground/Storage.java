package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** The disk under a folder: whether it takes what is written, how much room is left, how long a flush takes. */
public final class Storage {

    /** Below this PostgreSQL may not be able to end its work in order. */
    public static final long FREE_BYTES_MIN = 64L * 1024 * 1024;

    private static final int FLUSHES = 15;
    private static final int FLUSH_BYTES = 8 * 1024;

    private final Path folder;

    public Storage(Path folder) {
        this.folder = folder;
    }

    /** What keeps the node from writing, found by writing; empty when all is well. */
    public Optional<Problem> fault() {
        try {
            Path probe = Files.createTempFile(folder, "probe-", "", Unix.rights("rw-------"));
            try {
                flush(probe, 1);
            } finally {
                Files.deleteIfExists(probe);
            }
            return freeBytes() < FREE_BYTES_MIN
                    ? Optional.of(StorageFault.told("ground.disk-full", folder))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(StorageFault.problem(e, folder).problems().getFirst());
        }
    }

    void throwIfFaulty() {
        fault().ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }

    /** Bytes that may still be written under the folder. */
    public long freeBytes() throws IOException {
        // Not by the file store: that one looks for a mount point, and a root that was changed into may have none.
        return folder.toRealPath().toFile().getUsableSpace();
    }

    /** The median time of writing 8 kB and having it on the disk: what each commit costs at least. */
    public Duration flushTime() throws IOException {
        Path probe = Files.createTempFile(folder, "probe-", "", Unix.rights("rw-------"));
        try {
            return flush(probe, FLUSHES);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Duration flush(Path file, int times) throws IOException {
        long[] nanos = new long[times];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                ByteBuffer block = ByteBuffer.allocate(FLUSH_BYTES);
                while (block.hasRemaining()) {
                    int written = channel.write(block);
                    if (written == 0) {
                        throw new IOException("nothing was written");
                    }
                }
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[times / 2]);
    }
}
