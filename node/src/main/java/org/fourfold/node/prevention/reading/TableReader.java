package org.fourfold.node.prevention.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.registry.Places;
import org.fourfold.node.tables.Delimiter;
import org.fourfold.node.tables.TextEncoding;

/**
 * One file on its way in. {@link #open} finds out how it is packed, encoded and parted and of which layout it is; {@link #read}
 * streams its lines. Both throw a {@link ProblemException} when the file as a whole cannot be taken; faults of single lines
 * go to the sink.
 */
public final class TableReader {

    private static final int BLANK_LINES_BEFORE_HEADING_MAX = 10;

    private final SourceFile file;
    private final TextEncoding encoding;
    private final Delimiter delimiter;
    private final List<String> heading;
    private final Layout layout;

    private TableReader(
            SourceFile file, TextEncoding encoding, Delimiter delimiter, List<String> heading, Layout layout) {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.heading = heading;
        this.layout = layout;
    }

    public static TableReader open(Path path) throws IOException {
        SourceFile file = SourceFile.of(path);
        byte[] head = headOf(file);
        TextEncoding encoding = TextEncoding.of(head, head.length < Limits.HEAD_BYTES)
                .orElseThrow(() -> SourceFile.fault("prevention.file-not-text"));
        String start = new String(head, encoding.markBytes(), head.length - encoding.markBytes(), encoding.charset());
        if (start.isBlank()) {
            throw SourceFile.fault("prevention.file-empty");
        }
        for (Delimiter delimiter : Delimiter.values()) {
            List<String> heading = headingOf(start, delimiter);
            Optional<Layout> layout = Layout.of(heading);
            if (layout.isPresent()) {
                return new TableReader(file, encoding, delimiter, heading, layout.get());
            }
        }
        throw new ProblemException(Problem.of("prevention.layout-unknown").with("columns", firstLine(start)));
    }

    private static byte[] headOf(SourceFile file) throws IOException {
        try {
            return file.head();
        } catch (EOFException e) {
            throw SourceFile.fault("prevention.file-truncated");
        } catch (java.nio.file.FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw SourceFile.fault("prevention.file-damaged");
        }
    }

    private static String firstLine(String start) {
        String line = start.strip().lines().findFirst().orElse("");
        return Cells.shown(line);
    }

    /** The first line that is not blank, parted by this delimiter. */
    private static List<String> headingOf(String start, Delimiter delimiter) {
        try (CsvReader<Row> rows = csv(delimiter).build(new RowHandler(), new StringReader(start))) {
            int blank = 0;
            for (Row row : rows) {
                if (!row.isBlank()) {
                    return row.fields().stream().map(String::strip).toList();
                }
                if (++blank > BLANK_LINES_BEFORE_HEADING_MAX) {
                    return List.of();
                }
            }
            return List.of();
        } catch (CsvParseException | ProblemException | IOException | java.io.UncheckedIOException e) {
            // Parted by this character it is no table; another may do.
            return List.of();
        }
    }

    private static CsvReader.CsvReaderBuilder csv(Delimiter delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(Limits.LINE_CHARACTERS_MAX);
    }

    public Layout layout() {
        return layout;
    }

    /** What was found out about the file. */
    public ImportReport.Reading reading() {
        return new ImportReport.Reading(file.packing(), encoding.name(), delimiter.name(), file.digest(), file.bytes());
    }

    /** Streams all lines to the sink and returns how many there were; throws at the end when the file has changed. */
    public long read(Places places, ImportOptions options, Layout.Sink sink, ProgressListener listener)
            throws IOException {
        AtomicLong bytes = new AtomicLong();
        MessageDigest seen = SourceFile.sha256();
        RowHandler handler = new RowHandler();
        Layout.LineReader lines = layout.reader(heading, places, options);
        try (InputStream stream = file.open(bytes, seen);
                Reader text = text(stream);
                CsvReader<Row> rows = csv(delimiter).build(handler, text)) {
            long count = readRows(rows, handler, lines, sink, listener, bytes);
            // What stands behind the last packed block belongs to the file too: its digest covers all bytes.
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            file.requireUnchanged(seen);
            return count;
        } catch (CsvParseException e) {
            throw broken(e, handler);
        } catch (java.io.UncheckedIOException e) {
            throw unreadable(java.util.Objects.requireNonNull(e.getCause()), handler);
        } catch (IOException e) {
            throw unreadable(e, handler);
        }
    }

