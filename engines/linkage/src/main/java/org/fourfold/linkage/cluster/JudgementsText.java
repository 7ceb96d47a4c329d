package org.fourfold.linkage.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.CsvText;
import org.fourfold.linkage.table.TableFaults;

/**
 * Judgements as a table (CSV, UTF-8), one a row:
 *
 * <pre>
 * source_a,id_a,source_b,id_b,verdict,who,when,until,reason
 * shelter,17,police,A-9,same,M. Xol,2026-11-27T15:04:05Z,,the mother came with both papers
 * shelter,17,shelter,18,different,M. Xol,2026-11-27,2027-11-27,twins
 * </pre>
 *
 * {@code when} is a time or a day (its beginning, UTC); {@code until}, the last day, and {@code reason} may be empty or missing.
 */
final class JudgementsText {

    static final List<String> COLUMNS =
            List.of("source_a", "id_a", "source_b", "id_b", "verdict", "who", "when", "until", "reason");

    private static final List<String> NEEDED = List.of("id_a", "id_b", "verdict", "who", "when");

    private final String name;
    private final CsvTable table;
    private final int[] columns;
    private final List<JudgementsProblem.Wrong> faults = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private long more;

    private JudgementsText(String name, CsvTable table) {
        this.name = name;
        this.table = table;
        this.columns = COLUMNS.stream().mapToInt(table.columns()::indexOf).toArray();
    }

    static Judgements read(String name, InputStream in) throws IOException {
        try (CsvTable table = CsvTable.of(name, in)) {
            return new JudgementsText(name, table).read();
        }
    }

    static void write(List<Judgement> judgements, Appendable out) throws IOException {
        row(out, COLUMNS);
        for (Judgement each : judgements) {
            row(
                    out,
                    List.of(
                            each.a().source(),
                            each.a().id(),
                            each.b().source(),
                            each.b().id(),
                            each.verdict().word(),
                            each.who(),
                            each.when().toString(),
                            each.until().map(LocalDate::toString).orElse(""),
                            each.reason()));
        }
    }

    private static void row(Appendable out, List<String> cells) throws IOException {
        var _ = out.append(CsvText.row(cells)).append('\n');
    }

    private Judgements read() throws IOException {
        List<String> missing = NEEDED.stream()
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            Map<String, String> columns =
                    Map.of("columns", String.join(", ", missing), "all", String.join(",", COLUMNS));
            throw new JudgementsProblem(
                    name, List.of(new JudgementsProblem.Wrong(JudgementFault.NO_COLUMNS, 0, columns)), 0);
        }
        Optional<Block> next = table.next();
        while (next.isPresent()) {
            for (int row = 0; row < next.get().rows(); row++) {
                read(next.get(), row);
            }
            next = table.next();
        }
        table();
        if (!faults.isEmpty()) {
            throw new JudgementsProblem(name, faults, more);
        }
        return new Judgements(judgements);
    }

    private void read(Block block, int row) {
        try {
            if (judgements.size() == Judgements.JUDGEMENTS_MAX) {
                throw BadJudgement.over(JudgementFault.TOO_MANY, Judgements.JUDGEMENTS_MAX);
            }
            judgements.add(judgement(block, row));
        } catch (BadJudgement e) {
            fault(block.number(row), e.fault(), e.details());
        }
    }

    private Judgement judgement(Block block, int row) {
        String[] cells = Arrays.stream(columns)
                .mapToObj(
                        column -> cell(block, row, column).orElseThrow(() -> BadJudgement.of(JudgementFault.NOT_UTF8)))
                .toArray(String[]::new);
        Verdict verdict = Verdict.of(cells[4]).orElseThrow(() -> BadJudgement.of(JudgementFault.UNKNOWN_VERDICT));
        return new Judgement(
                new RecordName(cells[0], cells[1]),
                new RecordName(cells[2], cells[3]),
                verdict,
                cells[5].strip(),
                when(cells[6].strip()),
                cells[7].isBlank() ? Optional.empty() : Optional.of(day("until", cells[7].strip())),
                cells[8]);
    }

    /** A cell; empty when it is not UTF-8. A column below 0 gives an empty text. */
    private static Optional<String> cell(Block block, int row, int column) {
        if (column < 0) {
            return Optional.of("");
        }
        int from = block.start(row, column);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(block.bytes(), from, block.end(row, column) - from);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Instant when(String text) {
        if (!text.contains("T")) {
            return day("when", text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw BadJudgement.of(JudgementFault.NO_TIME);
        }
    }

    private static LocalDate day(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadJudgement(JudgementFault.NO_DAY, Map.of("column", column));
        }
    }

    /** A judgement that was half read would be a judgement that nobody made. */
    private void table() {
        for (TableFaults.Kind kind : TableFaults.Kind.values()) {
            for (long row : table.faults().places(kind)) {
                fault(row, JudgementFault.valueOf(kind.name()), Map.of());
            }
        }
    }

    private void fault(long row, JudgementFault fault, Map<String, String> details) {
        if (faults.size() < JudgementsProblem.FAULTS_MAX) {
            faults.add(new JudgementsProblem.Wrong(fault, row, details));
        } else {
            more++;
        }
    }
}
