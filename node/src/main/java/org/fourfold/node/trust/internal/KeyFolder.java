package org.fourfold.node.trust.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The folder of wrapped keys, outside PostgreSQL: small text files, mode 0600, replaced whole. A write is on the disk (file
 * and folder) before it returns; a kill leaves the old file or the new one, never half of either.
 */
public final class KeyFolder {

    /** No key file is longer; a longer one is damage. */
    private static final int FILE_BYTES_MAX = 4_096;

    private static final int FILES_MAX = 10_000;

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    public Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IllegalStateException("the key file " + name + " is too long");
            }
            return Optional.of(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every key file by its name. */
    public Map<String, String> readAll() {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .limit(FILES_MAX)
                    .forEach(name -> read(name).ifPresent(text -> all.put(name, text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    public void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve(name + ".new");
            Files.deleteIfExists(temporary);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(
                    temporary, java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Overwrites a key file where it lies, then removes it. On a disk that writes elsewhere (flash, journals of data) the
     * old blocks may remain: what protects them then is the disk's own encryption, which the start-up check looks for.
     */
    public void destroy(String name, RandomGenerator random) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                return;
            }
            byte[] noise = new byte[(int) Math.min(FILE_BYTES_MAX, Files.size(file))];
            random.nextBytes(noise);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(noise);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.delete(file);
            forceFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
