package org.fourfold.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.fourfold.linkage.LinkageEngine;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.records.Codes;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteStrings;

/** From tables to records in parts, numbered in the engine's order. */
record Reading(JavaSparkContext context, LinkageEngine.Job job, int parts) {

    /** The tables, cut by cut, normalised. */
    JavaRDD<Portion> portions() {
        LinkageModel by = job.model();
        List<Portion.Origin> origins = new ArrayList<>();
        for (LinkageEngine.Table table : job.tables()) {
            table.cuts()
                    .forEach(cut -> origins.add(
                            new Portion.Origin(origins.size(), table.file().toString(), table.name(), cut)));
        }
        return context.parallelize(origins, Math.max(1, origins.size()))
                .map(origin -> origin.read(by))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    Words words(JavaRDD<Portion> portions) {
        Words words = new Words(Layout.of(job.model()));
        // All are read at once; their words come here portion by portion.
        long _ = portions.count();
        portions.map(Portion::said).toLocalIterator().forEachRemaining(words::add);
        words.end();
        return words;
    }

    JavaRDD<Rows> rows(JavaRDD<Portion> portions, Broadcast<Words> words) {
        int count = parts;
        JavaPairRDD<Integer, Rows.Piece> pieces =
                portions.flatMapToPair(portion -> Sending.numbered(Rows.pieces(portion, words.value(), count)));
        return Sending.each(pieces, parts)
                .map(arrived -> Rows.of(
                        arrived._1(), arrived._2(), words.value().layout().step()));
    }

    int[] firsts(JavaRDD<Rows> rows) {
        List<Integer> counts = rows.map(Rows::size).collect();
        int[] firsts = new int[parts + 1];
        for (int part = 0; part < parts; part++) {
            firsts[part + 1] = Math.addExact(firsts[part], counts.get(part));
        }
        return firsts;
    }

    /** Who the records are, without what they say: what is written in the end, and what judgements name. */
    static Records records(JavaRDD<Rows> rows, Words words, int size) {
        ByteStrings ids = new ByteStrings();
        int[] rowOf = new int[size];
        int[] source = new int[size];
        int record = 0;
        Iterator<Rows> all = rows.map(each -> new Rows(each.part(), each.ids(), each.source(), new int[0]))
                .toLocalIterator();
        while (all.hasNext()) {
            Rows each = all.next();
            for (int i = 0; i < each.size(); i++) {
                rowOf[record] = each.ids().add(i, ids) - 1;
                source[record++] = each.source()[i];
            }
        }
        return new Records(size, ids, source, words.sources(), rowOf, Map.of(), new Codes(new int[0], List.of()));
    }
}
