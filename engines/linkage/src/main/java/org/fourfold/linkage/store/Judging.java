package org.fourfold.linkage.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.fourfold.linkage.cluster.Judgement;
import org.fourfold.linkage.cluster.Judgements;

/** Puts other judgements in the place of those that there were: components of which something else follows are clustered anew. */
final class Judging {

    private final Holding holding;
    private final State before;

    Judging(Holding holding) {
        this.holding = holding;
        this.before = holding.state();
    }

    static Judgements with(Judgements before, Collection<Judgement> more) {
        if (before.all().size() + (long) more.size() > Judgements.JUDGEMENTS_MAX) {
            throw new StoreProblem(
                    "A store keeps at most " + Judgements.JUDGEMENTS_MAX + " judgements. Take back those that ended.");
        }
        return before.with(more);
    }

    static Judgements without(Judgements before, Collection<Judgement> some) {
        Set<Judgement> gone = Set.copyOf(some);
        List<Judgement> left =
                before.all().stream().filter(each -> !gone.contains(each)).toList();
        if (before.all().size() - left.size() != gone.size()) {
            throw new StoreProblem("One of the judgements that are to be taken back is not in the store. None was.");
        }
        return new Judgements(left);
    }

    Change run(Judgements all, LocalDate day) throws IOException {
        Draft draft = new Draft(holding.folder(), before.manifest());
        draft.judgements(all, day);
        int[] clusters = before.clusters().clone();
        Judged judged = Judged.of(all, day, before.portions(), clusters, holding::nameOf);
        SortedSet<Integer> seeds = judged.changedFrom(before.judged());
        PairChanges none = new PairChanges();
        Touched touched = holding.touched(holding.blocks(), none, judged, clusters);
        touched.recluster(seeds);
        holding.commit(Finish.write(holding, draft, before.portions(), none, judged, clusters));
        return new Change(
                clusters.length,
                0,
                0,
                0,
                0,
                touched.components(),
                Finish.moved(before.clusters(), clusters),
                Drift.NONE);
    }
}
