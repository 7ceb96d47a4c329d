package org.fourfold.estimate.prevalence;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * How many persons stand on exactly which lists: a capture-history table.
 *
 * <p>A history is a set of lists, written as a mask: bit {@code i} is list {@code i}. The history 0, on no list, is what is asked.
 */
public final class CaptureTable {

    /** 2¹⁰ histories: beyond that no table of overlaps is filled. */
    public static final int LISTS_MAX = 10;
    /** As many persons as a sum of counts may be; more are totals, not persons. */
    public static final int CASES_MAX = 100_000_000;

    private final List<String> lists;
    private final int[] counts;
    private final int cases;

    private CaptureTable(List<String> lists, int[] counts) {
        this.lists = List.copyOf(lists);
        this.counts = counts;
        this.cases = Arrays.stream(counts).sum();
    }

    /**
     * A table of rows; rows of the same history are added up.
     *
     * @param lists the lists' names, bit 0 first
     * @param histories a row's mask
     * @param rowCounts how many persons have it
     * @throws org.fourfold.estimate.run.RefusedException when no estimate can be made of it, with all that forbids it
     */
    public static CaptureTable of(List<String> lists, int[] histories, long[] rowCounts) {
        Problems problems = new Problems();
        checkLists(lists, problems);
        problems.refuse();
        int[] counts = added(lists.size(), histories, rowCounts, problems);
        problems.refuse();
        CaptureTable table = new CaptureTable(lists, counts);
        table.check(problems);
        problems.refuse();
        return table;
    }

    /** The same lists with other counts by history ({@code 2^lists} of them, index 0 is 0): a replicate. Not checked. */
    public CaptureTable with(int[] otherCounts) {
        return new CaptureTable(lists, otherCounts.clone());
    }

    private static void checkLists(List<String> lists, Problems problems) {
        if (lists.size() > LISTS_MAX) {
            problems.add(PrevalenceFault.TOO_MANY_LISTS, "", lists.size(), LISTS_MAX);
        }
        if (lists.size() < 2) {
            problems.add(PrevalenceFault.ONE_LIST, "");
        }
        Set<String> seen = new HashSet<>();
        for (String list : lists) {
            if (!seen.add(list)) {
                problems.add(PrevalenceFault.LIST_TWICE, "", list);
            }
        }
    }

    private static int[] added(int lists, int[] histories, long[] rowCounts, Problems problems) {
        long[] sums = new long[1 << lists];
        long all = 0;
        for (int row = 0; row < histories.length; row++) {
            String place = String.valueOf(row + 1);
            if (rowCounts[row] < 0) {
                problems.add(PrevalenceFault.NEGATIVE_COUNT, place, rowCounts[row]);
            } else if (histories[row] == 0 && rowCounts[row] > 0) {
                problems.add(PrevalenceFault.ROW_WITHOUT_LIST, place);
            } else if (rowCounts[row] > CASES_MAX || all + rowCounts[row] > CASES_MAX) {
                problems.add(PrevalenceFault.TOO_MANY_CASES, place, CASES_MAX);
                return new int[1 << lists];
            } else {
                sums[histories[row]] += rowCounts[row];
                all += rowCounts[row];
            }
        }
        return Arrays.stream(sums).mapToInt(Math::toIntExact).toArray();
    }

    private void check(Problems problems) {
        if (cases == 0) {
            problems.add(PrevalenceFault.NOBODY, "");
            return;
        }
        for (int list = 0; list < lists.size(); list++) {
            if (onList(list) == 0) {
                problems.add(PrevalenceFault.EMPTY_LIST, "", lists.get(list));
            }
        }
        if (IntStream.range(1, counts.length).noneMatch(h -> Integer.bitCount(h) > 1 && counts[h] > 0)) {
            problems.add(PrevalenceFault.NO_OVERLAP, "");
        }
    }

    public List<String> lists() {
        return lists;
    }

    /** How many histories there are, the unseen one with them: 2 to the number of lists. */
    public int histories() {
        return counts.length;
    }

    /** How many persons have exactly this history; 0 for the history 0. */
    public int count(int history) {
        return counts[history];
    }

    /** By history, {@link #histories()} of them; index 0 is 0. */
    public int[] counts() {
        return counts.clone();
    }

    /** How many persons stand on some list. */
    public int cases() {
        return cases;
    }

    /** How many persons stand on this list. */
    public int onList(int list) {
        return onAll(1 << list);
    }

    /** How many persons stand on all of these lists, and perhaps on others. */
    public int onAll(int mask) {
        int sum = 0;
        for (int history = 1; history < counts.length; history++) {
            sum += (history & mask) == mask ? counts[history] : 0;
        }
        return sum;
    }

    /** What the table says, for the digest of a result. */
    public void into(DataDigest digest) {
        digest.whole(lists.size());
        lists.forEach(digest::text);
        for (int count : counts) {
            digest.whole(count);
        }
    }
}
