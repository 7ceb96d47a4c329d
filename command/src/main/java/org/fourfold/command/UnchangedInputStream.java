package org.fourfold.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A file as a stream whose end fails when the file was changed meanwhile: half of one state and half of another is neither. */
final class UnchangedInputStream extends FilterInputStream {

    private final Path file;
    private final State before;

    private record State(long size, FileTime modified) {

        static State of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(attributes.size(), attributes.lastModifiedTime());
        }
    }

    UnchangedInputStream(Path file) throws IOException {
        super(Files.newInputStream(file));
        this.file = file;
        this.before = State.of(file);
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return checked(super.read(target, offset, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && !State.of(file).equals(before)) {
            throw new IOException("the file changed while it was read");
        }
        return read;
    }
}
