package org.fourfold.linkage.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.block.RecordKeys;
import org.fourfold.linkage.block.SourcePairs;
import org.fourfold.linkage.model.Counting;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Frequencies;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Weights;

/** Writes the first state of a store: records that were linked in one run. */
final class Creating {

    private final Folder folder;
    private final List<String> modelText;
    private final LinkageModel model;
    private final Records records;
    private final Weights weights;
    private final Edges edges;
    private final int[] clusters;
    private final Known known;

    Creating(Folder folder, List<String> modelText, Linkage.Result result, Known known) {
        this.folder = folder;
        this.modelText = List.copyOf(modelText);
        this.model = ModelReader.read(Draft.MODEL, modelText);
        this.records = result.records();
        this.weights = result.weights();
        this.edges = result.edges();
        this.clusters = result.clusters();
        this.known = known;
    }

    void run() throws IOException {
        if (folder.isStore()) {
            throw new StoreProblem("There is a store in " + folder.path() + " already. Choose another folder.");
        }
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new StoreProblem("No store can be made of this: " + String.join("; ", faults) + ".");
        }
        write();
    }

    private void write() throws IOException {
        List<Manifest.SlotLine> slots = Words.slotsOf(records);
        Draft draft = new Draft(
                folder,
                new Manifest(0, slots, List.of(), List.of(), 0, new Manifest.JudgedLine(0, known.day()), List.of()));
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
        new RowsWriter(0, model.blocks(), new RecordKeys(model.blocks(), records)).write(draft, words.codes(records));
        draft.write("words", writer -> words.write(writer, new int[words.sizes().length]));
        draft.portions(List.of(new Manifest.PortionLine(draft.serial(), 0, records.size())));
        draft.write(
                Draft.SOURCES,
                writer -> writer.putText(String.join("\n", known.sources().lines()) + "\n"));
        draft.judgements(known.judgements(), known.day());
        pairs(draft);
        draft.edges(List.of(draft.serial()));
        draft.clusters(clusters);
        folder.commit(draft.manifest());
    }

    /** Both ways, in order: those from the higher record to the lower one are sorted by counting. */
    private void pairs(Draft draft) throws IOException {
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
    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (records.size() < 2) {
            faults.add("there are too few records to learn from; a store begins with two at least");
        }
        if (model.fields().stream().anyMatch(FieldModel::isMany)) {
            faults.add("a field of the model holds several values, which a store cannot keep yet");
        }
        if (clusters.length != records.size()) {
            faults.add("there are " + records.size() + " records and clusters of " + clusters.length);
        }
        if (records.size() > 1 && weights.m().size() != model.comparisons().size()) {
            faults.add("the weights are of another model");
        }
        SourcePairs sources = known.sources().over(records);
        for (int i = 0; i < edges.size(); i++) {
            if (edges.a()[i] < 0 || edges.a()[i] >= edges.b()[i] || edges.b()[i] >= records.size()) {
                faults.add("pair " + i + " is not of two of the records, the lower one first");
                break;
            }
            if (!sources.mayMeet(edges.a()[i], edges.b()[i])) {
                faults.add("pair " + i + " is of two sources that must not be linked");
                break;
            }
        }
        return faults;
    }
}
