package org.fourfold.linkage.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts what a batch is like. */
final class DriftCount {

    private static final int PAIRS_MAX = 200_000;

    private final Holding holding;
    private final Blocks blocks;
    private final int first;
    private final int[] clusters;

    DriftCount(Holding holding, Blocks blocks, int first, int[] clusters) {
        this.holding = holding;
        this.blocks = blocks;
        this.first = first;
        this.clusters = clusters;
    }

    Drift count(PairChanges pairs) {
        List<Drift.Measure> measures = new ArrayList<>();
        Training training = holding.training();
        List<double[]> levels = new ArrayList<>();
        training.levels().forEach(each -> levels.add(new double[each.length]));
        long linked = levels(pairs, levels);
        for (int c = 0; c < levels.size() && linked > 0; c++) {
            measures.add(Drift.measure(
                    Drift.Kind.LEVELS,
                    holding.model().comparisons().get(c).slot(),
                    doubles(training.levels().get(c)),
                    levels.get(c)));
        }
        for (int s = 0; s < training.slots().size(); s++) {
            slot(s, training.slots().get(s), measures);
        }
        return new Drift(linked, measures);
    }

    private long levels(PairChanges pairs, List<double[]> levels) {
        Gathering gathering = holding.gathering(2);
        long linked = 0;
        for (Map.Entry<Long, Integer> change : pairs.all().entrySet()) {
            int x = EdgeRun.from(change.getKey());
            int y = EdgeRun.to(change.getKey());
            if (x > y && change.getValue() != EdgeRun.NONE && clusters[x] == clusters[y] && linked < PAIRS_MAX) {
                linked++;
                Portion of = blocks.portionOf(x);
                Portion other = blocks.portionOf(y);
                boolean isFirst = Matching.isBefore(of.rank(x), x, other.rank(y), y);
                gathering.put(isFirst ? 0 : 1, of, x);
                gathering.put(isFirst ? 1 : 0, other, y);
                int[] found = gathering.levels(0, 1);
                for (int c = 0; c < found.length; c++) {
                    levels.get(c)[found[c]]++;
                }
            }
        }
        return linked;
    }

    private void slot(int slot, long[] training, List<Drift.Measure> measures) {
        int[] counts = holding.counts().get(slot);
        double empty = 0;
        double unseen = 0;
        double said = 0;
        for (int row = first; row < clusters.length; row++) {
            int code = blocks.portionOf(row).code(row, slot);
            empty += code == 0 ? 1 : 0;
            said += code == 0 ? 0 : 1;
            unseen += code != 0 && (code >= counts.length || counts[code] == 0) ? 1 : 0;
        }
        String name = holding.state().manifest().slots().get(slot).name();
        measures.add(Drift.measure(
                Drift.Kind.EMPTY, name, new double[] {training[0], training[1]}, new double[] {said, empty}));
        if (said > 0 && training[0] > 0) {
            // How often the next record says what none did: the share of values said once (I. J. Good, 1953, with A.
            // Turing).
            measures.add(Drift.measure(
                    Drift.Kind.UNSEEN, name, new double[] {training[0] - training[2], training[2]}, new double[] {
                        said - unseen, unseen
                    }));
        }
    }

    private static double[] doubles(long[] counts) {
        double[] doubles = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            doubles[i] = counts[i];
        }
        return doubles;
    }
}
