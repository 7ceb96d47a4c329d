package org.fourfold.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * One small file that is there whole or not at all: written beside, forced to disk, moved to its place, its folder forced.
 * After an {@link IOException} either may stand there, and whether it lasts nobody knows: it is written anew.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Writes it, making its folder where there is none; what stood there is replaced. */
    public static void write(Path folder, String name, byte[] bytes) throws IOException {
        makeFolder(folder);
        Path beside = folder.resolve(name + ".new");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.force(folder);
    }

    /** Makes a folder, and those above it, where there is none; then it is there after a power cut too. */
    public static void makeFolder(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (Files.isDirectory(folder) || parent == null) {
            return;
        }
        makeFolder(parent);
        Files.createDirectory(folder);
        DurableFiles.force(parent);
    }
}
