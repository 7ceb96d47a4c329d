package org.fourfold.node.prosecution.tables;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.prosecution.reading.EntityHandler;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.tables.Sheet;
import org.fourfold.node.tables.SheetFacts;
import org.fourfold.node.tables.SheetRow;
import org.fourfold.node.tables.TableFile;
import org.fourfold.node.tables.TableLimits;
import org.fourfold.node.tables.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * A table run through a mapping. It is read twice: once for what only whole columns show ({@link ColumnProfile}), once for
 * its rows. Memory is one row, the profiles and the faults kept, whatever the table's size.
 */
public final class MappedTable {

    private final TableFile file;
    private final Mapping mapping;
    private final FtmModel model;
    private final int sheet;

    private MappedTable(TableFile file, Mapping mapping, FtmModel model, int sheet) {
        this.file = file;
        this.mapping = mapping;
        this.model = model;
        this.sheet = sheet;
    }

    /** Throws a {@link ProblemException} when the mapping cannot be run, or not on this file. */
    public static MappedTable of(TableFile file, Mapping mapping, FtmModel model) {
        List<Problem> problems = MappingCheck.of(mapping, model);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new MappedTable(file, mapping, model, sheet(file, mapping));
    }

    /** The sheet that the mapping names, hidden or not; else the first that a person sees. */
    private static int sheet(TableFile file, Mapping mapping) {
        List<Sheet> sheets = file.sheets();
        for (int i = 0; i < sheets.size(); i++) {
            boolean wanted = mapping.sheet().isPresent()
                    ? sheets.get(i).name().equalsIgnoreCase(mapping.sheet().get())
                    : !sheets.get(i).isHidden();
            if (wanted) {
                return i;
            }
        }
        String code =
                mapping.sheet().isPresent() ? "prosecution.table.sheet-missing" : "prosecution.table.sheets-hidden";
        throw new ProblemException(
                Problem.inField(code, "sheet").with("sheet", mapping.sheet().orElse("")));
    }

    /**
     * Hands each entity on; {@code source} makes its ids the ones of this source. Throws when the file as a whole cannot be
     * read; what was handed on before is then to be thrown away.
     */
    public MappingReport read(String source, EntityHandler handler, TableProgress progress) throws IOException {
        return read(source, handler, new Problems(), progress);
    }

    /** The same, with refusals added to those of others. */
    MappingReport read(String source, EntityHandler handler, Problems problems, TableProgress progress)
            throws IOException {
        FirstReading first = new FirstReading();
        SheetFacts facts = file.read(sheet, first::row);
        SheetRow heading = first.heading;
        if (heading == null) {
            throw new ProblemException(Problem.inField("prosecution.table.header-missing", "headerRow")
                    .with("row", Integer.toString(mapping.headerRow())));
        }
        boolean text = file instanceof TextTable;
        Headings headings = Headings.of(heading, text ? first.width : Math.max(first.width, facts.columns()));
        List<Problem> missing = MappingCheck.missing(mapping, headings);
        if (!missing.isEmpty()) {
            throw new ProblemException(missing);
        }
        RowMapper rows = new RowMapper(mapping, model, headings, first.profiles, source, problems, handler);
        SecondReading second = new SecondReading(headings, rows, problems, progress);
        file.read(sheet, second::row);
        Problems notes = new Problems();
        notes.addAll(file.notes());
        notes.addAll(new TableNotes(mapping, headings).of(facts, second.totals, second.again));
        return new MappingReport(
                file.sheets().get(sheet),
                second.count,
                second.leftOut(),
                rows.entities(),
                rows.claims(),
                problems.count(),
                problems.kept(),
                notes.kept(),
                second.stopped);
    }

    /** Finds the headings and fills the profiles. */
    private final class FirstReading {

        private @Nullable SheetRow heading;
        private int width;
        private final Map<Integer, ColumnProfile> profiles = new HashMap<>();
        private Set<Integer> wanted = Set.of();

        boolean row(SheetRow row) {
            if (heading == null) {
                if (row.number() < mapping.headerRow()) {
                    return true;
                }
                boolean headed = row.number() == mapping.headerRow();
                if (!headed && mapping.headerRow() > 0) {
                    return false;
                }
                SheetRow names = headed ? row : new SheetRow(0, List.of());
                heading = names;
                width = row.width();
                // Columns without a heading are known by their letters, however far they reach.
                Headings found = Headings.of(names, TableLimits.COLUMNS_MAX);
                wanted = MappingCheck.columns(mapping).stream()
                        .map(found::column)
                        .filter(java.util.OptionalInt::isPresent)
                        .map(java.util.OptionalInt::getAsInt)
                        .collect(Collectors.toSet());
                if (headed) {
                    return true;
                }
            }
            for (int column : wanted) {
                profiles.computeIfAbsent(column, at -> new ColumnProfile()).add(row.cell(column));
            }
            return true;
        }
    }

    /** Maps the rows that are data. */
    private final class SecondReading {

        private final Headings headings;
        private final RowMapper rows;
        private final Problems problems;
        private final TableProgress progress;
        private long count;
        private long totals;
        private long again;
        private long otherWidth;
        private boolean stopped;

        SecondReading(Headings headings, RowMapper rows, Problems problems, TableProgress progress) {
            this.headings = headings;
            this.rows = rows;
            this.problems = problems;
            this.progress = progress;
        }

        long leftOut() {
            return totals + again + otherWidth;
        }

        boolean row(SheetRow row) {
            if (row.number() <= mapping.headerRow()) {
                return true;
            }
            count++;
            if (SideRows.isTotal(row, headings.width())) {
                totals++;
            } else if (SideRows.isHeading(row, headings)) {
                again++;
            } else if (file instanceof TextTable && row.width() != headings.width()) {
                otherWidth++;
                problems.add(otherWidth(row));
            } else {
                rows.row(row);
            }
            stopped = count % TableProgress.EVERY_ROWS == 0 && !progress.rows(count);
            return !stopped;
        }

        private Problem otherWidth(SheetRow row) {
            boolean less = row.width() < headings.width();
            return Problem.inCell(
                    less ? "prosecution.table.row-short" : "prosecution.table.row-long",
                    row.number(),
                    headings.name(Math.min(row.width(), headings.width()) - 1),
                    Map.of(
                            "fields", Integer.toString(row.width()),
                            "columns", Integer.toString(headings.width())));
        }
    }
}
