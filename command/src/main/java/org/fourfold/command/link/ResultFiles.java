package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scoring;

/** The tables that are written: which record is in which cluster, and which pairs were looked at closely. */
final class ResultFiles {

    static final String CLUSTERS = "clusters.csv";
    static final String PAIRS = "pairs.csv";

    private final Linked linked;
    private final String[] names;
    private final boolean sources;

    ResultFiles(Linked linked) {
        this.linked = linked;
        this.names = linked.names();
        this.sources = !linked.isOfOneSource();
    }

    /** A row a record, clusters together. */
    void clusters(Path folder) throws IOException {
        try (CsvRows rows = CsvRows.to(folder.resolve(CLUSTERS))) {
            rows.text(sources ? "record_id,source,cluster_id\n" : "record_id,cluster_id\n");
            for (int record : linked.order()) {
                record(rows, record);
                rows.text(names[linked.cluster(record)]);
                rows.end();
            }
        }
    }

    /** A row a pair whose weight is at least {@link Scoring#KEPT_BITS}, the strongest first; how many. */
    long pairs(Path folder) throws IOException {
        Edges edges = linked.result().edges();
        long count = 0;
        try (CsvRows rows = CsvRows.to(folder.resolve(PAIRS))) {
            rows.text(
                    sources
                            ? "left_id,left_source,right_id,right_source,weight_bits,linked\n"
                            : "left_id,right_id,weight_bits,linked\n");
            for (long each : edges.strongestFirst()) {
                int edge = (int) each;
                double bits = linked.bits(edge);
                if (bits < Scoring.KEPT_BITS) {
                    break;
                }
                int a = edges.a()[edge];
                int b = edges.b()[edge];
                record(rows, a);
                record(rows, b);
                rows.hundredths(bits);
                rows.text(linked.cluster(a) == linked.cluster(b) ? ",yes\n" : ",no\n");
                count++;
            }
        }
        return count;
    }

    private void record(CsvRows rows, int record) throws IOException {
        rows.cell(linked.records().ids(), linked.records().rows()[record] + 1);
        rows.comma();
        if (sources) {
            rows.cell(linked.source(record));
            rows.comma();
        }
    }
}
