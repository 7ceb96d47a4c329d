package org.fourfold.node.protection.htcds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.tables.TextEncoding;

/**
 * A table as it came in, in memory: a standard for case files is exchanged in hundreds of rows, not in millions. How it is
 * encoded and parted is found out. Throws a {@link ProblemException} when the file as a whole cannot be taken.
 *
 * @param rows the lines that hold something, without the heading
 */
public record Sheet(String encoding, String delimiter, List<String> heading, List<Line> rows) {

    /** Of the file: 8 MiB. */
    public static final int BYTES_MAX = 8 << 20;

    public static final int ROWS_MAX = 2_000;
    public static final int COLUMNS_MAX = 300;
    public static final int CELL_CHARACTERS_MAX = 20_000;
    public static final int LINE_CHARACTERS_MAX = 200_000;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** One line; its number in the file, the first being 1. */
    public record Line(long number, List<String> cells) {

        @Override
        public String toString() {
            return "line " + number;
        }
    }

    public Sheet {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
    }

    /** Says nothing of what is in it. */
    @Override
    public String toString() {
        return rows.size() + " rows";
    }

    /** Reads the stream to its end or to the limit. */
    public static Sheet read(InputStream stream, Htcds htcds) throws IOException {
        byte[] bytes = stream.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new ProblemException(
                    Problem.of("protection.htcds-too-large").with("max", Integer.toString(BYTES_MAX >> 20)));
        }
        Text text = Text.of(bytes).orElseThrow(() -> new ProblemException(Problem.of("protection.htcds-not-text")));
        if (text.words().isBlank()) {
            throw new ProblemException(Problem.of("protection.htcds-empty"));
        }
        char delimiter = delimiter(text.words(), htcds);
        List<Line> lines = lines(text.words(), delimiter);
        List<String> heading =
                lines.getFirst().cells().stream().map(String::strip).toList();
        requireOnce(heading);
        if (lines.size() - 1 > ROWS_MAX) {
            throw new ProblemException(
                    Problem.of("protection.htcds-too-many-rows").with("max", Integer.toString(ROWS_MAX)));
        }
        return new Sheet(text.encoding(), name(delimiter), heading, lines.subList(1, lines.size()));
    }

    private static void requireOnce(List<String> heading) {
        if (heading.size() > COLUMNS_MAX) {
            throw new ProblemException(
                    Problem.of("protection.htcds-too-many-columns").with("max", Integer.toString(COLUMNS_MAX)));
        }
        Set<String> seen = new HashSet<>();
        for (String name : heading) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new ProblemException(Problem.inCell("protection.htcds-column-twice", 1, name, Map.of()));
            }
        }
    }

    /** The one under which the heading names most fields of the standard. */
    private static char delimiter(String text, Htcds htcds) {
        String head = text.strip().lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char one : DELIMITERS) {
            long known = List.of(head.split(java.util.regex.Pattern.quote(String.valueOf(one)), -1)).stream()
                    .map(name -> name.replace("\"", "").strip())
                    .filter(name -> htcds.field(name).isPresent())
                    .count();
            if (known > most) {
                most = known;
                best = one;
            }
        }
        if (most == 0) {
            throw new ProblemException(Problem.of("protection.htcds-layout"));
        }
        return best;
    }

    private static List<Line> lines(String text, char delimiter) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(new StringReader(text))) {
            for (CsvRecord one : records) {
                if (one.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(new Line(one.getStartingLineNumber(), one.getFields()));
                }
            }
        } catch (CsvParseException | IOException broken) {
            // What the parser says may repeat a cell: only the place is told.
            long after = lines.isEmpty() ? 1 : lines.getLast().number() + 1;
            throw new ProblemException(Problem.inCell("protection.htcds-quote", after, "", Map.of()));
        }
        return lines;
    }

    private static String name(char delimiter) {
        return delimiter == '\t' ? "TAB" : String.valueOf(delimiter);
    }

    /** Bytes as text, in the encoding that they turn out to have. */
    private record Text(String encoding, String words) {

        static Optional<Text> of(byte[] bytes) {
            return TextEncoding.of(bytes, true).flatMap(encoding -> decoded(bytes, encoding));
        }

        private static Optional<Text> decoded(byte[] bytes, TextEncoding encoding) {
            try {
                int mark = encoding.markBytes();
                ByteBuffer words = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
                return Optional.of(new Text(
                        encoding.name(), encoding.decoder().decode(words).toString()));
            } catch (CharacterCodingException otherEncoding) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return encoding;
        }
    }
}
