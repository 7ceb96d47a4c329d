package org.fourfold.linkage.score;

import java.util.Arrays;
import java.util.Map;
import org.fourfold.linkage.records.Slot;

/** How often each value is said: what rarity goes by. */
@FunctionalInterface
public interface Frequencies {

    /** Of one slot. */
    Counted of(Slot slot);

    /** Every record counts once. */
    Frequencies RECORDS = slot -> Counted.of(slot.counts());

    /** The same where tables take the place of what is counted of some slots. */
    default Frequencies with(Map<String, FrequencyTable> tables) {
        return tables.isEmpty()
                ? this
                : slot -> {
                    FrequencyTable table = tables.get(slot.name());
                    return table == null ? of(slot) : table.of(slot, of(slot));
                };
    }

    /**
     * Counted values.
     *
     * @param counts per number of a value how often it is said; place 0 is for nothing; later values were never seen
     * @param all what the counts are shares of: at least their sum, place 0 left out
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Counted(int[] counts, long all) {

        /** Where all values are among these. */
        public static Counted of(int[] counts) {
            return new Counted(
                    counts, Arrays.stream(counts).skip(1).asLongStream().sum());
        }
    }

    /**
     * Every cluster that says a value counts once, however many of its records do: somebody who was recorded fifteen times makes
     * no name common, and a telephone that a shelter gives everybody is as common as its people are many.
     *
     * @param clusters per record its cluster, the number of one of its records
     */
    static Frequencies perCluster(int[] clusters) {
        int[] order = ClusterOrder.of(clusters);
        return slot -> {
            int[] codes = slot.codes();
            int[] counts = new int[slot.vocabulary().size() + 1];
            int[] last = new int[counts.length];
            Arrays.fill(last, -1);
            for (int record : order) {
                int code = codes[record];
                if (last[code] != clusters[record]) {
                    last[code] = clusters[record];
                    counts[code]++;
                }
            }
            return Counted.of(counts);
        };
    }
}
