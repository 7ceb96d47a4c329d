package org.fourfold.node.prevention;

import java.util.List;
import java.util.Map;

/**
 * How many persons stand on which lists. Numbers only: nobody can be found in it but by who counts very few.
 *
 * @param lists in the order in which they were given; the first is called A
 * @param histories per set of lists, bit 0 for A, how many persons stand on exactly those; sets on which nobody stands are left out
 * @param sureness the pairs of records that were taken for one person, by how sure that is
 * @param expectedFalse pairs that were taken for one person and are not, as the engine's own probabilities expect; not calibrated
 * @param expectedMissed the same for pairs that were compared and not taken for one
 * @param estimate how many stand on none, taking the histories as they are
 */
public record OverlapReport(
        List<Counted> lists,
        Map<Integer, Long> histories,
        List<Sureness> sureness,
        double expectedFalse,
        double expectedMissed,
        OverlapEstimate estimate) {

    public OverlapReport {
        lists = List.copyOf(lists);
        histories = Map.copyOf(histories);
        sureness = List.copyOf(sureness);
    }

    /**
     * One list.
     *
     * @param records rows that were read
     * @param persons as many of them as are different persons
     * @param leftOut rows that could not be read
     */
    public record Counted(long records, long persons, long leftOut) {

        /** Rows that say somebody of the same list again. */
        public long repeated() {
            return records - persons;
        }
    }

    /** How many pairs have at least this probability of being one person, and less than the band before. */
    public record Sureness(double atLeast, long pairs) {}

    public long persons() {
        return histories.values().stream().mapToLong(Long::longValue).sum();
    }

    public long pairs() {
        return sureness.stream().mapToLong(Sureness::pairs).sum();
    }
}
