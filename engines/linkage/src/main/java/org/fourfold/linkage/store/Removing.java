package org.fourfold.linkage.store;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.RecordName;

/**
 * Takes records out: their pairs are none from now on, and a block that was too large and no longer is brings its records
 * together, as it would in a run over those that are left.
 */
final class Removing {

    private final Holding holding;
    private final State before;
    private final List<Rule> rules;
    private final PairChanges pairs = new PairChanges();

    Removing(Holding holding) {
        this.holding = holding;
        this.before = holding.state();
        this.rules = holding.model().blocks();
    }

    /** The rows of records that are to be removed. */
    static SortedSet<Integer> rows(Holding holding, Collection<RecordName> records) {
        SortedSet<Integer> rows = new TreeSet<>();
        for (RecordName record : records) {
            List<Integer> found = holding.rowsOf(record);
            if (found.isEmpty()) {
                throw new StoreProblem("One of the records that are to be removed is not in the store. None was.");
            }
            rows.addAll(found);
        }
        return rows;
    }

    Change run(SortedSet<Integer> rows) throws IOException {
        int[] clusters = before.clusters().clone();
        SortedSet<Integer> seeds = new TreeSet<>();
        for (int row : rows) {
            clusters[row] = State.GONE;
            before.edges().of(row).keySet().forEach(other -> {
                pairs.drop(row, other);
                seeds.add(other);
            });
        }
        Blocks blocks = new Blocks(rules, before.portions(), clusters);
        meetInRevivedBlocks(blocks, rows);
        pairs.all().forEach((pair, evidence) -> seeds.add(EdgeRun.from(pair)));
        Judged judged = before.judged().among(before.portions(), clusters, holding::nameOf);
        seeds.addAll(judged.changedFrom(before.judged()));
        Touched touched = holding.touched(blocks, pairs, judged, clusters);
        touched.recluster(seeds);
        relabel(rows, clusters);
        Draft draft = new Draft(holding.folder(), before.manifest());
        holding.commit(Finish.write(holding, draft, before.portions(), pairs, judged, clusters));
        return new Change(
                before.manifest().rows(),
                0,
                rows.size(),
                pairs.added(),
                pairs.dropped(),
                touched.components(),
                Finish.moved(before.clusters(), clusters),
                Drift.NONE);
    }

    /** Nobody stays in a cluster that is called after who is gone: such a record had a pair with one that is touched. */
    private static void relabel(SortedSet<Integer> gone, int[] clusters) {
        for (int label : clusters) {
            if (label >= 0 && gone.contains(label)) {
                throw new IllegalStateException("a cluster is called after a record that is gone");
            }
        }
    }

    private record Block(int rule, int key) {}

    private void meetInRevivedBlocks(Blocks blocks, SortedSet<Integer> rows) {
        Blocks old = holding.blocks();
        Set<Block> seen = new HashSet<>();
        for (int row : rows) {
            for (int rule = 0; rule < rules.size(); rule++) {
                int most = rules.get(rule).most();
                for (int key : blocks.keys(row, rule)) {
                    if (seen.add(new Block(rule, key))
                            && old.members(rule, key, most).size() > most
                            && blocks.members(rule, key, most).size() <= most) {
                        meet(blocks, blocks.members(rule, key, most).toArray());
                    }
                }
            }
        }
    }

    private void meet(Blocks blocks, int[] members) {
        Gathering gathering = holding.gathering(2);
        Matching matching = new Matching(gathering, holding.least());
        Rows others = new Rows();
        for (int i = 1; i < members.length; i++) {
            int row = members[i];
            others.add(members[i - 1]);
            SortedMap<Integer, Integer> known = before.edges().of(row);
            Portion portion = blocks.portionOf(row);
            gathering.put(0, portion, row);
            IntPredicate meets =
                    holding.meets(portion.code(row, before.manifest().slots().size()), blocks);
            matching.match(portion.rank(row), row, others, blocks, meets, (other, evidence) -> {
                if (!known.containsKey(other)) {
                    pairs.add(row, other, evidence);
                }
            });
        }
    }
}
