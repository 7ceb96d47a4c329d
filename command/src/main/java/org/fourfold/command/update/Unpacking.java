package org.fourfold.command.update;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Takes one folder out of an archive: plain files and folders whose names lie inside it, and nothing else. A link, a
 * device, a name that leads out, a name twice, too many or too large: the archive is refused as a whole.
 */
final class Unpacking {

    /** What a version is allowed to be; ours has some 300 files and 180 MB. */
    record Limits(int files, long bytes) {

        static final Limits USUAL = new Limits(5_000, 1_500_000_000L);
    }

    /** The archive is not what a release is. Says nothing of what was found: that is somebody else's text. */
    static final class Unsafe extends IOException {

        private static final long serialVersionUID = 1L;

        Unsafe(String why) {
            super(why);
        }
    }

    static final String SUMS = "SHA256SUMS";
    private static final int OWNER_MAY_RUN = 0100;

    private final String prefix;
    private final Path target;
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private long bytes;

    /**
     * One unpacking.
     *
     * @param prefix the folder of the archive that is taken, ending with a slash; what stands beside it is left
     * @param target an existing, empty folder
     */
    Unpacking(String prefix, Path target, Limits limits) {
        this.prefix = prefix;
        this.target = target;
        this.limits = limits;
    }

    /** Unpacks; on a fault the target holds rubbish, to be deleted by the caller. */
    void run(InputStream archive) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(archive), Sums.BUFFER_BYTES))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isDirectory()
                        && !(entry.isFile() && entry.getLinkName().isEmpty())) {
                    throw new Unsafe("neither file nor folder");
                }
                if (entry.getName().startsWith(prefix) && !entry.getName().equals(prefix)) {
                    take(tar, entry);
                }
            }
        }
        if (names.isEmpty()) {
            throw new Unsafe("not a package");
        }
    }

    private void take(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        String name = entry.getName().substring(prefix.length());
        Path path = target.resolve(safe(name)).normalize();
        if (!path.startsWith(target) || path.equals(target) || !names.add(path.toString())) {
            throw new Unsafe("a name leads out of the folder, or stands twice");
        }
        bytes += entry.getSize();
        if (names.size() > limits.files() || bytes > limits.bytes()) {
            throw new Unsafe("too much");
        }
        if (entry.isDirectory()) {
            makeFolder(path);
            return;
        }
        Path folder = path.getParent();
        if (folder != null) {
            makeFolder(folder);
        }
        // The size in the entry's head is all that the tar gives out, so the limit above holds.
        Files.copy(tar, path);
        Files.setPosixFilePermissions(
                path,
                PosixFilePermissions.fromString((entry.getMode() & OWNER_MAY_RUN) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A relative path of plain parts. */
    private static String safe(String name) throws Unsafe {
        boolean plain = !name.isEmpty()
                && !name.startsWith("/")
                && name.chars().noneMatch(sign -> sign == '\\' || sign < ' ')
                && Stream.of(name.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
        if (!plain) {
            throw new Unsafe("a name that is not plain");
        }
        return name;
    }

    /** Every user of the machine may read a version, whatever our umask is. */
    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !folder.equals(target)) {
            makeFolder(parent);
        }
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Whether a folder holds exactly the files that its list of sums names, each as it was summed. */
    static boolean isWhole(Path folder) throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(SUMS))) {
            // sha256sum: 64 signs, two spaces, the name.
            if (line.length() < 67) {
                return false;
            }
            told.put(line.substring(66), line.substring(0, 64));
        }
        Map<String, String> there = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(path -> !Files.isDirectory(path)).toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            if (!name.equals(SUMS)) {
                there.put(name, Sums.of(file));
            }
        }
        return there.equals(told);
    }
}
