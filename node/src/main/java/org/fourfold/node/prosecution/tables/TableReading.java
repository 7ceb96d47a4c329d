package org.fourfold.node.prosecution.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prosecution.SourceKind;
import org.fourfold.node.prosecution.reading.EntityHandler;
import org.fourfold.node.prosecution.reading.EntityReading;
import org.fourfold.node.prosecution.reading.FileFacts;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.tables.TableFile;

/**
 * A table on its way in by a mapping: one sheet of one file. The ids of its entities are made of the file's digest, so that
 * two files with the same keys never make the same entity, and the same file taken again makes the same.
 */
public final class TableReading implements EntityReading {

    private final Path path;
    private final Mapping mapping;
    private final FtmModel model;
    private final FileFacts facts;
    private final String description;
    private List<Problem> notes = List.of();

    private TableReading(Path path, Mapping mapping, FtmModel model, FileFacts facts, String description) {
        this.path = path;
        this.mapping = mapping;
        this.model = model;
        this.facts = facts;
        this.description = description;
    }

    /**
     * Throws a {@link ProblemException} when the file cannot be read as a table, or the mapping cannot be run.
     *
     * @param country for telephone numbers without one, where the mapping states none; two letters, lower case
     */
    public static TableReading open(Path path, Mapping mapping, Optional<String> country, FtmModel model)
            throws IOException {
        FileFacts facts = FileFacts.of(path);
        Mapping run = mapping.withCountry(country);
        try (TableFile file = TableFile.open(path)) {
            MappedTable.of(file, run, model);
            return new TableReading(path, run, model, facts, file.description());
        }
    }

    @Override
    public SourceKind kind() {
        return SourceKind.TABLE;
    }

    @Override
    public String description() {
        return mapping.name().isEmpty() ? description : description + "; " + mapping.name();
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
        MappingReport report;
        try (TableFile file = TableFile.open(path)) {
            report = MappedTable.of(file, mapping, model).read(facts.sha256(), handler, refusals, rows -> {
                // How many bytes a row took is not known of a packed file: rows are what is told.
                progress.progress(rows, 0, facts.bytes());
                return true;
            });
        }
        MessageDigest seen = FileFacts.digester();
        try (InputStream stream = new DigestInputStream(Files.newInputStream(path), seen)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        facts.requireSame(path, seen);
        notes = report.notes();
        return report.rows();
    }

    @Override
    public List<Problem> notes() {
        return notes;
    }
}
