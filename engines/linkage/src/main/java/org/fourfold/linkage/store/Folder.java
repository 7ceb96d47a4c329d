package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder whose files never change once they are written: a new state is new files and, last and at once, another manifest.
 * Whatever a killed write left behind no manifest names, and the next opening sweeps it away.
 */
final class Folder implements AutoCloseable {

    static final String MEND = "Restore the folder from a backup, or create the store anew from its tables.";

    private static final String LOCK = "LOCK";
    private static final String NEXT = Manifest.NAME + ".next";
    private static final int SUM_BYTES = 1 << 20;

    /** The files that a store names by itself; nothing else is ever swept away. */
    private static final Pattern OWN =
            Pattern.compile("(rows|ids|keys|runs|words|edges|clusters)-[0-9]+\\.bin|judgements-[0-9]+\\.csv");

    private final Path path;
    private final Steps steps;
    private final FileChannel lock;

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void write(StoreWriter writer) throws IOException;
    }

    private Folder(Path path, Steps steps, FileChannel lock) {
        this.path = path;
        this.steps = steps;
        this.lock = lock;
    }

    /** Takes a folder for this process alone, until it is closed. */
    static Folder take(Path path, Steps steps) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new StoreProblem("The store " + path + " is open elsewhere. Close it there first.");
        }
        return new Folder(path, steps, channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    boolean isStore() {
        return Files.exists(path.resolve(Manifest.NAME));
    }

    Path path() {
        return path;
    }

    StoredFile write(String name, Content content) throws IOException {
        try (StoreWriter writer = new StoreWriter(path.resolve(name), steps)) {
            content.write(writer);
            return writer.finish();
        }
    }

    /** From now on this is the store. */
    void commit(Manifest manifest) throws IOException {
        StoredFile _ = write(NEXT, writer -> writer.putText(manifest.text()));
        force();
        steps.before("move " + NEXT);
        Path _ = Files.move(path.resolve(NEXT), path.resolve(Manifest.NAME), StandardCopyOption.ATOMIC_MOVE);
        force();
    }

    /** New names are on the disk as well. Some systems have no such thing for folders. */
    private void force() throws IOException {
        steps.before("force folder");
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException _) {
            // Windows opens no folder, and needs not.
        }
    }

    Manifest manifest() throws IOException {
        try {
            return Manifest.read(Files.readString(path.resolve(Manifest.NAME), StandardCharsets.UTF_8));
        } catch (NoSuchFileException _) {
            throw new StoreProblem("There is no store in " + path + ": it has no " + Manifest.NAME + ".");
        }
    }

    /** The file as memory, after a look at whether it is as it was written. */
    MemorySegment map(StoredFile file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(path.resolve(file.name()), StandardOpenOption.READ)) {
            if (channel.size() != file.bytes()) {
                throw new StoreProblem("The file " + file.name() + " of the store has " + channel.size()
                        + " bytes instead of " + file.bytes() + ". " + MEND);
            }
            MemorySegment segment = channel.map(FileChannel.MapMode.READ_ONLY, 0, file.bytes(), arena);
            if (!sum(segment).equals(file.sha256())) {
                throw new StoreProblem("The file " + file.name()
                        + " of the store is damaged: its SHA-256 is not the one that was written. " + MEND);
            }
            return segment;
        } catch (NoSuchFileException _) {
            throw new StoreProblem("The file " + file.name() + " of the store is missing. " + MEND);
        }
    }

    private static String sum(MemorySegment segment) {
        MessageDigest digest = StoreWriter.sha256();
        for (long at = 0; at < segment.byteSize(); at += SUM_BYTES) {
            ByteBuffer portion = segment.asSlice(at, Math.min(SUM_BYTES, segment.byteSize() - at))
                    .asByteBuffer();
            digest.update(portion);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    List<String> lines(StoredFile file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = map(file, arena).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Takes away what this manifest does not name. */
    void sweep(Manifest manifest) throws IOException {
        Set<String> kept = manifest.files().stream().map(StoredFile::name).collect(Collectors.toSet());
        List<Path> found;
        try (Stream<Path> all = Files.list(path)) {
            found = all.sorted().toList();
        }
        for (Path each : found) {
            String name = String.valueOf(each.getFileName());
            if (name.equals(NEXT) || (OWN.matcher(name).matches() && !kept.contains(name))) {
                steps.before("delete " + name);
                boolean _ = Files.deleteIfExists(each);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
