package org.fourfold.command;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fourfold.command.control.BrokenOffException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;

/**
 * Several files that a command reads one after the other: on this machine's disk, or being sent over the channel, each with
 * its length before it. One that cannot be read does not stop the others.
 *
 * @param sent nothing where this process reads the files itself
 * @param paths resolved, in the order typed
 */
record InputFiles(Optional<InputStream> sent, List<Path> paths) {

    /** In the place of a length: the file could not be opened. */
    private static final long UNREADABLE = -1;

    private static final int BUFFER_BYTES = 1 << 16;

    InputFiles {
        paths = List.copyOf(paths);
    }

    /** What is done with one file; it may be read until this returns. */
    @FunctionalInterface
    interface Reader {

        /** Called once a file; {@code readable} is empty for one that cannot be opened. */
        void read(Path named, Optional<Path> readable) throws IOException;
    }

    void each(Home home, Reader reader) throws IOException {
        if (sent.isEmpty()) {
            for (Path path : paths) {
                reader.read(path, Optional.of(path).filter(InputFiles::isReadable));
            }
            return;
        }
        DataInputStream bytes = new DataInputStream(sent.get());
        for (Path path : paths) {
            Path folder = Files.createTempDirectory(home.temporary(), "sent");
            Path copy = folder.resolve("file");
            try {
                reader.read(path, receive(bytes, copy) ? Optional.of(copy) : Optional.empty());
            } finally {
                Files.deleteIfExists(copy);
                Files.delete(folder);
            }
        }
    }

    private static boolean receive(DataInputStream bytes, Path copy) throws IOException {
        try {
            long left = bytes.readLong();
            if (left == UNREADABLE) {
                return false;
            }
            byte[] buffer = new byte[BUFFER_BYTES];
            try (OutputStream out = Files.newOutputStream(copy)) {
                while (left > 0) {
                    int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                    if (read < 0) {
                        throw new EOFException();
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
            return true;
        } catch (EOFException | BrokenOffException e) {
            throw new ProblemException(Problem.of("command.file-broke-off"));
        }
    }

    private static boolean isReadable(Path path) {
        return Files.isRegularFile(path) && Files.isReadable(path);
    }

    /** The files as they go over the channel; each is opened when its turn comes. */
    static InputStream stream(List<Path> paths) {
        return new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {
            @Override
            public InputStream get(int at) {
                return part(paths.get(at));
            }

            @Override
            public int size() {
                return paths.size();
            }
        }));
    }

    private static InputStream part(Path path) {
        try {
            if (!isReadable(path)) {
                return header(UNREADABLE);
            }
            return new SequenceInputStream(header(Files.size(path)), new UnchangedInputStream(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read", e);
        }
    }

    private static InputStream header(long length) {
        return new ByteArrayInputStream(
                ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }
}
