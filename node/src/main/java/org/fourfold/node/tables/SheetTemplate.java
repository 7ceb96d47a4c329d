package org.fourfold.node.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * Fills an organisation's own workbook: where a cell says <code>{{code}}</code>, what the code stands for is put in its place. A
 * cell that holds nothing else becomes a number, so that formulas reckon with it; within words the number becomes part of them.
 * Everything else of the workbook stays as it is, byte for byte, but that what formulas gave before is forgotten: the program
 * that opens it reckons anew. Codes in headings of pages, charts and drawings are not looked for.
 */
public final class SheetTemplate {

    /** Of the file as it lies on the disk: 16 MiB. A report form is a thousandth of it. */
    public static final long BYTES_MAX = 16L << 20;

    private static final int FAULTS_MAX = 20;
    private static final Pattern CODE = Pattern.compile("\\{\\{\\s*([^{}]{1,80}?)\\s*}}");

    /** What a code stands for. */
    public sealed interface Value {

        record Whole(long number) implements Value {}

        record Words(String text) implements Value {}

        private String text() {
            return switch (this) {
                case Whole(long number) -> Long.toString(number);
                case Words(String text) -> text;
            };
        }
    }

    private SheetTemplate() {}

    /**
     * Writes the filled workbook. Throws ProblemException where it is no workbook, holds no code, or holds one that stands for
     * nothing, with the place of each; then nothing was written.
     *
     * @param values what a code stands for
     * @return how many codes were filled in
     */
    public static int fill(Path template, OutputStream out, Function<String, Optional<Value>> values)
            throws IOException {
        if (Files.size(template) > BYTES_MAX) {
            throw new ProblemException(
                    Problem.inField("tables.too-large", "template").with("max", Long.toString(BYTES_MAX >> 20)));
        }
        try (TableFile file = TableFile.open(template)) {
            if (!(file instanceof Workbook workbook)) {
                throw new ProblemException(Problem.inField("tables.template-no-workbook", "template"));
            }
            Found found = new Found(values);
            for (int sheet = 0; sheet < workbook.sheets().size(); sheet++) {
                found.read(workbook, sheet);
            }
            found.require();
            write(workbook, out, found);
            return found.count;
        }
    }

    private static void write(Workbook workbook, OutputStream out, Found found) throws IOException {
        try (ZipOutputStream filled = new ZipOutputStream(out)) {
            for (ZipEntry part : workbook.parts()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTime(part.getTime());
                filled.putNextEntry(copy);
                try (InputStream from = workbook.stream(part)) {
                    Optional<Map<String, Value>> cells = Optional.ofNullable(found.byPart.get(part.getName()));
                    if (cells.isPresent()) {
                        new SheetRewriter(cells.get()).rewrite(from, filled);
                    } else if (part.getName().equals(workbook.main())) {
                        SheetRewriter.reckonAnew(from, filled);
                    } else {
                        from.transferTo(filled);
                    }
                }
                filled.closeEntry();
            }
        }
    }

    /** The codes of a workbook, by part and cell. */
    private static final class Found {

        private final Function<String, Optional<Value>> values;
        private final Map<String, Map<String, Value>> byPart = new HashMap<>();
        private final List<Problem> faults = new ArrayList<>();
        private int count;

        Found(Function<String, Optional<Value>> values) {
            this.values = values;
        }

        void read(Workbook workbook, int sheet) throws IOException {
            Map<String, Value> cells = new HashMap<>();
            String name = workbook.sheets().get(sheet).name();
            workbook.read(sheet, row -> {
                for (int column = 0; column < row.cells().size(); column++) {
                    Cell cell = row.cells().get(column);
                    if (!cell.formula() && cell.text().contains("{{")) {
                        String place = CellReference.column(column) + row.number();
                        filled(name, place, cell.text()).ifPresent(value -> cells.put(place, value));
                    }
                }
                return faults.size() < FAULTS_MAX;
            });
            byPart.put(workbook.partOf(sheet), cells);
        }

        private Optional<Value> filled(String sheet, String place, String text) {
            Matcher codes = CODE.matcher(text);
            StringBuilder words = new StringBuilder();
            while (codes.find()) {
                Optional<Value> value = values.apply(codes.group(1));
                if (value.isEmpty()) {
                    faults.add(Problem.inField("tables.template-unknown", "template")
                            .with("code", codes.group(1))
                            .with("cell", place)
                            .with("sheet", sheet));
                    return Optional.empty();
                }
                count++;
                if (codes.start() == 0 && codes.end() == text.length()) {
                    return value;
                }
                codes.appendReplacement(
                        words, Matcher.quoteReplacement(value.get().text()));
            }
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Value.Words(codes.appendTail(words).toString()));
        }

        void require() {
            if (!faults.isEmpty()) {
                throw new ProblemException(faults);
            }
            if (count == 0) {
                throw new ProblemException(Problem.inField("tables.template-empty", "template"));
            }
        }
    }
}
