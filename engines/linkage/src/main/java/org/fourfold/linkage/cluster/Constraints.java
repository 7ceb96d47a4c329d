package org.fourfold.linkage.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourfold.linkage.cluster.Standing.Pair;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;

/**
 * What judgements say of the records of one run.
 *
 * @param sameA pairs that are one, by their records: the lower ones, ascending
 * @param sameB the higher ones
 * @param different which must not come together
 * @param contradictions what a person has to decide: those among judgements, and names that several records have
 * @param contradicting how many there are; the list has the first of them
 * @param unknown pairs that were judged and of which these records have not both
 */
@SuppressWarnings("ArrayRecordComponent")
public record Constraints(
        int[] sameA,
        int[] sameB,
        JoinRule different,
        List<Contradiction> contradictions,
        int contradicting,
        int unknown) {

    /** Nothing was judged. */
    public static final Constraints NONE =
            new Constraints(new int[0], new int[0], new PairsApart(new int[0], new int[0]), List.of(), 0, 0);

    /** Keeps a copy of the list. */
    public Constraints {
        contradictions = List.copyOf(contradictions);
    }

    /** What follows from judgements for these records. */
    public static Constraints of(Standing standing, Records records) {
        return new Search(standing, records).constraints();
    }

    /** Constraints by the numbers of records, for who has no names: what is both the same and different is refused. */
    public static Constraints ofPairs(int[][] same, int[][] different) {
        Links together = new Links();
        Links apart = new Links();
        for (int[] pair : same) {
            together.add(pair[0], pair[1]);
        }
        for (int[] pair : different) {
            apart.add(pair[0], pair[1]);
        }
        return of(together, apart, List.of(), 0, 0);
    }

    /**
     * The pairs alone, by the numbers of records.
     *
     * @param same pairs that are one, the lower record above, the other below
     * @param different pairs that must not come together, likewise
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Judged(long[] same, long[] different) implements Serializable {

        /** What of it is about some records only, which get other numbers: {@code members}, ascending, by place. */
        public Constraints within(int[] members) {
            return Constraints.of(links(same, members), links(different, members), List.of(), 0, 0);
        }

        private static Links links(long[] pairs, int[] members) {
            Links links = new Links();
            for (long pair : pairs) {
                int left = Arrays.binarySearch(members, (int) (pair >>> Integer.SIZE));
                int right = Arrays.binarySearch(members, (int) pair);
                if (left >= 0 && right >= 0) {
                    links.add(left, right);
                }
            }
            return links;
        }
    }

    /** The pairs alone. */
    public Judged judged() {
        Links same = new Links();
        for (int i = 0; i < sameA.length; i++) {
            same.add(sameA[i], sameB[i]);
        }
        return new Judged(same.ascending(), different instanceof PairsApart pairs ? pairs.both() : new long[0]);
    }

    private static Constraints of(Links same, Links different, List<Contradiction> told, int count, int unknown) {
        long[] together = same.ascending();
        long[] apart = different.ascending();
        return new Constraints(
                upper(together), lower(together), new PairsApart(upper(apart), lower(apart)), told, count, unknown);
    }

    private static int[] upper(long[] pairs) {
        int[] records = new int[pairs.length];
        for (int i = 0; i < records.length; i++) {
            records[i] = (int) (pairs[i] >>> Integer.SIZE);
        }
        return records;
    }

    private static int[] lower(long[] pairs) {
        int[] records = new int[pairs.length];
        for (int i = 0; i < records.length; i++) {
            records[i] = (int) pairs[i];
        }
        return records;
    }

    /** Pairs of records, each once. */
    private static final class Links {

        private final TreeSet<Long> pairs = new TreeSet<>();

        void add(int a, int b) {
            var _ = pairs.add(((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b));
        }

        long[] ascending() {
            return pairs.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** Finds the records that judgements name. */
    private static final class Search {

        private final Standing standing;
        private final Map<RecordName, List<Integer>> rows = new HashMap<>();
        private final Links same = new Links();
        private final Links different = new Links();
        private int unknown;

        Search(Standing standing, Records records) {
            this.standing = standing;
            standing.same().forEach(this::wanted);
            standing.different().forEach(this::wanted);
            find(records);
        }

        private void wanted(Pair pair) {
            List<Integer> _ = rows.computeIfAbsent(pair.a(), name -> new ArrayList<>(1));
            List<Integer> _ = rows.computeIfAbsent(pair.b(), name -> new ArrayList<>(1));
        }

        private void find(Records records) {
            Set<String> ids = new HashSet<>();
            rows.keySet().forEach(name -> ids.add(name.id()));
            for (int record = 0; record < records.size() && !ids.isEmpty(); record++) {
                if (ids.contains(records.idOf(record))) {
                    List<Integer> found = rows.get(RecordName.of(records, record));
                    if (found != null) {
                        found.add(record);
                    }
                }
            }
        }

        private List<Integer> rows(RecordName name) {
            return rows.getOrDefault(name, List.of());
        }

        Constraints constraints() {
            standing.same().forEach(this::same);
            standing.different().forEach(this::different);
            List<Contradiction> told = new ArrayList<>(standing.contradictions());
            int count = standing.contradicting();
            for (RecordName name : new TreeSet<>(rows.keySet())) {
                if (rows(name).size() > 1) {
                    count++;
                    if (told.size() < 2 * Standing.TOLD_MAX) {
                        told.add(new Contradiction.Ambiguous(name, rows(name).size()));
                    }
                }
            }
            return of(same, different, told, count, unknown);
        }

        private void same(Pair pair) {
            List<Integer> a = rows(pair.a());
            List<Integer> b = rows(pair.b());
            if (a.size() == 1 && b.size() == 1) {
                same.add(a.getFirst(), b.getFirst());
            }
            unknown += a.isEmpty() || b.isEmpty() ? 1 : 0;
        }

        private void different(Pair pair) {
            List<Integer> a = rows(pair.a());
            List<Integer> b = rows(pair.b());
            a.forEach(one -> b.forEach(other -> different.add(one, other)));
            unknown += a.isEmpty() || b.isEmpty() ? 1 : 0;
        }
    }
}
