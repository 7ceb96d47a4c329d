package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.block.SourcePairs;
import org.fourfold.linkage.cluster.Clusterer;
import org.fourfold.linkage.cluster.Constraints;
import org.fourfold.linkage.cluster.Evidence;
import org.fourfold.linkage.cluster.JoinRule;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Frequencies;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Labels;
import org.fourfold.linkage.train.Weights;

/** What one run over tables gives, with a model that was frozen at another: the store is held against it. */
final class OneRun {

    static final LinkageModel MODEL = ModelReader.read("test.model", StorePersons.MODEL);

    /** Persons, of whom nothing else is known. */
    static final Setting PERSONS = new Setting(StorePersons.MODEL, Known.NOTHING);

    private OneRun() {}

    /** A model and what is known beside the records. */
    record Setting(List<String> lines, LinkageModel model, Known known) {
        Setting(List<String> lines, Known known) {
            this(lines, ModelReader.read("test.model", lines), known);
        }

        Setting with(Judgement... judgements) {
            return new Setting(
                    lines,
                    model,
                    new Known(known.sources(), known.judgements().with(List.of(judgements)), known.day()));
        }

        Setting with(SourceMatrix sources) {
            return new Setting(lines, model, new Known(sources, known.judgements(), known.day()));
        }

        Setting on(LocalDate day) {
            return new Setting(lines, model, new Known(known.sources(), known.judgements(), day));
        }
    }

    /** Pairs with their evidence and clusters, by the names of records. */
    record Outcome(Map<Set<RecordName>, Integer> pairs, Set<Set<RecordName>> clusters) {}

    static Records read(Path... tables) throws IOException {
        return read(PERSONS, tables);
    }

    static Records read(Setting setting, Path... tables) throws IOException {
        try (Threads threads = new Threads(2)) {
            RecordsReader reader = new RecordsReader(setting.model(), threads);
            for (Path table : tables) {
                reader.read(table);
            }
            return reader.records();
        }
    }

    static Linkage.Result link(Records records) {
        return link(PERSONS, records);
    }

    static Linkage.Result link(Setting setting, Records records) {
        try (Threads threads = new Threads(2)) {
            Known known = setting.known();
            Linkage.Conditions conditions = new Linkage.Conditions(
                    known.sources(), known.judgements().on(known.day()), Optional.empty(), Map.of(), Labels.NONE);
            return Linkage.link(setting.model(), records, conditions, threads);
        }
    }

    static LinkageStore store(Path folder, Setting setting, Linkage.Result result) throws IOException {
        return LinkageStore.create(folder, setting.lines(), result, setting.known());
    }

    /** A store of what was linked. */
    static LinkageStore store(Path folder, Linkage.Result result, Steps steps) throws IOException {
        return LinkageStore.create(folder, StorePersons.MODEL, result, Known.NOTHING, steps);
    }

    static Outcome of(Records records, Linkage.Result trained) {
        return of(PERSONS, records, trained);
    }

    static Outcome of(Setting setting, Records records, Linkage.Result trained) {
        Weights weights = trained.weights();
        Map<String, Map<String, Integer>> said = new HashMap<>();
        trained.records().slots().forEach((name, slot) -> said.put(name, said(slot)));
        // Rarity counts all that was said at the training, though nobody may say it any more.
        trained.records()
                .slots()
                .forEach((name, slot) -> said.getOrDefault(name, Map.of())
                        .keySet()
                        .forEach(word -> {
                            int _ = records.slot(name).vocabulary().code(word);
                        }));
        // So is what words are worth counted.
        trained.records()
                .slots()
                .forEach((name, slot) -> records.slot(name).vocabulary().countWordsLike(slot.vocabulary()));
        Kernels kernels = new Kernels(setting.model(), records);
        Scorers scorers = new Scorers(setting.model(), records, kernels, weights, slot -> {
            int[] counts = new int[slot.vocabulary().size() + 1];
            for (int code = 1; code < counts.length; code++) {
                counts[code] = said.getOrDefault(slot.name(), Map.of())
                        .getOrDefault(slot.vocabulary().text(code), 0);
            }
            return Frequencies.Counted.of(counts);
        });
        try (Threads threads = new Threads(2)) {
            SourcePairs sources = setting.known().sources().over(records);
            Blocking blocking = new Blocking(setting.model(), records, sources, threads);
            Edges edges = Scoring.of(blocking, scorers, weights, records.size(), threads)
                    .edges();
            Known known = setting.known();
            int[] clusters = new Clusterer(
                            records.size(),
                            setting.model().clustering(),
                            Evidence.of(scorers.make()),
                            Constraints.of(known.judgements().on(known.day()), records),
                            List.of(JoinRule.sources(records, sources)),
                            Optional.empty())
                    .cluster(edges, weights.priorParts());
            return outcome(records, edges, clusters, Weights.parts(Scoring.KEPT_BITS) - weights.priorParts());
        }
    }

    private static Map<String, Integer> said(Slot slot) {
        int[] counts = slot.counts();
        Map<String, Integer> said = new HashMap<>();
        for (int code = 1; code < counts.length; code++) {
            Integer _ = said.put(slot.vocabulary().text(code), counts[code]);
        }
        return said;
    }

    private static Outcome outcome(Records records, Edges edges, int[] clusters, int least) {
        RecordName[] names = new RecordName[records.size()];
        Arrays.setAll(names, i -> RecordName.of(records, i));
        Map<Set<RecordName>, Integer> pairs = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            if (edges.evidence()[i] >= least) {
                Integer _ = pairs.put(Set.of(names[edges.a()[i]], names[edges.b()[i]]), edges.evidence()[i]);
            }
        }
        return new Outcome(pairs, clusters(names, clusters));
    }

    private static Set<Set<RecordName>> clusters(RecordName[] names, int[] clusters) {
        Map<Integer, Set<RecordName>> members = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            if (clusters[i] >= 0) {
                boolean _ = members.computeIfAbsent(clusters[i], c -> new java.util.HashSet<>())
                        .add(names[i]);
            }
        }
        return members.values().stream().map(Set::copyOf).collect(Collectors.toSet());
    }

    /** What a store holds. */
    static Outcome of(LinkageStore store) {
        int[] clusters = store.clusters();
        RecordName[] names = new RecordName[clusters.length];
        Map<Set<RecordName>, Integer> pairs = new HashMap<>();
        for (int row : new TreeSet<>(rows(clusters))) {
            names[row] = store.name(row);
        }
        for (int row : rows(clusters)) {
            store.pairsOf(row).forEach((other, evidence) -> {
                Integer _ = pairs.put(Set.of(names[row], names[other]), evidence);
            });
        }
        return new Outcome(pairs, clusters(names, clusters));
    }

    private static Set<Integer> rows(int[] clusters) {
        Set<Integer> rows = new TreeSet<>();
        for (int row = 0; row < clusters.length; row++) {
            if (clusters[row] >= 0) {
                boolean _ = rows.add(row);
            }
        }
        return rows;
    }
}
