package org.fourfold.linkage.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/**
 * Takes a batch in: each new record meets those that the rules bring it together with, old and new; a block that the batch makes
 * too large brings nobody together any more, as it would not in a run over all.
 */
final class Adding {

    private final Holding holding;
    private final State before;
    private final List<Rule> rules;
    private final Records batch;
    private final int first;
    private final PairChanges pairs = new PairChanges();

    Adding(Holding holding, Records batch) {
        this.holding = holding;
        this.before = holding.state();
        this.rules = holding.model().blocks();
        this.batch = batch;
        this.first = before.manifest().rows();
    }

    static void check(Records batch, int rows) {
        int most = Math.min(LinkageStore.BATCH_MAX, LinkageStore.ROWS_MAX - rows);
        if (batch.size() == 0 || batch.size() > most) {
            throw new StoreProblem("A batch has 1 to " + LinkageStore.BATCH_MAX + " records and a store at most "
                    + LinkageStore.ROWS_MAX + "; this has " + batch.size() + " for a store of " + rows + ".");
        }
    }

    Change run() throws IOException {
        Draft draft = new Draft(holding.folder(), before.manifest());
        Manifest.PortionLine line = write(draft);
        Portion added = new Portion(
                holding.folder(),
                draft.manifest(),
                line,
                before.manifest().slots().size(),
                rules);
        try {
            return link(draft, added);
        } catch (IOException | RuntimeException e) {
            if (!holding.state().portions().contains(added)) {
                added.close();
            }
            throw e;
        }
    }

    private Manifest.PortionLine write(Draft draft) throws IOException {
        holding.makeRoomFor(batch);
        Words words = holding.words();
        int[] sizes = words.sizes();
        int[][] codes = words.codes(batch);
        new RowsWriter(first, rules, holding.keys(batch)).write(draft, codes);
        draft.write("words", writer -> words.write(writer, sizes));
        List<Manifest.PortionLine> lines = new ArrayList<>(before.manifest().portions());
        lines.add(new Manifest.PortionLine(draft.serial(), first, batch.size()));
        draft.portions(lines);
        return lines.getLast();
    }

    private Change link(Draft draft, Portion added) throws IOException {
        List<Portion> portions = new ArrayList<>(before.portions());
        portions.add(added);
        int[] clusters = Arrays.copyOf(before.clusters(), first + batch.size());
        SortedSet<Integer> seeds = new TreeSet<>();
        for (int row = first; row < clusters.length; row++) {
            clusters[row] = row;
            seeds.add(row);
        }
        Blocks blocks = new Blocks(rules, portions, clusters);
        match(blocks, added);
        dropFromLargeBlocks(blocks, added);
        pairs.all().keySet().forEach(pair -> seeds.add(EdgeRun.from(pair)));
        Judged judged = before.judged().among(portions, clusters, row -> holding.nameOf(portions, row));
        seeds.addAll(judged.changedFrom(before.judged()));
        Touched touched = holding.touched(blocks, pairs, judged, clusters);
        touched.recluster(seeds);
        Drift drift = new DriftCount(holding, blocks, first, clusters).count(pairs);
        holding.commit(Finish.write(holding, draft, portions, pairs, judged, clusters));
        return new Change(
                first,
                batch.size(),
                0,
                pairs.added(),
                pairs.dropped(),
                touched.components(),
                Finish.moved(before.clusters(), clusters),
                drift);
    }

    private void match(Blocks blocks, Portion added) {
        Gathering gathering = holding.gathering(2);
        Matching matching = new Matching(gathering, holding.least());
        Rows candidates = new Rows();
        for (int row = added.first(); row < added.end(); row++) {
            int self = row;
            blocks.candidates(blocks::keys, row, candidates);
            // Of two new records the later one meets the earlier.
            candidates.below(row);
            gathering.put(0, added, row);
            IntPredicate meets =
                    holding.meets(added.code(row, before.manifest().slots().size()), blocks);
            matching.match(
                    added.rank(row),
                    row,
                    candidates,
                    blocks,
                    meets,
                    (other, evidence) -> pairs.add(self, other, evidence));
        }
    }

    private record Block(int rule, int key) {}

    private void dropFromLargeBlocks(Blocks blocks, Portion added) {
        Set<Block> seen = new HashSet<>();
        for (int row = added.first(); row < added.end(); row++) {
            for (int rule = 0; rule < rules.size(); rule++) {
                for (int key : added.keys(row, rule)) {
                    if (seen.add(new Block(rule, key))) {
                        dropIfTooLarge(blocks, rule, key);
                    }
                }
            }
        }
    }

    private void dropIfTooLarge(Blocks blocks, int rule, int key) {
        int most = rules.get(rule).most();
        if (blocks.members(rule, key, most).size() <= most) {
            return;
        }
        int[] old = new Blocks(rules, before.portions(), before.clusters())
                .members(rule, key, most)
                .toArray();
        if (old.length > most) {
            return;
        }
        for (int x : old) {
            before.edges().of(x).keySet().forEach(y -> {
                if (x < y && blocks.has(y, rule, key) && !blocks.areTogether(x, y)) {
                    pairs.drop(x, y);
                }
            });
        }
    }
}
