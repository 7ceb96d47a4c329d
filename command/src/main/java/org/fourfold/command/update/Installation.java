package org.fourfold.command.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an installed package: {@code versions/} with one folder a version, and the file {@code current} that names
 * the one in use. The start script reads that file, so a version is put in use by replacing it, in one step.
 *
 * @param place the folder that holds {@code current}
 * @param running the folder of the version this program runs from
 */
public record Installation(Path place, Path running) {

    /** Where the start script says which version it started. Not there in a clone. */
    private static final String TOLD = "FOURFOLD_PACKAGE";

    private static final String CURRENT = "current";
    private static final String VERSIONS = "versions";
    private static final String UNFINISHED = ".unfinished";
    private static final int KEYS_BYTES_MAX = 64 * 1024;

    /** Of the running program; empty where it was not started from a package. */
    public static Optional<Installation> of(Map<String, String> environment) {
        String told = environment.getOrDefault(TOLD, "");
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Path running = Path.of(told).toAbsolutePath().normalize();
        Path versions = running.getParent();
        Path place = versions == null ? null : versions.getParent();
        return place != null
                        && running.startsWith(place.resolve(VERSIONS))
                        && Files.isRegularFile(place.resolve(CURRENT))
                ? Optional.of(new Installation(place, running))
                : Optional.empty();
    }

    /** The version this program runs from. */
    public Version version() {
        return read("version").flatMap(Version::parse).orElseThrow(() -> broken("version"));
    }

    /** What this program runs on, such as {@code linux-x64}. */
    public String platform() {
        return read("platform").orElseThrow(() -> broken("platform"));
    }

    /** The keys that may sign what follows this version. */
    public List<VerifierKey> keys() {
        return read("release-keys.txt")
                .map(text -> text.lines().toList())
                .flatMap(VerifierKey::parseAll)
                .orElseThrow(() -> broken("release-keys.txt"));
    }

    /** Where a version is, or will be. */
    public Path folder(Version version) {
        return place.resolve(VERSIONS).resolve(version.toString());
    }

    /** Whether this user may put another version here. */
    public boolean isWritable() {
        return Files.isWritable(place) && Files.isWritable(place.resolve(VERSIONS));
    }

    /**
     * Copies an archive to where nobody changes it any more, compares it with what was signed, and only then unpacks it
     * beside the version in use. Whether it was what was signed; a version of that name that is not in use is replaced.
     *
     * @throws IOException where the disk refuses; {@link #isUnsafe} tells an archive that is not a package
     */
    public boolean unpack(Path archive, Release release) throws IOException {
        Path unfinished = place.resolve(VERSIONS).resolve(UNFINISHED);
        delete(unfinished);
        Files.createDirectory(unfinished);
        try {
            Path copy = unfinished.resolve("archive");
            if (!copy(archive, copy, release)) {
                return false;
            }
            Path fresh = Files.createDirectory(unfinished.resolve("version"));
            String prefix = "fourfold/" + VERSIONS + "/" + release.version() + "/";
            try (InputStream in = Files.newInputStream(copy)) {
                new Unpacking(prefix, fresh, Unpacking.Limits.USUAL).run(in);
            }
            if (!Unpacking.isWhole(fresh)) {
                throw new Unpacking.Unsafe("its own sums do not hold");
            }
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(running));
            Path folder = folder(release.version());
            delete(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            force(place.resolve(VERSIONS));
            return true;
        } finally {
            delete(unfinished);
        }
    }

    /** Whether an unpacking failed for what the archive is, not for the disk. */
    public static boolean isUnsafe(IOException failure) {
        return failure instanceof Unpacking.Unsafe || failure instanceof java.util.zip.ZipException;
    }

    /** Puts an unpacked version in use: the next start is that one. */
    public void use(Version version) throws IOException {
        Path fresh = place.resolve(CURRENT + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((version + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(place.resolve(CURRENT)));
        Files.move(fresh, place.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(place);
    }

    /** Removes every version but these. */
    public void keepOnly(List<Version> kept) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(place.resolve(VERSIONS))) {
            folders = all.toList();
        }
        for (Path folder : folders) {
            if (kept.stream().noneMatch(version -> folder(version).equals(folder))) {
                delete(folder);
            }
        }
    }

    /** Removes a version that did not stand the test. */
    public void remove(Version version) throws IOException {
        delete(folder(version));
    }

    /** Copies and sums in one reading; stops at the signed size. */
    private static boolean copy(Path from, Path to, Release release) throws IOException {
        MessageDigest digest = Sums.sha256();
        long copied = 0;
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[Sums.BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > release.bytes()) {
                    return false;
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return copied == release.bytes() && Sums.text(digest).equals(release.sha256());
    }

    private Optional<String> read(String name) {
        Path file = running.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= KEYS_BYTES_MAX
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException broken(String name) {
        return new IllegalStateException("the package is broken: " + running.resolve(name));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
