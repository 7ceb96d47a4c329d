package org.fourfold.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A small disk of its own: a file mounted as one. Only root may, and not on every machine; else the test is skipped. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 1024 * 1024;

    private final Path place;
    private final Path ballast;
    private final long bytes;

    private SmallDisk(Path place, long bytes) {
        this.place = place;
        this.ballast = place.resolve("ballast");
        this.bytes = bytes;
    }

    /**
     * Mounts one.
     *
     * @param image the file that is made for it
     * @param place the folder where it is seen, which is made where there is none
     */
    public static SmallDisk mount(Path image, Path place, long bytes) throws IOException {
        assumeTrue(Unix.isRoot(), "skipped: only root may mount a small disk");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        Files.createDirectories(place);
        boolean made = Unix.run(List.of("mkfs.ext4", "-q", "-m", "0", image.toString()))
                .succeeded();
        boolean mounted = made
                && Unix.run(List.of("mount", "-o", "loop", image.toString(), place.toString()))
                        .succeeded();
        assumeTrue(mounted, "skipped: this machine does not let a file be mounted as a disk");
        Unix.allow(place, "rwxr-xr-x");
        return new SmallDisk(place, bytes);
    }

    /** Takes all the room there is. */
    public void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream stream = Files.newOutputStream(
                ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC)) {
            for (int size = block.length; size >= 512; size /= 2) {
                writeUntilFull(stream, block, size);
            }
        }
    }

    private void writeUntilFull(OutputStream stream, byte[] block, int size) {
        try {
            for (long written = 0; written < bytes; written += size) {
                stream.write(block, 0, size);
            }
        } catch (IOException e) {
            // Full, as wished.
        }
    }

    /** Gives so much of the room back. */
    void makeRoom(long room) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
            file.setLength(file.length() - room);
        }
    }

    /** Gives all of it back. */
    public void empty() throws IOException {
        Files.delete(ballast);
    }

    public void onlyRead() {
        remount("ro");
    }

    public void writeAgain() {
        remount("rw");
    }

    private void remount(String mode) {
        Unix.Outcome outcome = Unix.run(List.of("mount", "-o", "remount," + mode, place.toString()));
        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
    }

    @Override
    public void close() {
        assertThat(Unix.run(List.of("umount", place.toString())).succeeded()).isTrue();
    }
}
