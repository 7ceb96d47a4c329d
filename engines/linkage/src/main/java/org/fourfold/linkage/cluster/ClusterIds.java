package org.fourfold.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteDictionary;

/**
 * Ids of clusters that last from run to run.
 *
 * <p>Of the new clusters that have records of an old one, that with most of them is its heir; of equal ones, that which has the
 * first of these records. A cluster keeps the id of the old cluster from which most of its records come, among those it is heir
 * to. All others get an id made of the source and id of their first record, and never one that the run before had. Which
 * record is first depends on names alone: on a rerun the ids are the same, whatever the order of rows.
 *
 * @param idOf per record the id of its cluster
 * @param lineage what became of each cluster, by id
 */
@SuppressWarnings("ArrayRecordComponent")
public record ClusterIds(String[] idOf, List<Lineage> lineage) {

    /** Keeps a copy of the list. */
    public ClusterIds {
        lineage = List.copyOf(lineage);
    }

    /**
     * The ids of a run's clusters.
     *
     * @param clusters per record the number of its cluster's first record
     */
    public static ClusterIds of(PreviousClusters previous, Records records, int[] clusters) {
        if (clusters.length != records.size()) {
            throw new IllegalArgumentException(
                    records.size() + " records, and clusters of " + clusters.length + ": give one for each record");
        }
        return new Assignment(previous, records, clusters).ids();
    }

    /** The id of a cluster by the rank of its first record, in 16 digits. */
    public static String made(long rank) {
        return "c" + HexFormat.of().toHexDigits(rank);
    }

    /** The same by the record's name. The turn is above 0 where that is taken. */
    static String made(RecordName name, int turn) {
        long rank = Records.rank(name.source(), name.id());
        return made(turn == 0 ? rank : ByteDictionary.mix(rank + turn));
    }

    /** How many records an old cluster and a new one have in common. The order of the array is by new cluster, then old. */
    private record Overlap(int now, int old, int records, int first) {}

    private static final class Assignment {

        private final PreviousClusters previous;
        private final Records records;
        private final int[] clusters;
        private final int[] sizeNow;
        private final int[] sizeBefore;
        private final List<Overlap> overlaps;

        /** Per old cluster its heir, -1 where nothing is left. */
        private final int[] heir;

        /** Per first record of a new cluster the old one whose id it keeps, 0 for none. */
        private final int[] kept;

        Assignment(PreviousClusters previous, Records records, int[] clusters) {
            this.previous = previous;
            this.records = records;
            this.clusters = clusters;
            this.sizeNow = new int[records.size()];
            this.sizeBefore = previous.sizes();
            this.kept = new int[records.size()];
            this.heir = new int[previous.clusters() + 1];
            for (int cluster : clusters) {
                sizeNow[cluster]++;
            }
            this.overlaps = overlaps();
            Arrays.fill(heir, -1);
            inherit();
        }

        private List<Overlap> overlaps() {
            int[] old = previous.clustersOf(records);
            long[] cells = new long[old.length];
            int size = 0;
            for (int record = 0; record < old.length; record++) {
                if (old[record] > 0) {
                    cells[size++] = cell(record, old);
                }
            }
            long[] distinct = Arrays.stream(cells, 0, size).sorted().distinct().toArray();
            int[] count = new int[distinct.length];
            int[] first = new int[distinct.length];
            for (int record = old.length - 1; record >= 0; record--) {
                if (old[record] > 0) {
                    int at = Arrays.binarySearch(distinct, cell(record, old));
                    count[at]++;
                    first[at] = record;
                }
            }
            List<Overlap> found = new ArrayList<>();
            for (int i = 0; i < distinct.length; i++) {
                found.add(new Overlap((int) (distinct[i] >>> Integer.SIZE), (int) distinct[i], count[i], first[i]));
            }
            return found;
        }

        private long cell(int record, int[] old) {
            return ((long) clusters[record] << Integer.SIZE) | old[record];
        }

        private void inherit() {
            Overlap[] best = new Overlap[heir.length];
            for (Overlap each : overlaps) {
                if (best[each.old()] == null || isMore(each, best[each.old()])) {
                    best[each.old()] = each;
                    heir[each.old()] = each.now();
                }
            }
            Overlap[] source = new Overlap[kept.length];
            for (Overlap each : best) {
                if (each != null && (source[each.now()] == null || isMore(each, source[each.now()]))) {
                    source[each.now()] = each;
                    kept[each.now()] = each.old();
                }
            }
        }

        private static boolean isMore(Overlap one, Overlap other) {
            return one.records() > other.records() || (one.records() == other.records() && one.first() < other.first());
        }

        ClusterIds ids() {
            String[] idOf = new String[records.size()];
            Set<String> taken = new HashSet<>();
            for (int record = 0; record < idOf.length; record++) {
                if (clusters[record] != record) {
                    idOf[record] = idOf[clusters[record]];
                } else if (kept[record] > 0) {
                    idOf[record] = previous.id(kept[record]);
                } else {
                    idOf[record] = free(RecordName.of(records, record), taken);
                }
            }
            return new ClusterIds(idOf, lineage(idOf));
        }

        private String free(RecordName name, Set<String> taken) {
            int turn = 0;
            String id = made(name, turn);
            while (previous.has(id) || !taken.add(id)) {
                id = made(name, ++turn);
            }
            return id;
        }

        private List<Lineage> lineage(String[] idOf) {
            List<Lineage> lineage = new ArrayList<>();
            boolean[] known = new boolean[records.size()];
            for (Overlap each : overlaps) {
                known[each.now()] = true;
                compare(each, idOf, lineage);
            }
            for (int record = 0; record < known.length; record++) {
                if (clusters[record] == record && !known[record]) {
                    lineage.add(new Lineage(Lineage.Event.NEW, idOf[record], "", 0, sizeNow[record], 0));
                }
            }
            for (int old = 1; old < heir.length; old++) {
                if (heir[old] < 0) {
                    lineage.add(new Lineage(Lineage.Event.GONE, previous.id(old), "", sizeBefore[old], 0, 0));
                }
            }
            return lineage.stream().sorted().toList();
        }

        private void compare(Overlap each, String[] idOf, List<Lineage> lineage) {
            String id = idOf[each.now()];
            int before = sizeBefore[each.old()];
            int after = sizeNow[each.now()];
            if (kept[each.now()] == each.old()) {
                if (before == each.records() && after == each.records()) {
                    lineage.add(new Lineage(Lineage.Event.KEPT, id, "", before, after, before));
                }
                if (after > each.records()) {
                    lineage.add(new Lineage(Lineage.Event.GREW, id, "", before, after, each.records()));
                }
                if (before > each.records()) {
                    lineage.add(new Lineage(Lineage.Event.SHRANK, id, "", before, after, each.records()));
                }
            } else if (heir[each.old()] == each.now()) {
                lineage.add(
                        new Lineage(Lineage.Event.MERGED_INTO, previous.id(each.old()), id, before, 0, each.records()));
            } else {
                int own = kept[each.now()] == 0 ? 0 : sizeBefore[kept[each.now()]];
                lineage.add(
                        new Lineage(Lineage.Event.SPLIT_FROM, id, previous.id(each.old()), own, after, each.records()));
            }
        }
    }
}
