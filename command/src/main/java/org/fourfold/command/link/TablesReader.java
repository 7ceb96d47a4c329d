package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Reads the tables of a run into records, and keeps what is known of each table. */
final class TablesReader {

    private static final int COLUMNS_TOLD = 40;

    private final LinkageModel model;
    private final List<String> typedMaps;
    private final Consumer<Remark> progress;
    private final List<TableFacts> facts = new ArrayList<>();

    /** {@code typedMaps}: how the columns were named, already in the model. */
    TablesReader(LinkageModel model, List<String> typedMaps, Consumer<Remark> progress) {
        this.model = model;
        this.typedMaps = List.copyOf(typedMaps);
        this.progress = progress;
    }

    /**
     * Reads all.
     *
     * @param resolve makes a typed path absolute
     * @throws ProblemException when a table cannot be read, the model knows no column of it, or a named column is in none
     */
    Records read(List<Path> files, UnaryOperator<Path> resolve, Threads threads) throws IOException {
        List<InputTable> tables = InputTable.of(files, resolve);
        List<WantedColumns> wanted = wanted(tables);
        RecordsReader reader = new RecordsReader(model, threads);
        for (int i = 0; i < tables.size(); i++) {
            InputTable table = tables.get(i);
            WantedColumns columns = wanted.get(i);
            String file = String.valueOf(table.file().getFileName());
            progress.accept(new Remark("command.link.reading", Map.of("file", file)));
            int before = reader.size();
            InputTable.Taken taken = table.read(columns, csv -> reader.read(csv, table.name()));
            facts.add(new TableFacts(
                    file,
                    Files.size(table.file()),
                    taken.sha256(),
                    reader.size() - before,
                    columns.id().isPresent(),
                    columns.lacking(),
                    taken.faults()));
        }
        return reader.records();
    }

    /** Which columns of each table are read; a table in which the model knows none is refused, and so is a name in none. */
    private List<WantedColumns> wanted(List<InputTable> tables) throws IOException {
        List<WantedColumns> wanted = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (InputTable table : tables) {
            List<String> here = table.columns();
            columns.addAll(here);
            WantedColumns found = WantedColumns.of(model, here);
            wanted.add(found);
            if (found.lacking().size() == model.fields().size()) {
                problems.add(InputTable.fault("command.link-columns", table.file())
                        .with("model", model.name())
                        .with("columns", shortened(here))
                        .with("fields", String.join(", ", ColumnMap.fields(model))));
            }
        }
        for (String map : typedMaps) {
            String column = map.substring(map.indexOf('=') + 1).strip();
            if (!columns.contains(column)) {
                problems.add(Problem.inField("command.link-map-column", "--map")
                        .with("column", column)
                        .with("columns", shortened(List.copyOf(columns))));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return wanted;
    }

    private static String shortened(List<String> columns) {
        return String.join(", ", columns.subList(0, Math.min(COLUMNS_TOLD, columns.size())))
                + (columns.size() > COLUMNS_TOLD ? ", …" : "");
    }

    /** What is known of each table, once they were read. */
    List<TableFacts> facts() {
        return List.copyOf(facts);
    }

    /** Has all linked by another engine. */
    LinkageEngine.Done link(
            LinkSettings settings, Linkage.Conditions known, Elsewhere elsewhere, UnaryOperator<Path> resolve)
            throws IOException {
        List<InputTable> tables = InputTable.of(settings.files(), resolve);
        return elsewhere.link(settings, known, tables, wanted(tables), facts, progress);
    }

    /** Fields for which there is a column and nothing is said by anybody. */
    List<String> emptyFields(Records records) {
        return emptyFields(slot -> Arrays.stream(records.slot(slot).codes()).anyMatch(code -> code != 0));
    }

    /** The same by which slots something is said of. */
    List<String> emptyFields(Predicate<String> isSaid) {
        List<String> empty = new ArrayList<>();
        for (FieldModel field : model.fields()) {
            boolean hasColumn =
                    facts.stream().anyMatch(table -> !table.lacking().contains(field));
            boolean said = field.slots().stream().anyMatch(isSaid);
            if (hasColumn && !said) {
                empty.add(field.name());
            }
        }
        return empty;
    }
}
