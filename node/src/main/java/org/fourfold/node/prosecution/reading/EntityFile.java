package org.fourfold.node.prosecution.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prosecution.SourceKind;

/**
 * A file whose form is known without a mapping: recognised by its first line, whatever it is called. It is digested before it
 * is read and again while it is read, so that no import is a mixture of two files.
 */
public final class EntityFile implements EntityReading {

    private static final int HEAD_BYTES = 1 << 14;

    private final Path path;
    private final SourceKind kind;
    private final long bytes;
    private final FileTime changed;
    private final String sha256;

    private EntityFile(Path path, SourceKind kind, long bytes, FileTime changed, String sha256) {
        this.path = path;
        this.kind = kind;
        this.bytes = bytes;
        this.changed = changed;
        this.sha256 = sha256;
    }

    /** Throws a {@link ProblemException} when there is nothing to read or its form is not known. */
    public static EntityFile open(Path path) throws IOException {
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
        return new EntityFile(path, kind(head(path)), bytes, changed, digest(path));
    }

    @Override
    public SourceKind kind() {
        return kind;
    }

    @Override
    public String description() {
        return switch (kind) {
            case FTM_JSON -> "FollowTheMoney, JSON lines";
            case FTM_STATEMENTS -> "FollowTheMoney, statements";
            case OFAC_SDN -> "OFAC, Specially Designated Nationals";
            case SECTION_353 -> "Section 353";
            case TABLE -> "";
        };
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public long read(EntityHandler handler, Problems refusals, ProgressListener progress) throws IOException {
        MessageDigest seen = sha256Digest();
        long rows;
        try (InputStream stream = new DigestInputStream(Files.newInputStream(path), seen)) {
            Lines lines = new Lines(stream, bytes, progress);
            rows = switch (kind) {
                case FTM_JSON -> new FtmJsonReader(handler, refusals).read(lines);
                case FTM_STATEMENTS -> new StatementReader(handler, refusals).read(lines);
                case OFAC_SDN -> new SdnReader(handler, refusals).read(lines);
                case SECTION_353 -> new Section353Reader(handler, refusals).read(lines);
                case TABLE -> throw new IllegalStateException("a table is read by a mapping");
            };
            stream.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(seen.digest()).equals(sha256)
                || !Files.getLastModifiedTime(path).equals(changed)) {
            throw new ProblemException(Problem.of("prosecution.file-changed"));
        }
        return rows;
    }

    private static SourceKind kind(String head) {
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        String first = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        String heading = first.toLowerCase(Locale.ROOT).replace("\"", "");
        if (first.startsWith("{")) {
            return SourceKind.FTM_JSON;
        }
        if (heading.contains("entity_id") && heading.contains("prop") && heading.contains("value")) {
            return SourceKind.FTM_STATEMENTS;
        }
        if (heading.startsWith("schema,name,aliases,")) {
            return SourceKind.SECTION_353;
        }
        if (first.matches("[0-9]+,\".*") && first.contains(",-0- ,")) {
            return SourceKind.OFAC_SDN;
        }
        boolean packed = head.startsWith("PK") || head.startsWith("\u001f") || head.startsWith("BZh");
        throw new ProblemException(Problem.of(packed ? "prosecution.file-packed" : "prosecution.kind-unknown"));
    }

    private static String head(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return new String(stream.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static String digest(Path path) throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream stream = new DigestInputStream(Files.newInputStream(path), digest)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
