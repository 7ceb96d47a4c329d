package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;

/** Writes a file that is there whole or not at all: beside its place first, forced to the disk, then renamed. */
public final class BackupFiles {

    private BackupFiles() {}

    /** What fills a file. Whatever it wraps around the stream it must finish, but not close the stream. */
    @FunctionalInterface
    public interface Filling {
        void fill(OutputStream target) throws IOException, SQLException;
    }

    /** Fills a temporary file beside the place; {@link #finish} gives it its name. */
    public static Path begin(Path place, Filling filling) throws IOException, SQLException {
        Path temporary = place.resolveSibling(place.getFileName() + ".part");
        Files.deleteIfExists(temporary);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, ownerOnly)) {
            filling.fill(new Unclosed(Channels.newOutputStream(channel)));
            channel.force(true);
        } catch (IOException | SQLException | RuntimeException failure) {
            Files.deleteIfExists(temporary);
            throw failure;
        }
        return temporary;
    }

    public static void finish(Path temporary, Path place) throws IOException {
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        Path folder = place.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The age stream ends by being closed; the file must still be forced after that. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
