package org.fourfold.linkage.store;

import java.io.IOException;
import java.time.LocalDate;
import java.util.SortedSet;
import org.fourfold.linkage.cluster.Judgements;

/** Puts other judgements in the place of those that there were: components of which something else follows are clustered anew. */
final class Judging {

    private final Holding holding;
    private final State before;

    Judging(Holding holding) {
        this.holding = holding;
        this.before = holding.state();
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
