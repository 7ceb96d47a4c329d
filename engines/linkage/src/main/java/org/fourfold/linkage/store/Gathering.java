package org.fourfold.linkage.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.score.Frequencies;
import org.fourfold.linkage.score.Scorer;
import org.fourfold.linkage.score.Scorers;
import org.fourfold.linkage.table.ByteStrings;
import org.fourfold.linkage.train.Weights;

/**
 * Some records taken out of the store and laid side by side, so that the same code compares them that compares a table's. What
 * is worked out per value is kept from one gathering to the next. For one thread.
 */
final class Gathering {

    private final int places;
    private final int[] table;
    private final int step;
    private final List<Kernel> kernels;
    private final Scorer scorer;
    private final byte[] level = new byte[1];
    private final int[] first = new int[1];
    private final int[] second = new int[1];

    /**
     * Makes ready for so many records at once.
     *
     * @param counts per slot how often each value was said at the training
     */
    Gathering(
            LinkageModel model,
            Weights weights,
            List<Manifest.SlotLine> slots,
            Words words,
            List<int[]> counts,
            int places) {
        this.places = places;
        this.step = slots.size();
        this.table = new int[Math.multiplyExact(places, step)];
        Map<String, Slot> named = new HashMap<>();
        Map<String, int[]> countOf = new HashMap<>();
        for (int s = 0; s < slots.size(); s++) {
            String name = slots.get(s).name();
            named.put(name, new Slot(name, new int[0], words.of(s)));
            countOf.put(name, counts.get(s));
        }
        Records records = new Records(
                places,
                new ByteStrings(),
                new int[places],
                List.of(""),
                new int[places],
                named,
                new Codes(table, slots.stream().map(Manifest.SlotLine::name).toList()));
        Kernels all = new Kernels(model, records);
        Scorers scorers =
                new Scorers(model, records, all, weights, slot -> Frequencies.Counted.of(counted(countOf, slot)));
        this.kernels = all.make();
        this.scorer = scorers.make();
    }

    private static int[] counted(Map<String, int[]> counts, Slot slot) {
        int[] found = counts.get(slot.name());
        if (found == null) {
            throw new IllegalArgumentException("no slot " + slot.name());
        }
        return found;
    }

    int places() {
        return places;
    }

    Scorer scorer() {
        return scorer;
    }

    /** Lays a record of the store into a place. */
    void put(int place, Portion portion, int row) {
        for (int s = 0; s < step; s++) {
            table[place * step + s] = portion.code(row, s);
        }
    }

    /** Lays a record that is not in the store into a place. */
    void put(int place, int[][] codes, int record) {
        for (int s = 0; s < step; s++) {
            table[place * step + s] = codes[s][record];
        }
    }

    /** At which level each comparison holds between two places. */
    int[] levels(int a, int b) {
        int[] levels = new int[kernels.size()];
        first[0] = a;
        second[0] = b;
        for (int c = 0; c < levels.length; c++) {
            kernels.get(c).levels(first, second, 1, level);
            levels[c] = level[0];
        }
        return levels;
    }
}
