package org.fourfold.linkage.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What every change ends with. */
final class Finish {

    private Finish() {}

    /** Writes pairs and clusters; the state that is to be. */
    static State write(
            Holding holding, Draft draft, List<Portion> portions, PairChanges pairs, Judged judged, int[] clusters)
            throws IOException {
        State before = holding.state();
        List<EdgeRun> runs = new ArrayList<>(before.runs());
        if (!pairs.all().isEmpty()) {
            draft.write("edges", pairs::write);
            List<Long> serials = new ArrayList<>(before.manifest().edges());
            serials.add(draft.serial());
            draft.edges(serials);
            runs.add(new EdgeRun(holding.folder(), draft.manifest(), draft.serial()));
        }
        draft.clusters(clusters);
        return new State(draft.manifest(), portions, runs, clusters, judged);
    }

    static List<Change.Moved> moved(int[] before, int[] after) {
        List<Change.Moved> moved = new ArrayList<>();
        for (int row = 0; row < after.length; row++) {
            int was = row < before.length ? before[row] : State.GONE;
            if (was != after[row]) {
                moved.add(new Change.Moved(row, was, after[row]));
            }
        }
        return moved;
    }
}
