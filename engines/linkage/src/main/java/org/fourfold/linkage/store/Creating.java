package org.fourfold.linkage.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.block.Blocking;
import org.fourfold.linkage.model.Counting;
import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Frequencies;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Weights;

/** Writes the first state of a store: records that were linked in one run. */
final class Creating {

    private static final Set<FieldKind> TEXTS = EnumSet.of(FieldKind.TEXT, FieldKind.ORGANISATION, FieldKind.ADDRESS);

    private final Folder folder;
    private final List<String> modelText;
    private final LinkageModel model;
    private final Records records;
    private final Weights weights;

    Creating(Folder folder, List<String> modelText, Records records, Weights weights) {
        this.folder = folder;
        this.modelText = List.copyOf(modelText);
        this.model = ModelReader.read(Draft.MODEL, modelText);
        this.records = records;
        this.weights = weights;
    }

    void run(Edges edges, int[] clusters) throws IOException {
        List<Manifest.SlotLine> slots = Words.slotsOf(records);
        Draft draft = new Draft(folder, new Manifest(0, slots, List.of(), List.of(), 0, List.of()));
        draft.write(Draft.MODEL, writer -> writer.putText(String.join("\n", modelText) + "\n"));
        draft.write(FrozenModel.FILE, writer -> writer.putText(FrozenModel.text(model, weights)));
        Frequencies frequencies =
                model.counting() == Counting.CLUSTERS ? Frequencies.perCluster(clusters) : Frequencies.RECORDS;
        List<int[]> counts = slots.stream()
                .map(slot -> frequencies.of(records.slot(slot.name())).counts())
                .toList();
        Words words = new Words(slots);
        words.take(records);
        draft.write(Draft.COUNTS, writer -> FrozenModel.writeCounts(writer, counts));
        Training training = Training.of(model, records, edges, clusters, slots);
        draft.write(Draft.TRAINING, writer -> writer.putText(training.text(model, slots)));
        int rules = model.blocks().size();
        int[] keys = Blocking.keys(model.blocks(), records);
        new RowsWriter(records, 0, rules, keys).write(draft, words.codes(records));
        draft.write("words", writer -> words.write(writer, new int[words.sizes().length]));
        draft.portions(List.of(new Manifest.PortionLine(draft.serial(), 0, records.size())));
        pairs(draft, edges);
        draft.edges(List.of(draft.serial()));
        draft.clusters(clusters);
        folder.commit(draft.manifest());
    }

    /** Both ways, in order: those from the higher record to the lower one are sorted by counting. */
    private void pairs(Draft draft, Edges edges) throws IOException {
        int least = Weights.parts(Scoring.KEPT_BITS) - weights.priorParts();
        int size = 0;
        long[] pairs = new long[2 * edges.size()];
        for (int i = 0; i < edges.size(); i++) {
            if (edges.evidence()[i] >= least) {
                pairs[size++] = EdgeRun.pair(edges.a()[i], edges.b()[i]);
                pairs[size++] = EdgeRun.pair(edges.b()[i], edges.a()[i]);
            }
        }
        java.util.Arrays.sort(pairs, 0, size);
        int[] evidence = new int[size];
        int[] place = starts(pairs, size);
        for (int i = 0; i < edges.size(); i++) {
            if (edges.evidence()[i] >= least) {
                evidence[find(pairs, place, EdgeRun.pair(edges.a()[i], edges.b()[i]))] = edges.evidence()[i];
                evidence[find(pairs, place, EdgeRun.pair(edges.b()[i], edges.a()[i]))] = edges.evidence()[i];
            }
        }
        int all = size;
        draft.write("edges", writer -> EdgeRun.write(writer, pairs, evidence, all));
    }

    /** Where the pairs of each record begin, and where those of the last end. */
    private int[] starts(long[] pairs, int size) {
        int[] starts = new int[records.size() + 1];
        for (int i = 0; i < size; i++) {
            starts[EdgeRun.from(pairs[i]) + 1]++;
        }
        for (int row = 0; row < records.size(); row++) {
            starts[row + 1] += starts[row];
        }
        return starts;
    }

    private static int find(long[] pairs, int[] starts, long pair) {
        int from = EdgeRun.from(pair);
        return java.util.Arrays.binarySearch(pairs, starts[from], starts[from + 1], pair);
    }

    /** What does not fit together. */
    List<String> faults(Edges edges, int[] clusters) {
        List<String> faults = new ArrayList<>();
        if (model.acrossOnly()) {
            faults.add("the model links across sources only, which a store cannot do yet");
        }
        if (model.blocks().stream()
                .anyMatch(rule ->
                        rule.parts().stream().anyMatch(part -> part.derivation().isMany()))) {
            faults.add("a rule of the model gives a record several keys, which a store cannot keep yet");
        }
        if (model.fields().stream().anyMatch(field -> TEXTS.contains(field.kind()))) {
            faults.add("the model compares texts, the worth of whose words a store cannot freeze yet");
        }
        if (records.size() == 0) {
            faults.add("there are no records; a store begins with those that the model was trained on");
        }
        if (clusters.length != records.size()) {
            faults.add("there are " + records.size() + " records and clusters of " + clusters.length);
        }
        if (weights.m().size() != model.comparisons().size()) {
            faults.add("the weights are of another model");
        }
        for (int i = 0; i < edges.size(); i++) {
            if (edges.a()[i] < 0 || edges.a()[i] >= edges.b()[i] || edges.b()[i] >= records.size()) {
                faults.add("pair " + i + " is not of two of the records, the lower one first");
                break;
            }
        }
        return faults;
    }
}
