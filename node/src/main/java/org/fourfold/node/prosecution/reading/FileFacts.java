package org.fourfold.node.prosecution.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * A file as it lies on the disk at one moment.
 *
 * @param sha256 in hexadecimal
 */
public record FileFacts(long bytes, FileTime changed, String sha256) {

    /** Throws a {@link ProblemException} when there is nothing to read, or too much. */
    public static FileFacts of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.of("prosecution.file-missing"));
        }
        long bytes = Files.size(path);
        if (bytes == 0) {
            throw new ProblemException(Problem.of("prosecution.file-empty"));
        }
        if (bytes > Limits.FILE_BYTES_MAX) {
            throw new ProblemException(
                    Problem.of("prosecution.file-too-large").with("max", Long.toString(Limits.FILE_BYTES_MAX >> 30)));
        }
        FileTime changed = Files.getLastModifiedTime(path);
        MessageDigest digest = digester();
        try (InputStream stream = new DigestInputStream(Files.newInputStream(path), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return new FileFacts(bytes, changed, HexFormat.of().formatHex(digest.digest()));
    }

    /** Throws when the digest seen while the file was read, or its time, is another: no import is a mixture of two files. */
    public void requireSame(Path path, MessageDigest seen) throws IOException {
        if (!HexFormat.of().formatHex(seen.digest()).equals(sha256)
                || !Files.getLastModifiedTime(path).equals(changed)) {
            throw new ProblemException(Problem.of("prosecution.file-changed"));
        }
    }

    public static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
