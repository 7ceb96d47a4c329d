package org.fourfold.command.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.cluster.ClusterIds;
import org.fourfold.linkage.cluster.Lineage;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.score.Hub;
import org.fourfold.linkage.score.RuleYields;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.train.Weights;

/**
 * What came of it, in the words of the files: ids and sources as text, clusters with names of their own, in the order in which
 * they are written.
 *
 * <p>Clusters come with the largest first, then by their first record in the engine's order, which depends on ids alone; so do
 * their records. A cluster is called {@code c} and the 16 digits of its first record's rank, which hangs on that record's source
 * and id alone: other records that come or go change no name but that of the cluster they touch.
 */
final class Linked {

    private final Linkage.Result result;
    private final Optional<RuleYields> yields;
    private final int[] size;

    /** Made when they are asked for first: the tables and the report want them. */
    private String[] names = {};

    /** Names of the clusters, where they are carried over from a run before. */
    private final Optional<ClusterIds> carried;

    /** Counted already, where the records are elsewhere. */
    private final Optional<LinkageEngine.Done> elsewhere;

    Linked(Linkage.Result result, Optional<PreviousClusters> before) {
        this(result, before, Optional.empty());
    }

    /** Of records that say nothing here. */
    Linked(LinkageEngine.Done done, Optional<PreviousClusters> before) {
        this(done.result(), before, Optional.of(done));
    }

    private Linked(Linkage.Result result, Optional<PreviousClusters> before, Optional<LinkageEngine.Done> elsewhere) {
        this.elsewhere = elsewhere;
        this.carried = before.map(each -> ClusterIds.of(each, result.records(), result.clusters()));
        this.result = result;
        this.yields = result.made()
                .map(made -> RuleYields.of(made.blocking(), result.rules(), result.edges(), result.weights()))
                .or(() -> result.rules().isEmpty() ? Optional.of(RuleYields.none()) : Optional.empty());
        this.size = new int[result.clusters().length];
        for (int cluster : result.clusters()) {
            size[cluster]++;
        }
    }

    Linkage.Result result() {
        return result;
    }

    /** What each rule found, and what all of them seem to have missed; empty where the keys of records are elsewhere. */
    Optional<RuleYields> yields() {
        return yields;
    }

    /** What many have who are not one. */
    List<Hub> hubs(LinkageModel model) {
        return elsewhere.map(LinkageEngine.Done::hubs).orElseGet(() -> Hub.in(model, records(), result.clusters()));
    }

    Records records() {
        return result.records();
    }

    /** Whether one source wrote everything: then it is not said in every row. */
    boolean isOfOneSource() {
        int[] source = records().source();
        return Arrays.stream(source).allMatch(each -> each == source[0]);
    }

    String id(int record) {
        return records().idOf(record);
    }

    String source(int record) {
        return records().sources().get(records().source()[record]);
    }

    int cluster(int record) {
        return result.clusters()[record];
    }

    /** How many clusters have how many records, ascending. */
    SortedMap<Integer, Integer> sizes() {
        int[] counts = new int[Arrays.stream(size).max().orElse(0) + 1];
        for (int each : size) {
            counts[each]++;
        }
        SortedMap<Integer, Integer> sizes = new TreeMap<>();
        for (int each = 1; each < counts.length; each++) {
            if (counts[each] > 0) {
                sizes.put(each, counts[each]);
            }
        }
        return sizes;
    }

    /** Pairs of records that are in one cluster. */
    long links() {
        return Arrays.stream(size)
                .mapToLong(each -> (long) each * (each - 1) / 2)
                .sum();
    }

    /** Records that are not alone in their cluster. */
    long linkedRecords() {
        return Arrays.stream(size).filter(each -> each > 1).asLongStream().sum();
    }

    /** The records in the order in which they are written. */
    int[] order() {
        int[] order = new int[size.length];
        int[] next = starts();
        for (int record = 0; record < order.length; record++) {
            order[next[cluster(record)]++] = record;
        }
        return order;
    }

    /** Where each cluster begins, the largest first; of two that are as large, the one whose first record is. */
    private int[] starts() {
        SortedMap<Integer, Integer> ofSize = sizes();
        Map<Integer, Integer> begin = new HashMap<>();
        int at = 0;
        for (int each : ofSize.reversed().keySet()) {
            begin.put(each, at);
            at += each * ofSize.getOrDefault(each, 0);
        }
        int[] starts = new int[size.length];
        for (int cluster = 0; cluster < size.length; cluster++) {
            if (size[cluster] > 0) {
                starts[cluster] = begin.merge(size[cluster], size[cluster], Integer::sum) - size[cluster];
            }
        }
        return starts;
    }

    /**
     * Per cluster its name: that of the run before where it is the same, else of its own; of clusters whose first records share a
     * rank, the later ones have a number behind it.
     */
    String[] names() {
        if (names.length != size.length) {
            names = carried.map(ClusterIds::idOf).orElseGet(this::ownNames);
        }
        return names;
    }

    /** What became of the clusters of the run before; empty where none was named. */
    List<Lineage> lineage() {
        return carried.map(ClusterIds::lineage).orElseGet(List::of);
    }

    private String[] ownNames() {
        String[] names = new String[size.length];
        long[] ranks = records().ranks();
        long before = 0;
        int times = 0;
        for (int cluster = 0; cluster < size.length; cluster++) {
            if (size[cluster] > 0) {
                long rank = ranks[cluster];
                // Records of one rank lie side by side in the engine's order.
                times = rank == before ? times + 1 : 1;
                before = rank;
                names[cluster] = ClusterIds.made(rank) + (times == 1 ? "" : "-" + times);
            }
        }
        return names;
    }

    private boolean isReused(int record) {
        return records().source()[record] == records().source()[record - 1]
                && records().isSameId(record, record - 1);
    }

    /** Records whose source gave the same id to one before. */
    long idsReused() {
        long count = 0;
        for (int record = 1; record < size.length; record++) {
            count += isReused(record) ? 1 : 0;
        }
        return count;
    }

    /** Records that say in every field what another one said, and say something. Looks at all that is said. */
    long repeated() {
        return elsewhere.map(LinkageEngine.Done::repeated).orElseGet(this::countRepeated);
    }

    private long countRepeated() {
        int[] table = records().codes().table();
        int step = records().codes().step();
        long[] said = new long[size.length];
        int known = 0;
        for (int record = 0; record < size.length; record++) {
            long hash = 0;
            boolean empty = true;
            for (int at = record * step; at < (record + 1) * step; at++) {
                empty &= table[at] == 0;
                hash = ByteDictionary.mix(hash ^ table[at]) + 1;
            }
            if (!empty) {
                said[known++] = hash;
            }
        }
        Arrays.sort(said, 0, known);
        long count = 0;
        for (int i = 1; i < known; i++) {
            count += said[i] == said[i - 1] ? 1 : 0;
        }
        return count;
    }

    /** The weight of a pair in bits, the prior included. */
    double bits(int edge) {
        return (double) (result.edges().evidence()[edge] + result.weights().priorParts()) / Weights.PARTS;
    }
}
