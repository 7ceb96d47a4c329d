package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.fourfold.linkage.block.RecordKeys;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.model.Derivation;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.model.Part;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Weights;

/** An open store from inside: the frozen model, what the numbers stand for, and the present state. */
final class Holding implements AutoCloseable {

    /** Values that a question may bring and that no record has. */
    private static final int GUESTS = 1 << 12;

    /** Room for new values, as a share of those that are there: what is worked out per value is worked out anew after so many. */
    private static final int SHARE = 16;

    private static final int PLACES = 1 << 12;

    private final Folder folder;
    private final LinkageModel model;
    private final Weights weights;
    private final List<int[]> counts;
    private final Training training;
    private final Meeting meeting;
    private Words words;
    private Gathering gathering;
    private State state;

    Holding(Folder folder) throws IOException {
        this.folder = folder;
        Manifest manifest = folder.manifest();
        folder.sweep(manifest);
        this.model = ModelReader.read(Draft.MODEL, folder.lines(manifest.file(Draft.MODEL)));
        this.weights = FrozenModel.read(model, folder.lines(manifest.file(FrozenModel.FILE)));
        this.training = Training.read(model, manifest, folder.lines(manifest.file(Draft.TRAINING)));
        List<String> sources = folder.lines(manifest.file(Draft.SOURCES));
        this.words = new Words(manifest.slots());
        try (Arena arena = Arena.ofConfined()) {
            this.counts = FrozenModel.readCounts(
                    folder.map(manifest.file(Draft.COUNTS), arena),
                    manifest.slots().size());
        }
        for (Manifest.PortionLine line : manifest.portions()) {
            readWords(words, folder, manifest, line);
        }
        words.countWords(counts);
        this.meeting = new Meeting(model, SourceMatrix.read(Draft.SOURCES, sources), this::sourceName);
        this.state = State.open(folder, manifest, model.blocks(), this::nameOf);
        this.gathering = prepare(PLACES, 0);
    }

    private static void readWords(Words words, Folder folder, Manifest manifest, Manifest.PortionLine line)
            throws IOException {
        String name = Portion.name("words", line.serial());
        try (Arena arena = Arena.ofConfined()) {
            words.read(folder.map(manifest.file(name), arena), name);
        }
    }

    void readWords(Words into, Manifest.PortionLine line) throws IOException {
        readWords(into, folder, state.manifest(), line);
    }

    private Gathering prepare(int places, int more) {
        int largest = 0;
        for (int size : words.sizes()) {
            largest = Math.max(largest, size);
        }
        words.makeRoom(GUESTS + more + largest / SHARE);
        return new Gathering(model, weights, state.manifest().slots(), words, counts, places);
    }

    /** Enough places for so many records. */
    Gathering gathering(int places) {
        if (places > gathering.places()) {
            words = words.copy();
            gathering = prepare(places + places / 2, 0);
        }
        return gathering;
    }

    /** Makes room for all values of a batch, which stay, and for those of later questions. */
    void makeRoomFor(Records batch) {
        makeRoomFor(batch, GUESTS);
    }

    void makeRoomFor(Records batch, int reserve) {
        int most = batch.slots().values().stream()
                .mapToInt(slot -> slot.vocabulary().size())
                .max()
                .orElse(0);
        if (words.roomLeft() < reserve + most) {
            words = words.copy();
            gathering = prepare(gathering.places(), most);
        }
    }

    Blocks blocks() {
        return new Blocks(model.blocks(), state.portions(), state.clusters());
    }

    /** Whom a record of this source may meet. */
    IntPredicate meets(int source, Blocks blocks) {
        IntPredicate sources = meeting.with(source);
        int place = training.slots().size();
        return row -> sources.test(blocks.portionOf(row).code(row, place));
    }

    /** Clusters anew in this state, with these changes to it. */
    Touched touched(Blocks blocks, PairChanges pairs, Judged judged, int[] clusters) {
        return new Touched(this, blocks, pairs, judged, clusters);
    }

    /** Under which keys records are found that are not in the store. Their words are worth what they are here. */
    RecordKeys keys(Records others) {
        List<Manifest.SlotLine> slots = state.manifest().slots();
        for (Rule rule : model.blocks()) {
            for (Part part : rule.parts()) {
                for (int s = 0; s < slots.size() && part.derivation().kind() == Derivation.Kind.WORDS; s++) {
                    if (slots.get(s).name().equals(part.slot())) {
                        others.slot(part.slot()).vocabulary().countWordsLike(words.of(s));
                    }
                }
            }
        }
        return new RecordKeys(model.blocks(), others);
    }

    private String sourceName(int source) {
        return words.of(training.slots().size()).text(source);
    }

    RecordName nameOf(int row) {
        return nameOf(state.portions(), row);
    }

    RecordName nameOf(List<Portion> portions, int row) {
        for (Portion portion : portions) {
            if (row < portion.end()) {
                int source = portion.code(row, training.slots().size());
                return new RecordName(sourceName(source), portion.id(row));
            }
        }
        throw new IllegalArgumentException("no row " + row);
    }

    /** The rows of a record: one, unless a source uses an id again; none if there is no such record. */
    List<Integer> rowsOf(RecordName name) {
        int sources = state.manifest().slots().size();
        int source = words.of(sources).find(name.source());
        long rank = Records.rank(name.source(), name.id());
        List<Integer> rows = new ArrayList<>();
        for (Portion portion : state.portions()) {
            for (int row = portion.first(); row < portion.end(); row++) {
                if (portion.rank(row) == rank
                        && portion.code(row, sources) == source
                        && state.clusters()[row] != State.GONE
                        && portion.id(row).equals(name.id())) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** The evidence from which a pair is kept, in parts of a bit. */
    int least() {
        return Weights.parts(Scoring.KEPT_BITS) - weights.priorParts();
    }

    /** From now on this is the state; its files are in the folder. */
    void commit(State next) throws IOException {
        folder.commit(next.manifest());
        state.closeExcept(next);
        state = next;
        folder.sweep(next.manifest());
    }

    Folder folder() {
        return folder;
    }

    LinkageModel model() {
        return model;
    }

    Weights weights() {
        return weights;
    }

    List<int[]> counts() {
        return counts;
    }

    Training training() {
        return training;
    }

    Meeting meeting() {
        return meeting;
    }

    Words words() {
        return words;
    }

    State state() {
        return state;
    }

    @Override
    public void close() {
        state.close();
    }
}
