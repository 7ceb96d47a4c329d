package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.model.Rule;

/**
 * Makes one portion of several and one run of pairs of several, so that a question has few places to look at. What records said
 * that are gone is left out; their values stay in the vocabularies, where nobody says them, until the next training.
 */
final class Merging {

    /** Small portions behind the large one. */
    private static final int SMALL_MAX = 8;

    /** The small ones join the large one when they are this share of it. */
    private static final int SHARE = 4;

    private final Holding holding;
    private final State before;
    private final List<Rule> rules;
    private final int slots;

    Merging(Holding holding) {
        this.holding = holding;
        this.before = holding.state();
        this.rules = holding.model().blocks();
        this.slots = before.manifest().slots().size();
    }

    /** Merges what has become many. */
    void mergeIfMany() throws IOException {
        List<Portion> portions = before.portions();
        long pairs = before.runs().stream().skip(1).mapToLong(EdgeRun::size).sum();
        boolean manyPortions = portions.size() > SMALL_MAX + 1;
        boolean manyRuns = before.runs().size() > SMALL_MAX + 1;
        if (manyPortions || manyRuns) {
            int large = portions.getFirst().end();
            int small = before.manifest().rows() - large;
            merge(
                    manyPortions ? (small > large / SHARE ? 0 : 1) : portions.size(),
                    manyRuns
                            ? (pairs > before.runs().getFirst().size() / SHARE ? 0 : 1)
                            : before.runs().size());
        }
    }

    /** Merges everything. */
    void mergeAll() throws IOException {
        merge(0, 0);
    }

    /** Merges portions and runs from one on. */
    private void merge(int fromPortion, int fromRun) throws IOException {
        Draft draft = new Draft(holding.folder(), before.manifest());
        List<Portion> portions = new ArrayList<>(before.portions().subList(0, fromPortion));
        List<EdgeRun> runs = new ArrayList<>(before.runs().subList(0, fromRun));
        List<Portion> small =
                before.portions().subList(fromPortion, before.portions().size());
        if (!small.isEmpty()) {
            rows(draft, small);
            List<Manifest.PortionLine> lines =
                    new ArrayList<>(before.manifest().portions().subList(0, fromPortion));
            int first = small.getFirst().first();
            Manifest.PortionLine line = new Manifest.PortionLine(
                    draft.serial(), first, small.getLast().end() - first);
            lines.add(line);
            draft.portions(lines);
            portions.add(new Portion(holding.folder(), draft.manifest(), line, slots, rules));
        }
        if (fromRun < before.runs().size()) {
            List<EdgeRun> merging = before.runs().subList(fromRun, before.runs().size());
            EdgeRuns.Merged merged = new EdgeRuns(merging).merged(fromRun > 0);
            draft.write("edges", writer -> EdgeRun.write(writer, merged.pairs(), merged.evidence(), merged.size()));
            List<Long> serials = new ArrayList<>(before.manifest().edges().subList(0, fromRun));
            serials.add(draft.serial());
            draft.edges(serials);
            runs.add(new EdgeRun(holding.folder(), draft.manifest(), draft.serial()));
        }
        holding.commit(new State(draft.manifest(), portions, runs, before.clusters(), before.judged()));
    }

    private void rows(Draft draft, List<Portion> small) throws IOException {
        int first = small.getFirst().first();
        int end = small.getLast().end();
        int[] clusters = before.clusters();
        Blocks blocks = new Blocks(rules, before.portions(), clusters);
        draft.write("rows", writer -> {
            for (int row = first; row < end; row++) {
                Portion portion = blocks.portionOf(row);
                boolean gone = clusters[row] == State.GONE;
                writer.putLong(gone ? 0 : portion.rank(row));
                for (int s = 0; s <= slots; s++) {
                    writer.putInt(gone ? 0 : portion.code(row, s));
                }
            }
        });
        draft.write("ids", writer -> ids(writer, blocks, first, end));
        int[] none = {};
        Portion.Keys keys = (row, rule) -> clusters[row] == State.GONE ? none : blocks.keys(row, rule);
        draft.write("keys", writer -> Portion.writeKeys(writer, first, end - first, rules, keys));
        draft.write("runs", writer -> Portion.writeRuns(writer, first, end - first, rules.size(), keys));
        words(draft, small);
    }

    private void ids(StoreWriter writer, Blocks blocks, int first, int end) throws IOException {
        long at = (end - first + 1L) * Long.BYTES;
        writer.putLong(at);
        for (int row = first; row < end; row++) {
            at += id(blocks, row).byteSize();
            writer.putLong(at);
        }
        for (int row = first; row < end; row++) {
            MemorySegment id = id(blocks, row);
            writer.put(id, 0, id.byteSize());
        }
    }

    private MemorySegment id(Blocks blocks, int row) {
        MemorySegment id = blocks.portionOf(row).idBytes(row);
        return before.clusters()[row] == State.GONE ? id.asSlice(0, 0) : id;
    }

    /** The values that these portions brought: all behind those of the portions before them. */
    private void words(Draft draft, List<Portion> small) throws IOException {
        Words known = new Words(before.manifest().slots());
        for (Portion portion : before.portions()) {
            if (portion.first() < small.getFirst().first()) {
                holding.readWords(known, portion.line());
            }
        }
        draft.write("words", writer -> holding.words().write(writer, known.sizes()));
    }
}
