package org.fourfold.ledger.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that are there whole or not at all: written beside, forced to disk, then moved to their place, and the folders
 * forced after. A group of files waits for the disk together.
 */
final class DurableFiles {

    private static final String BESIDE = "new";
    private static final String PARTIAL = ".p";

    private final Path folder;
    private final Path beside;
    private final Map<Path, FileChannel> written = new LinkedHashMap<>();
    private final List<Path> targets = new ArrayList<>();

    DurableFiles(Path folder) throws IOException {
        this.folder = folder;
        this.beside = folder.resolve(BESIDE);
        WholeFile.makeFolder(beside);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(beside)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /** Writes a file of the group. It is in its place, and on disk, after {@link #sync}. */
    void write(String path, byte[] bytes) throws IOException {
        Path draft = beside.resolve(Integer.toString(written.size()));
        try {
            FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            written.put(draft, channel);
            targets.add(folder.resolve(path));
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * After an {@link IOException} none of the group may be taken to be on disk, not even by asking again: a system that
     * could not write may have dropped the bytes and say next time that all is well. The group is written anew.
     */
    void sync() throws IOException {
        try {
            for (FileChannel channel : written.values()) {
                channel.force(false);
            }
        } finally {
            close();
        }
        Set<Path> folders = new LinkedHashSet<>();
        List<Path> drafts = List.copyOf(written.keySet());
        for (int i = 0; i < drafts.size(); i++) {
            makeFolders(targets.get(i), folders);
            Files.move(drafts.get(i), targets.get(i), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Path changed : folders) {
            force(changed);
        }
        written.clear();
        targets.clear();
    }

    private void close() throws IOException {
        for (FileChannel channel : written.values()) {
            channel.close();
        }
    }

    private void makeFolders(Path target, Set<Path> changed) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            return;
        }
        changed.add(parent);
        if (!Files.isDirectory(parent)) {
            makeFolders(parent, changed);
            Files.createDirectory(parent);
        }
    }

    /** Makes a folder's own list of files durable. Where the system knows no such thing, nothing is needed. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folder; it writes names through.
            return;
        }
    }

    /** Removes the folder of partial tiles beside a full one. */
    void removePartials(String full) throws IOException {
        Path partials = folder.resolve(full + PARTIAL);
        try (DirectoryStream<Path> each = Files.newDirectoryStream(partials)) {
            for (Path file : each) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.delete(partials);
    }
}
