package org.fourfold.node.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many byte sequences looked for in many files in one pass: words in any of the spellings and encodings a node could give
 * them, secrets raw, in hexadecimal digits and in base 64 at any place of a longer text.
 */
final class Needles {

    private static final int HEAD_BYTES = 8;
    private static final int FILTER_BITS = 16;

    /** By the first eight bytes; each with the name of what it stands for. */
    private final Map<Long, List<Needle>> byHead = new HashMap<>();

    private final BitSet heads = new BitSet(1 << FILTER_BITS);

    /** Not a record: it holds an array. */
    private static final class Needle {
        private final String name;
        private final byte[] bytes;

        Needle(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /** What was found where. */
    record Hit(String needle, Path file) {}

    /** A word of at least eight letters or digits, in small and in capital letters, as one byte or two each. */
    Needles word(String name, String word) {
        for (String spelt : Set.of(word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
            add(name, spelt.getBytes(StandardCharsets.US_ASCII));
            add(name, spelt.getBytes(StandardCharsets.UTF_16LE));
            add(name, spelt.getBytes(StandardCharsets.UTF_16BE));
        }
        return this;
    }

    /** A text of at least eight bytes, as it is. */
    Needles text(String text) {
        add(text, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Bytes that are secret. */
    Needles secret(String name, byte[] secret) {
        add(name, secret);
        add(name, HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
        add(name, HexFormat.of().withUpperCase().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = Arrays.copyOfRange(secret, shift, secret.length - (secret.length - shift) % 3);
            add(name, Base64.getEncoder().encode(shifted));
            add(name, Base64.getUrlEncoder().encode(shifted));
        }
        return this;
    }

    private void add(String name, byte[] bytes) {
        long head = 0;
        for (int i = 0; i < HEAD_BYTES; i++) {
            head = head << Byte.SIZE | (bytes[i] & 0xff);
        }
        byHead.computeIfAbsent(head, any -> new ArrayList<>()).add(new Needle(name, bytes));
        heads.set(filter(head));
    }

    private static int filter(long head) {
        return (int) (head >>> (Long.SIZE - FILTER_BITS));
    }

    /** How many things are looked for, in whatever spelling. */
    long count() {
        return byHead.values().stream()
                .flatMap(List::stream)
                .map(Needle::name)
                .distinct()
                .count();
    }

    /** What is in the files under a folder or in their names; links are not followed. */
    List<Hit> in(Path folder) {
        List<Hit> hits = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Set<String> found =
                        new TreeSet<>(of(file.getFileName().toString().getBytes(StandardCharsets.UTF_8)));
                if (Files.isRegularFile(file) && !Files.isSymbolicLink(file)) {
                    found.addAll(inFile(file));
                }
                found.forEach(name -> hits.add(new Hit(name, folder.relativize(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    /** The names of those that are in a file. */
    Set<String> inFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            Set<String> found = new TreeSet<>();
            long head = 0;
            for (int at = 0; at < bytes.limit(); at++) {
                head = head << Byte.SIZE | (bytes.get(at) & 0xff);
                if (at >= HEAD_BYTES - 1 && heads.get(filter(head))) {
                    int start = at - HEAD_BYTES + 1;
                    byHead.getOrDefault(head, List.of()).stream()
                            .filter(needle -> stands(needle.bytes(), bytes, start))
                            .forEach(needle -> found.add(needle.name()));
                }
            }
            return found;
        }
    }

    /** The names of those that are in these bytes. */
    Set<String> of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return byHead.values().stream()
                .flatMap(List::stream)
                .filter(needle -> text.contains(new String(needle.bytes(), StandardCharsets.ISO_8859_1)))
                .map(Needle::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean stands(byte[] needle, MappedByteBuffer bytes, int start) {
        if (start + needle.length > bytes.limit()) {
            return false;
        }
        for (int i = HEAD_BYTES; i < needle.length; i++) {
            if (bytes.get(start + i) != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
