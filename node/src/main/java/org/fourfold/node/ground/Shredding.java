package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Overwrites files where they lie before they are removed. On a disk that writes elsewhere (flash, a copying file system) old
 * blocks may remain: there the keys that went first are what protects, and the disk's own encryption.
 */
final class Shredding {

    private static final int CHUNK_BYTES = 1 << 20;

    private Shredding() {}

    /** Overwrites every regular file of a folder and forces it to the disk; links are not followed. */
    static void overwrite(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>)
                    all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))::iterator) {
                overwriteFile(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void overwriteFile(Path file) throws IOException {
        ByteBuffer nothing = ByteBuffer.allocate(CHUNK_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long left = channel.size();
            while (left > 0) {
                nothing.clear().limit((int) Math.min(CHUNK_BYTES, left));
                left -= channel.write(nothing);
            }
            channel.force(true);
        }
    }
}
