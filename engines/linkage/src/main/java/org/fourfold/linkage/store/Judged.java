package org.fourfold.linkage.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.fourfold.linkage.cluster.Contradiction;
import org.fourfold.linkage.cluster.Judgements;
import org.fourfold.linkage.cluster.Standing;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;

/**
 * What persons judged and what follows from it on one day for the records that the store holds. A judgement on a record that is
 * not there waits until it comes.
 */
final class Judged {

    private final Judgements all;
    private final LocalDate day;
    private final Standing standing;

    /** Records by the names that judgements have for them, ascending. */
    private final SortedMap<RecordName, List<Integer>> rows = new TreeMap<>();

    /** Pairs of rows from either side, as {@link EdgeRun} has them. */
    private final SortedSet<Long> same = new TreeSet<>();

    private final SortedSet<Long> different = new TreeSet<>();

    private Judged(Judgements all, LocalDate day, Standing standing) {
        this.all = all;
        this.day = day;
        this.standing = standing;
    }

    /**
     * Looks up whom judgements name.
     *
     * @param clusters who is gone
     * @param nameOf how a row is called
     */
    static Judged of(
            Judgements all, LocalDate day, List<Portion> portions, int[] clusters, IntFunction<RecordName> nameOf) {
        Judged judged = new Judged(all, day, all.on(day));
        judged.look(portions, clusters, nameOf);
        return judged;
    }

    /** The same among other records. */
    Judged among(List<Portion> portions, int[] clusters, IntFunction<RecordName> nameOf) {
        Judged judged = new Judged(all, day, standing);
        judged.look(portions, clusters, nameOf);
        return judged;
    }

    private void look(List<Portion> portions, int[] clusters, IntFunction<RecordName> nameOf) {
        List.of(standing.same(), standing.different())
                .forEach(pairs -> pairs.forEach(pair -> {
                    List<Integer> _ = rows.computeIfAbsent(pair.a(), name -> new ArrayList<>(1));
                    List<Integer> _ = rows.computeIfAbsent(pair.b(), name -> new ArrayList<>(1));
                }));
        long[] ranks = rows.keySet().stream()
                .mapToLong(name -> Records.rank(name.source(), name.id()))
                .sorted()
                .toArray();
        for (Portion portion : ranks.length == 0 ? List.<Portion>of() : portions) {
            for (int row = portion.first(); row < portion.end(); row++) {
                int at = row;
                if (Arrays.binarySearch(ranks, portion.rank(row)) >= 0 && clusters[row] != State.GONE) {
                    rows(nameOf.apply(at)).add(at);
                }
            }
        }
        standing.same().forEach(pair -> {
            List<Integer> a = rows(pair.a());
            List<Integer> b = rows(pair.b());
            if (a.size() == 1 && b.size() == 1) {
                put(same, a.getFirst(), b.getFirst());
            }
        });
        standing.different()
                .forEach(pair -> rows(pair.a()).forEach(a -> rows(pair.b()).forEach(b -> put(different, a, b))));
    }

    private List<Integer> rows(RecordName name) {
        List<Integer> found = rows.get(name);
        return found == null ? new ArrayList<>() : found;
    }

    private static void put(SortedSet<Long> pairs, int a, int b) {
        boolean _ = pairs.add(EdgeRun.pair(a, b));
        boolean _ = pairs.add(EdgeRun.pair(b, a));
    }

    Judgements all() {
        return all;
    }

    LocalDate day() {
        return day;
    }

    Standing standing() {
        return standing;
    }

    /** Rows that are one with a row. */
    int[] sameAs(int row) {
        return of(same, row);
    }

    /** Rows that stay apart from it. */
    int[] differentFrom(int row) {
        return of(different, row);
    }

    private static int[] of(SortedSet<Long> pairs, int row) {
        return pairs.subSet(EdgeRun.pair(row, 0), EdgeRun.pair(row + 1, 0)).stream()
                .mapToInt(EdgeRun::to)
                .toArray();
    }

    /** Rows for which something else follows than from what was judged before. */
    SortedSet<Integer> changedFrom(Judged before) {
        SortedSet<Integer> changed = new TreeSet<>();
        differ(same, before.same, changed);
        differ(before.same, same, changed);
        differ(different, before.different, changed);
        differ(before.different, different, changed);
        return changed;
    }

    private static void differ(SortedSet<Long> pairs, SortedSet<Long> others, SortedSet<Integer> changed) {
        for (long pair : pairs) {
            if (!others.contains(pair)) {
                changed.add(EdgeRun.from(pair));
            }
        }
    }

    /** What a person has to decide, under these clusters. */
    List<Contradiction> contradictions(int[] clusters) {
        List<Contradiction> found = new ArrayList<>(standing.contradictions());
        rows.forEach((name, several) -> {
            if (several.size() > 1) {
                found.add(new Contradiction.Ambiguous(name, several.size()));
            }
        });
        for (long pair : same) {
            int a = EdgeRun.from(pair);
            int b = EdgeRun.to(pair);
            // What was judged to be one is one unless their sources must not be linked.
            if (a < b && clusters[a] != clusters[b]) {
                found.add(new Contradiction.Forbidden(a, b));
            }
        }
        return found.stream().limit(2L * Standing.TOLD_MAX).toList();
    }
}
