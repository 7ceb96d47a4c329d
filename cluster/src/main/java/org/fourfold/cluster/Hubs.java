package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.score.Hub;

/** What many have who are not one: of the few values that enough records say, each part tells which of its clusters do. */
final class Hubs {

    private Hubs() {}

    static List<Hub> of(LinkageModel model, JavaRDD<Rows> rows, Words words, Broadcast<int[]> clusters, int[] firsts) {
        List<Hub> hubs = new ArrayList<>();
        int step = words.layout().step();
        for (String slot : Hub.slots(model)) {
            int place = words.layout().slots().indexOf(slot);
            int[] records = words.counts(slot);
            boolean[] asked = new boolean[records.length];
            boolean any = false;
            for (int code = 1; code < records.length; code++) {
                asked[code] = records[code] >= Hub.CLUSTERS_MIN;
                any |= asked[code];
            }
            if (any) {
                List<long[]> met = rows.map(each -> met(each, place, step, asked, clusters.value(), firsts))
                        .collect();
                int[] perCluster = new int[records.length];
                met.stream()
                        .flatMapToLong(LongStream::of)
                        .distinct()
                        .forEach(pair -> perCluster[(int) (pair >>> Integer.SIZE)]++);
                hubs.addAll(Hub.in(slot, records, perCluster));
            }
        }
        return hubs;
    }

    /** Which of the values that are asked about stand in which clusters: the value above, the cluster below. */
    private static long[] met(Rows rows, int place, int step, boolean[] asked, int[] clusters, int[] firsts) {
        int first = firsts[rows.part()];
        LongStream.Builder met = LongStream.builder();
        for (int i = 0; i < rows.size(); i++) {
            int code = rows.codes()[i * step + place];
            if (asked[code]) {
                met.add(((long) code << Integer.SIZE) | clusters[first + i]);
            }
        }
        return met.build().distinct().toArray();
    }
}
