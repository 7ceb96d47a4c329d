package org.fourfold.node.prevention.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.tables.CountedStream;
import org.fourfold.node.tables.Packing;

/**
 * A file to be read, with what it was before: size, time of change and digest. {@link #requireUnchanged} compares them with
 * what was read and with what lies there afterwards, so that no import is a mixture of two files.
 */
final class SourceFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final long bytes;
    private final FileTime changed;
    private final String digest;
    private final Packing packing;

    private SourceFile(Path path, long bytes, FileTime changed, String digest, Packing packing) {
        this.path = path;
        this.bytes = bytes;
        this.changed = changed;
        this.digest = digest;
        this.packing = packing;
    }

    static SourceFile of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw fault("prevention.file-missing");
        }
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
        if (before.size() == 0) {
            throw fault("prevention.file-empty");
        }
        if (before.size() > Limits.FILE_BYTES_MAX) {
            throw new ProblemException(
                    Problem.of("prevention.file-too-large").with("max", Long.toString(Limits.FILE_BYTES_MAX >> 20)));
        }
        Packing packing = Packing.of(head(path, 4));
        if (packing == Packing.ZIP) {
            throw fault("prevention.file-zip");
        }
        return new SourceFile(path, before.size(), before.lastModifiedTime(), digestOf(path), packing);
    }

    static ProblemException fault(String code) {
        return new ProblemException(Problem.of(code));
    }

    long bytes() {
        return bytes;
    }

    String digest() {
        return digest;
    }

    String packing() {
        return packing.name();
    }

    /** The file unpacked, watched for bombs; {@code read} counts the packed bytes, {@code seen} digests them. */
    InputStream open(AtomicLong read, MessageDigest seen) throws IOException {
        InputStream raw = new CountedStream(new DigestInputStream(Files.newInputStream(path), seen), read, count -> {});
        InputStream buffered = new java.io.BufferedInputStream(raw, BUFFER_BYTES);
        AtomicLong unpacked = new AtomicLong();
        return switch (packing) {
            case NONE, ZIP -> buffered;
            case GZIP ->
                new CountedStream(
                        new java.util.zip.GZIPInputStream(buffered, BUFFER_BYTES), unpacked, this::requireNoBomb);
            case BZIP2 ->
                new CountedStream(new BZip2CompressorInputStream(buffered, true), unpacked, this::requireNoBomb);
        };
    }

    private void requireNoBomb(long unpacked) {
        boolean swollen = unpacked > Limits.UNPACKING_RATIO_FROM_BYTES && unpacked / bytes > Limits.UNPACKING_RATIO_MAX;
        if (swollen || unpacked > Limits.UNPACKED_BYTES_MAX) {
            throw fault("prevention.file-swells");
        }
    }

    /** The first bytes of the unpacked file. */
    byte[] head() throws IOException {
        try (InputStream stream = open(new AtomicLong(), sha256())) {
            return stream.readNBytes(Limits.HEAD_BYTES);
        }
    }

    /** Throws when what was read is not the file that was there before, or not the one that is there now. */
    void requireUnchanged(MessageDigest seen) throws IOException {
        boolean gone = !Files.isRegularFile(path);
        if (gone
                || Files.size(path) != bytes
                || !Files.getLastModifiedTime(path).equals(changed)
                || !HexFormat.of().formatHex(seen.digest()).equals(digest)
                || !digestOf(path).equals(digest)) {
            throw fault("prevention.file-changed");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] head(Path path, int bytes) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(bytes);
        }
    }

    private static String digestOf(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream stream = new DigestInputStream(Files.newInputStream(path), digest)) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