    private Reader text(InputStream stream) throws IOException {
        // Read, not skipped: what is skipped does not pass the digest.
        if (stream.readNBytes(encoding.markBytes()).length < encoding.markBytes()) {
            throw new EOFException();
        }
        return new InputStreamReader(stream, encoding.decoder());
    }

    private long readRows(
            CsvReader<Row> rows,
            RowHandler handler,
            Layout.LineReader lines,
            Layout.Sink sink,
            ProgressListener listener,
            AtomicLong bytes) {
        long count = 0;
        boolean headed = false;
        Optional<Row> shortRow = Optional.empty();
        for (Row row : rows) {
            if (row.isBlank()) {
                continue;
            }
            if (!headed) {
                headed = true;
                handler.heading(heading);
                continue;
            }
            shortRow.ifPresent(earlier -> sink.refused(List.of(wrongWidth(earlier))));
            shortRow = Optional.empty();
            if (++count > Limits.ROWS_MAX) {
                throw new ProblemException(
                        Problem.of("prevention.too-many-rows").with("max", Long.toString(Limits.ROWS_MAX)));
            }
            if (row.fields().size() < heading.size()) {
                shortRow = Optional.of(row);
            } else if (row.fields().size() > heading.size()) {
                sink.refused(List.of(wrongWidth(row)));
            } else {
                lines.read(row, sink);
            }
            if (count % ProgressListener.EVERY_ROWS == 0) {
                listener.progress(count, bytes.get(), file.bytes());
            }
        }
        if (shortRow.isPresent()) {
            throw new ProblemException(Problem.inCell(
                    "prevention.last-row-short",
                    shortRow.get().number(),
                    lastColumn(shortRow.get()),
                    row(shortRow.get().number())));
        }
        listener.progress(count, bytes.get(), file.bytes());
        return count;
    }

    private Problem wrongWidth(Row row) {
        boolean less = row.fields().size() < heading.size();
        return Problem.inCell(
                less ? "prevention.row-short" : "prevention.row-long",
                row.number(),
                lastColumn(row),
                Map.of(
                        "fields", Integer.toString(row.fields().size()),
                        "columns", Integer.toString(heading.size())));
    }

    private String lastColumn(Row row) {
        return heading.get(Math.min(row.fields().size(), heading.size()) - 1);
    }

    private ProblemException broken(CsvParseException fault, RowHandler handler) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        for (Throwable cause : causes) {
            if (cause instanceof ProblemException known) {
                return known;
            }
            if (cause instanceof IOException unreadable) {
                return unreadable(unreadable, handler);
            }
        }
        String message = String.valueOf(fault.getMessage());
        if (message.contains("buffer")) {
            return handler.fieldTooLong();
        }
        return new ProblemException(
                Problem.inCell("prevention.quote-unclosed", handler.number(), "", row(handler.number())));
    }

    private static ProblemException unreadable(IOException fault, RowHandler handler) {
        if (fault instanceof CharacterCodingException) {
            return new ProblemException(
                    Problem.inCell("prevention.encoding-mixed", handler.number(), "", row(handler.number())));
        }
        String message = String.valueOf(fault.getMessage());
        boolean cut = fault instanceof EOFException
                || message.toLowerCase(java.util.Locale.ROOT).contains("unexpected end");
        return SourceFile.fault(cut ? "prevention.file-truncated" : "prevention.file-damaged");
    }

    private static Map<String, String> row(long number) {
        return Map.of("row", Long.toString(number));
    }
}
