package org.fourfold.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fourfold.command.update.PackedFiles;
import org.fourfold.command.update.Release;
import org.fourfold.command.update.SignedNote;
import org.fourfold.command.update.SigningKey;
import org.fourfold.command.update.Version;

/**
 * A package as it lies on a user's disk, with the scripts of a real one; its Java and its jars are those of this build. And
 * archives of other versions for it, signed by a key that lives as long as the test.
 */
final class InstalledPackage {

    static final String VERSION = "0.1.0";

    private static final String PLATFORM = "linux-x64";
    private static final Path SCRIPTS = Path.of("..", "tools", "package");

    private final Path place;
    private final SigningKey key =
            SigningKey.random("test-key", new SecureRandom()).orElseThrow();

    private InstalledPackage(Path place) {
        this.place = place;
    }

    static InstalledPackage make(Path place) throws IOException {
        InstalledPackage made = new InstalledPackage(place);
        Path version = Files.createDirectories(place.resolve("versions").resolve(VERSION));
        copy("fourfold", place.resolve("fourfold"));
        copy("start", version.resolve("start"));
        copy("launch.sh", version.resolve("launch.sh"));
        copy("link.directives", version.resolve("link.directives"));
        Files.createSymbolicLink(version.resolve("runtime"), Path.of(System.getProperty("java.home")));
        Files.createSymbolicLink(
                version.resolve("app"), Path.of("target", "app").toAbsolutePath());
        Files.writeString(version.resolve("version"), VERSION + "\n");
        Files.writeString(version.resolve("platform"), PLATFORM + "\n");
        Files.writeString(version.resolve("release-keys.txt"), "# the test's\n" + made.key.verifier() + "\n");
        Files.writeString(place.resolve("current"), VERSION + "\n");
        return made;
    }

    private static void copy(String script, Path to) throws IOException {
        Files.copy(SCRIPTS.resolve(script), to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    Map<String, String> environment() {
        return Map.of(
                "FOURFOLD_PACKAGE", place.resolve("versions").resolve(VERSION).toString());
    }

    Path place() {
        return place;
    }

    String current() throws IOException {
        return Files.readString(place.resolve("current")).strip();
    }

    List<String> versions() throws IOException {
        try (var all = Files.list(place.resolve("versions"))) {
            return all.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    /** An archive of a version whose start script does what is told; signed. */
    Path archive(String version, String start) throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of(
                "start", "#!/bin/bash\n" + start + "\n",
                "version", version + "\n",
                "platform", PLATFORM + "\n",
                "release-keys.txt", key.verifier() + "\n"));
        StringBuilder sums = new StringBuilder();
        files.forEach((name, text) -> sums.append(sum(text.getBytes(StandardCharsets.UTF_8)))
                .append("  ")
                .append(name)
                .append('\n'));
        files.put("SHA256SUMS", sums.toString());
        PackedFiles packed = new PackedFiles();
        files.forEach((name, text) ->
                packed.file("fourfold/versions/" + version + "/" + name, text, name.equals("start") ? 0755 : 0644));
        Path archive = place.resolveSibling("fourfold-" + version + "-" + PLATFORM + ".tar.gz");
        Files.write(archive, packed.bytes());
        Release release = new Release(
                Version.parse(version).orElseThrow(), PLATFORM, Files.size(archive), sum(Files.readAllBytes(archive)));
        sign(archive, release);
        return archive;
    }

    void sign(Path archive, Release release) throws IOException {
        Files.writeString(note(archive), SignedNote.write(release.text(), List.of(key)));
    }

    static Path note(Path archive) {
        return archive.resolveSibling(archive.getFileName() + Release.NOTE_SUFFIX);
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
