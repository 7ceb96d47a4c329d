package org.fourfold.node.prosecution.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** The rows of a comma-separated table in UTF-8, as they stand. */
final class CsvRows {

    private CsvRows() {}

    static void each(Lines lines, Consumer<CsvRecord> row) throws IOException {
        long last = 0;
        try (Reader text = text(lines.rest());
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .detectBomHeader(false)
                        .maxBufferSize(Limits.LINE_BYTES_MAX)
                        .ofCsvRecord(text)) {
            for (CsvRecord one : rows) {
                last = one.getStartingLineNumber();
                lines.tell(last);
                row.accept(one);
            }
        } catch (CsvParseException e) {
            if (isCoding(e)) {
                throw fault("prosecution.file-encoding", last + 1);
            }
            throw fault("prosecution.row-broken", last + 1);
        } catch (UncheckedIOException | CharacterCodingException e) {
            throw fault("prosecution.file-encoding", last + 1);
        }
    }

    private static boolean isCoding(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException fault(String code, long row) {
        return new ProblemException(Problem.inCell(code, row, "", Map.of("row", Long.toString(row))));
    }

    private static Reader text(InputStream stream) throws IOException {
        java.io.PushbackInputStream marked = new java.io.PushbackInputStream(stream, 3);
        byte[] head = marked.readNBytes(3);
        boolean mark =
                head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF;
        if (!mark) {
            marked.unread(head);
        }
        return new InputStreamReader(
                marked,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
