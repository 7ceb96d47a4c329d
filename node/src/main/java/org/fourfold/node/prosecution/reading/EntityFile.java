package org.fourfold.node.prosecution.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
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
    private final FileFacts facts;

    private EntityFile(Path path, SourceKind kind, FileFacts facts) {
        this.path = path;
        this.kind = kind;
        this.facts = facts;
    }

    /** Throws a {@link ProblemException} when there is nothing to read or its form is not known. */
    public static EntityFile open(Path path) throws IOException {
        FileFacts facts = FileFacts.of(path);
        Optional<SourceKind> kind = kind(path);
        if (kind.isEmpty()) {
            throw new ProblemException(
                    Problem.of(isPacked(head(path)) ? "prosecution.file-packed" : "prosecution.kind-unknown"));
        }
        return new EntityFile(path, kind.get(), facts);
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
        return facts.bytes();
    }

    @Override
    public String sha256() {
        return facts.sha256();
    }

    @Override
    public long read(EntityHandler handler, Problems refusals, ProgressListener progress) throws IOException {
        MessageDigest seen = FileFacts.digester();
        long rows;
        try (InputStream stream = new DigestInputStream(Files.newInputStream(path), seen)) {
            Lines lines = new Lines(stream, facts.bytes(), progress);
            rows = switch (kind) {
                case FTM_JSON -> new FtmJsonReader(handler, refusals).read(lines);
                case FTM_STATEMENTS -> new StatementReader(handler, refusals).read(lines);
                case OFAC_SDN -> new SdnReader(handler, refusals).read(lines);
                case SECTION_353 -> new Section353Reader(handler, refusals).read(lines);
                case TABLE -> throw new IllegalStateException("a table is read by a mapping");
            };
            stream.transferTo(OutputStream.nullOutputStream());
        }
        facts.requireSame(path, seen);
        return rows;
    }

    /** What a file is recognised as; empty when it needs a mapping, or is nothing that is known. */
    public static Optional<SourceKind> kind(Path path) throws IOException {
        String head = head(path);
        String text = head.startsWith("\uFEFF") ? head.substring(1) : head;
        String first = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        String heading = first.toLowerCase(Locale.ROOT).replace("\"", "");
        if (first.startsWith("{")) {
            return Optional.of(SourceKind.FTM_JSON);
        }
        if (heading.contains("entity_id") && heading.contains("prop") && heading.contains("value")) {
            return Optional.of(SourceKind.FTM_STATEMENTS);
        }
        if (heading.startsWith("schema,name,aliases,")) {
            return Optional.of(SourceKind.SECTION_353);
        }
        boolean sdn = first.matches("[0-9]+,\".*") && first.contains(",-0- ,");
        return sdn ? Optional.of(SourceKind.OFAC_SDN) : Optional.empty();
    }

    private static boolean isPacked(String head) {
        return head.startsWith("PK") || head.startsWith("\u001f") || head.startsWith("BZh");
    }

    private static String head(Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return new String(stream.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
        }
    }
}
