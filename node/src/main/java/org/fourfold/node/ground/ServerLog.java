package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that PostgreSQL's words go to. It belongs to the node, not to the user that runs PostgreSQL. PostgreSQL only
 * appends, so a full file is copied away and emptied under its hands.
 */
record ServerLog(Path file) {

    static final long BYTES_MAX = 4L * 1024 * 1024;
    static final int OLD_FILES_MAX = 3;

    /** Makes the file when it is missing. */
    void open() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, Unix.rights("rw-------"));
        }
    }

    /** Puts a full file aside, as {@code .1}; the oldest is dropped. */
    void rotateWhenFull() {
        try {
            if (!Files.exists(file) || Files.size(file) < BYTES_MAX) {
                return;
            }
            for (int number = OLD_FILES_MAX; number > 1; number--) {
                if (Files.exists(old(number - 1))) {
                    Files.move(old(number - 1), old(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.copy(file, old(1), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written from this byte on, cut at a limit. */
    String since(long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(Math.min(from, channel.size()));
            var buffer = java.nio.ByteBuffer.allocate(16 * 1024);
            int read = channel.read(buffer);
            return new String(buffer.array(), 0, Math.max(read, 0), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    long size() throws IOException {
        return Files.size(file);
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
