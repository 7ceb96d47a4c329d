package org.fourfold.command.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fourfold.command.link.LinkSettings.Remark;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.records.ValueSets;
import org.fourfold.linkage.report.ReportPage;
import org.fourfold.linkage.report.Warning;
import org.fourfold.linkage.train.Labels;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.ProblemException;

/** One run: reads the tables, links, writes the folder. What cannot be done is refused before anything is written. */
public final class LinkRun {

    static final String REPORT = "report.html";

    private static final int SOURCES_TOLD = 5;

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
        TablesReader tables = new TablesReader(settings.model(), settings.typedMaps(), progress);
        if (settings.elsewhere().isPresent()) {
            LinkageEngine.Done done = tables.link(
                    settings, known(Labels.NONE), settings.elsewhere().get(), resolve);
            progress.accept(new Remark("command.link.writing", Map.of()));
            List<String> emptyFields = tables.emptyFields(done.said()::contains);
            return write(new Linked(done, settings.previous()), tables, emptyFields, Labels.NONE);
        }
        try (Threads threads = new Threads(settings.threads())) {
            Records records = tables.read(settings.files(), resolve, threads);
            progress.accept(new Remark("command.link.comparing", Map.of("records", records.size())));
            Labels labels = labels(records);
            Linked linked =
                    new Linked(Linkage.link(settings.model(), records, known(labels), threads), settings.previous());
            progress.accept(new Remark("command.link.writing", Map.of()));
            return write(linked, tables, tables.emptyFields(records), labels);
        }
    }

    private Labels labels(Records records) throws IOException {
        return settings.labels().isEmpty()
                ? Labels.NONE
                : new Labels(LabelTable.read(settings.labels().get(), new RecordsByName(records)));
    }

    private Linkage.Conditions known(Labels labels) {
        Linkage.Conditions known = Linkage.Conditions.NONE
                .with(labels)
                .with(settings.frequencies().stream()
                        .collect(Collectors.toMap(FrequencyFile::slot, FrequencyFile::table)));
        Linkage.Conditions allowed =
                settings.sources().map(file -> known.with(file.matrix())).orElse(known);
        return settings.judgements().map(file -> allowed.with(file.standing())).orElse(allowed);
    }

    private Outcome write(Linked linked, TablesReader tables, List<String> emptyFields, Labels labels)
            throws IOException {
        Optional<Calibrated> calibrated =
                labels.isEmpty() ? Optional.empty() : Optional.of(Calibrated.of(settings.model(), linked, labels));
        Optional<Calibration> calibration = calibrated.flatMap(Calibrated::calibration);
        Quality quality = new Quality(settings.model(), linked, calibrated);
        List<Warning> warnings = quality.warnings(emptyFields);
        List<Remark> remarks = new ArrayList<>();
        tables.facts().forEach(table -> remarks.addAll(table.remarks()));
        remarks.addAll(tooManyValues(linked.records()));
        List<String> unknown = settings.sources()
                .map(file -> file.matrix().unknown(linked.records()))
                .orElseGet(List::of);
        if (!unknown.isEmpty()) {
            remarks.add(new Remark(
                    "command.link.sources-unknown",
                    Map.of("sources", String.join(", ", unknown.subList(0, Math.min(SOURCES_TOLD, unknown.size()))))));
        }
        int contradictions = linked.result().contradictions().size();
        if (contradictions > 0) {
            remarks.add(new Remark("command.link.contradictions", Map.of("pairs", contradictions)));
        }
        try (NewFolder folder = NewFolder.at(settings.out())) {
            ResultFiles files = new ResultFiles(linked, calibration);
            files.clusters(folder.draft());
            long pairs = files.pairs(folder.draft());
            assert pairs >= 0;
            files.notJoined(folder.draft());
            if (settings.previous().isPresent()) {
                files.lineage(folder.draft());
            }
            try (BufferedWriter page = Files.newBufferedWriter(folder.draft().resolve(REPORT))) {
                ReportPage.write(quality.report(warnings, remarks, words), language(), page);
            }
            Explanations.write(settings, linked, calibration, folder.draft());
            RunFile.write(settings, tables.facts(), linked, folder.draft());
            folder.finish();
        } catch (IOException | UncheckedIOException e) {
            throw NewFolder.notWritten(settings.out());
        }
        remarks.addAll(Quality.remarks(warnings));
        calibrated.ifPresent(each -> remarks.add(each.remark()));
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

    /** Fields of which some records say more values than are taken. */
    private static List<Remark> tooManyValues(Records records) {
        return records.slots().values().stream()
                .filter(slot -> slot.sets().cut() > 0)
                .sorted(Comparator.comparing(Slot::name))
                .map(slot -> new Remark(
                        "command.link.many-values",
                        Map.of(
                                "field", slot.name(),
                                "count", slot.sets().cut(),
                                "most", ValueSets.VALUES_MAX)))
                .toList();
    }
}
