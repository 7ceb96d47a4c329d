package org.fourfold.command.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.report.ReportPage;
import org.fourfold.linkage.report.Warning;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** One run: reads the tables, links, writes the folder. What cannot be done is refused before anything is written. */
public final class LinkRun {

    static final String REPORT = "report.html";

    /**
     * What a run told of itself.
     *
     * @param pairs that were compared
     * @param several clusters that hold more than one record
     */
    public record Outcome(long records, long pairs, long linkedRecords, long several, List<Remark> remarks) {

        /** Keeps a copy. */
        public Outcome {
            remarks = List.copyOf(remarks);
        }
    }

    private final LinkSettings settings;
    private final BiFunction<Language, Remark, String> words;
    private final Consumer<Remark> progress;

    /**
     * Makes a run.
     *
     * @param words what a remark says in a language
     * @param progress told what is being done
     */
    public LinkRun(LinkSettings settings, BiFunction<Language, Remark, String> words, Consumer<Remark> progress) {
        this.settings = settings;
        this.words = words;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @param resolve makes a typed path absolute
     * @throws ProblemException when a table, a column or the folder is not as it must be; nothing was written then
     */
    public Outcome run(UnaryOperator<Path> resolve) throws IOException {
        NewFolder.require(settings.out());
        List<InputTable> tables = InputTable.of(settings.files(), resolve);
        List<WantedColumns> wanted = wanted(tables);
        List<TableFacts> facts = new ArrayList<>();
        Linkage.Conditions known = settings.judgements()
                .map(file -> new Linkage.Conditions(SourceMatrix.ALL, file.standing(), Optional.empty()))
                .orElse(Linkage.Conditions.NONE);
        if (settings.elsewhere().isPresent()) {
            LinkageEngine.Done done = settings.elsewhere().get().link(settings, known, tables, wanted, facts, progress);
            progress.accept(new Remark("command.link.writing", Map.of()));
            return write(new Linked(done), emptyFields(facts, done.said()::contains), facts);
        }
        try (Threads threads = new Threads(settings.threads())) {
            Records records = read(tables, wanted, threads, facts);
            progress.accept(new Remark("command.link.comparing", Map.of("records", records.size())));
            Linked linked = new Linked(Linkage.link(settings.model(), records, known, threads));
            progress.accept(new Remark("command.link.writing", Map.of()));
            return write(linked, emptyFields(facts, slot -> isSaid(records, slot)), facts);
        }
    }

    /** Which columns of each table are read; a table in which the model knows none is refused, and so is a name in none. */
    private List<WantedColumns> wanted(List<InputTable> tables) throws IOException {
        LinkageModel model = settings.model();
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
        for (String map : settings.typedMaps()) {
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
        int shown = 40;
        return String.join(", ", columns.subList(0, Math.min(shown, columns.size())))
                + (columns.size() > shown ? ", …" : "");
    }

    private Records read(List<InputTable> tables, List<WantedColumns> wanted, Threads threads, List<TableFacts> facts)
            throws IOException {
        RecordsReader reader = new RecordsReader(settings.model(), threads);
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

    private Outcome write(Linked linked, List<String> emptyFields, List<TableFacts> facts) throws IOException {
        Quality quality = new Quality(settings.model(), linked);
        List<Warning> warnings = quality.warnings(emptyFields);
        List<Remark> remarks = new ArrayList<>();
        facts.forEach(table -> remarks.addAll(table.remarks()));
        try (NewFolder folder = NewFolder.at(settings.out())) {
            ResultFiles files = new ResultFiles(linked);
            files.clusters(folder.draft());
            long pairs = files.pairs(folder.draft());
            assert pairs >= 0;
            try (BufferedWriter page = Files.newBufferedWriter(folder.draft().resolve(REPORT))) {
                ReportPage.write(quality.report(warnings, remarks, words), language(), page);
            }
            Explanations.write(settings, linked, folder.draft());
            RunFile.write(settings, facts, linked, folder.draft());
            folder.finish();
        } catch (IOException | UncheckedIOException e) {
            throw NewFolder.notWritten(settings.out());
        }
        remarks.addAll(Quality.remarks(warnings));
        int contradictions = linked.result().contradictions().size();
        if (contradictions > 0) {
            remarks.add(new Remark("command.link.contradictions", Map.of("pairs", contradictions)));
        }
        return outcome(linked, remarks);
    }

    private Outcome outcome(Linked linked, List<Remark> remarks) {
        long several = linked.sizes().tailMap(2).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        return new Outcome(
                linked.records().size(),
                linked.result().rules().stream().mapToLong(rule -> rule.pairs()).sum(),
                linked.linkedRecords(),
                several,
                remarks);
    }

    private org.fourfold.linkage.report.Language language() {
        return switch (settings.language()) {
            case EN -> org.fourfold.linkage.report.Language.EN;
            case ES -> org.fourfold.linkage.report.Language.ES;
        };
    }

    /** Fields for which there is a column and nothing is said by anybody. */
    private List<String> emptyFields(List<TableFacts> facts, Predicate<String> isSaid) {
        List<String> empty = new ArrayList<>();
        for (FieldModel field : settings.model().fields()) {
            boolean hasColumn =
                    facts.stream().anyMatch(table -> !table.lacking().contains(field));
            if (hasColumn && field.slots().stream().noneMatch(isSaid)) {
                empty.add(field.name());
            }
        }
        return empty;
    }

    private static boolean isSaid(Records records, String slot) {
        return Arrays.stream(records.slot(slot).codes()).anyMatch(code -> code != 0);
    }
}
