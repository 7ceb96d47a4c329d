package org.fourfold.ledger.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fourfold.ledger.tree.TreeHasher;

/** A small bag in memory, to be changed and written again. */
final class BagContents {

    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final String INFO = "bag-info.txt";

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    static BagContents read(Path bag) throws IOException {
        BagContents contents = new BagContents();
        try (Stream<Path> all = Files.walk(bag)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.files.put(bag.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    BagContents copy() {
        BagContents other = new BagContents();
        other.files.putAll(files);
        return other;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    byte[] get(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("no " + path);
        }
        return bytes;
    }

    String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    BagContents with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    BagContents with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    BagContents without(String path) {
        if (files.remove(path) == null) {
            throw new IllegalArgumentException("no " + path);
        }
        return this;
    }

    /** Writes manifests and Oxum anew, as a forger would. */
    BagContents repaired() {
        long octets = 0;
        long count = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith("data/")) {
                octets += file.getValue().length;
                count++;
            }
        }
        with(INFO, text(INFO).replaceAll("Payload-Oxum: .*", "Payload-Oxum: " + octets + "." + count));
        with(MANIFEST, manifest(true));
        return with(TAG_MANIFEST, manifest(false));
    }

    /** Writes the tag manifest anew: only the payload's own may then be amiss. */
    BagContents tagged() {
        return with(TAG_MANIFEST, manifest(false));
    }

    private String manifest(boolean isPayload) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, bytes) -> {
            if (path.startsWith("data/") == isPayload && !path.equals(TAG_MANIFEST)) {
                lines.append(HexFormat.of().formatHex(TreeHasher.sha256().digest(bytes)))
                        .append("  ")
                        .append(path.replace("%", "%25"))
                        .append('\n');
            }
        });
        return lines.toString();
    }

    Path folder(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> all = Files.walk(target)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = target.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        return target;
    }

    byte[] zip(String prefix) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        zip(out, prefix);
        return out.toByteArray();
    }

    private void zip(OutputStream out, String prefix) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(prefix + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
