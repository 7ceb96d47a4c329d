package org.fourfold.node.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** A table of text, plain or packed. Its rows may be of any width: what a short or long one means, the reader decides. */
public final class TextTable implements TableFile {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SAMPLE_ROWS = 200;
    private static final int WIDTH_COUNTED_MAX = 99;

    /** The line by which a spreadsheet is told the delimiter. */
    private static final String STATED = "sep=";

    private final Path path;
    private final Packing packing;
    private final TextEncoding encoding;
    private final Delimiter delimiter;
    private final boolean stated;

    private TextTable(Path path, Packing packing, TextEncoding encoding, Delimiter delimiter, boolean stated) {
        this.path = path;
        this.packing = packing;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.stated = stated;
    }

    static TextTable open(Path path) throws IOException {
        Packing packing;
        try (InputStream raw = Files.newInputStream(path)) {
            packing = Packing.of(raw.readNBytes(CompoundFile.MARK_BYTES));
        }
        byte[] head;
        try (InputStream stream = unpacked(path, packing)) {
            head = stream.readNBytes(TableLimits.HEAD_BYTES);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e, 1);
        }
        TextEncoding encoding = TextEncoding.of(head, head.length < TableLimits.HEAD_BYTES)
                .orElseThrow(() -> new ProblemException(Problem.of("tables.not-a-table")));
        String start = new String(head, encoding.markBytes(), head.length - encoding.markBytes(), encoding.charset());
        if (start.isBlank()) {
            throw new ProblemException(Problem.of("tables.empty"));
        }
        String first = start.lines().findFirst().orElse("").strip();
        for (Delimiter delimiter : Delimiter.values()) {
            if (first.equalsIgnoreCase(STATED + delimiter.character())) {
                return new TextTable(path, packing, encoding, delimiter, true);
            }
        }
        return new TextTable(path, packing, encoding, delimiterOf(start), false);
    }

    /** The one that parts most rows into the same number of columns, more than one. */
    private static Delimiter delimiterOf(String start) {
        Delimiter best = Delimiter.COMMA;
        double bestScore = 0;
        for (Delimiter delimiter : Delimiter.values()) {
            double score = score(start, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String start, Delimiter delimiter) {
        Map<Integer, Integer> widths = new TreeMap<>();
        int rows = 0;
        try (CsvReader<SheetRow> reader = csv(delimiter).build(new TextRows(), new StringReader(start))) {
            for (SheetRow row : reader) {
                if (!row.isBlank()) {
                    widths.merge(row.width(), 1, Integer::sum);
                    if (++rows == SAMPLE_ROWS) {
                        break;
                    }
                }
            }
        } catch (CsvParseException | ProblemException | IOException | UncheckedIOException e) {
            // The sample ends within a row, or parted by this character it is no table: what was counted stands.
            assert rows >= 0;
        }
        int read = rows;
        return widths.entrySet().stream()
                .filter(width -> width.getKey() > 1)
                .mapToDouble(width -> width.getValue() / (double) read
                        + Math.min(width.getKey(), WIDTH_COUNTED_MAX) / (10.0 * WIDTH_COUNTED_MAX))
                .max()
                .orElse(0);
    }

    private static CsvReader.CsvReaderBuilder csv(Delimiter delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(TableLimits.LINE_CHARACTERS_MAX);
    }

    @Override
    public String description() {
        String packed = packing == Packing.NONE ? "" : ", " + packing.name();
        return "CSV, " + encoding.name() + ", " + delimiter.name() + packed;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new Sheet("", Sheet.Visibility.VISIBLE));
    }

    @Override
    public List<Problem> notes() {
        return List.of();
    }

    @Override
    public SheetFacts read(int sheet, RowListener listener) throws IOException {
        TextRows rows = new TextRows();
        try (InputStream stream = unpacked(path, packing);
                Reader text = text(stream);
                CsvReader<SheetRow> reader = csv(delimiter).build(rows, text)) {
            return stream(reader, listener);
        } catch (CsvParseException e) {
            throw broken(e, rows.number());
        } catch (UncheckedIOException e) {
            throw unreadable(java.util.Objects.requireNonNull(e.getCause()), rows.number());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e, rows.number());
        }
    }

    private SheetFacts stream(CsvReader<SheetRow> reader, RowListener listener) {
        long count = 0;
        int columns = 0;
        boolean first = stated;
        for (SheetRow row : reader) {
            boolean statement = first;
            first = false;
            if (statement || row.isBlank()) {
                continue;
            }
            if (++count > TableLimits.ROWS_MAX) {
                throw new ProblemException(
                        Problem.of("tables.too-many-rows").with("max", Integer.toString(TableLimits.ROWS_MAX)));
            }
            columns = Math.max(columns, row.width());
            if (!listener.row(row)) {
                break;
            }
        }
        return new SheetFacts(count, columns, 0, 0, List.of(), 0);
    }

    private Reader text(InputStream stream) throws IOException {
        stream.skipNBytes(encoding.markBytes());
        return new InputStreamReader(stream, encoding.decoder());
    }

    private static InputStream unpacked(Path path, Packing packing) throws IOException {
        long packed = Files.size(path);
        InputStream buffered = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        AtomicLong count = new AtomicLong();
        return switch (packing) {
            case NONE, ZIP -> buffered;
            case GZIP ->
                new CountedStream(
                        new GZIPInputStream(buffered, BUFFER_BYTES), count, now -> Swelling.refuse(now, packed));
            case BZIP2 ->
                new CountedStream(
                        new BZip2CompressorInputStream(buffered, true), count, now -> Swelling.refuse(now, packed));
        };
    }

    private static ProblemException broken(CsvParseException fault, long row) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
            if (cause instanceof IOException unreadable) {
                return unreadable(unreadable, row);
            }
        }
        boolean tooLong = String.valueOf(fault.getMessage()).contains("buffer");
        return new ProblemException(
                Problem.inCell(tooLong ? "tables.row-too-long" : "tables.quote-unclosed", row, "", shown(row)));
    }

    private static ProblemException unreadable(IOException fault, long row) {
        if (fault instanceof CharacterCodingException) {
            return new ProblemException(Problem.inCell("tables.encoding-mixed", row, "", shown(row)));
        }
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        boolean cut = fault instanceof EOFException || message.contains("unexpected end");
        return new ProblemException(Problem.of(cut ? "tables.cut-short" : "tables.damaged"));
    }

    private static Map<String, String> shown(long row) {
        return Map.of("row", Long.toString(row));
    }

    @Override
    public void close() {
        // Each reading opens the file anew.
    }
}
