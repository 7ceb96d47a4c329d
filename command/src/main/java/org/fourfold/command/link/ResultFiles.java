package org.fourfold.command.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.linkage.cluster.PreviousClusters;
import org.fourfold.linkage.cluster.Refusal;
import org.fourfold.linkage.cluster.Refusals;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scoring;
import org.fourfold.linkage.train.Weights;

/** The tables that are written: which record is in which cluster, and which pairs were looked at closely. */
final class ResultFiles {

    static final String CLUSTERS = "clusters.csv";
    static final String PAIRS = "pairs.csv";
    static final String LINEAGE = "lineage.csv";
    static final String NOT_JOINED = "not-joined.csv";

    private static final byte[] LINKED = ",yes\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOT_LINKED = ",no\n".getBytes(StandardCharsets.US_ASCII);

    private final Linked linked;
    private final String[] names;
    private final boolean sources;
    private final Optional<Calibration> calibration;

    /** As they are written. */
    private final byte[][] sourceCells;

    /**
     * For one run.
     *
     * @param calibration from weights to probabilities; without it none is written
     */
    ResultFiles(Linked linked, Optional<Calibration> calibration) {
        this.linked = linked;
        this.calibration = calibration;
        this.names = linked.names();
        this.sources = !linked.isOfOneSource();
        this.sourceCells =
                linked.records().sources().stream().map(CsvRows::encoded).toArray(byte[][]::new);
    }

    /** A row a record, clusters together. */
    void clusters(Path folder) throws IOException {
        try (CsvRows rows = CsvRows.to(folder.resolve(CLUSTERS))) {
            rows.text(sources ? "record_id,source,cluster_id\n" : "record_id,cluster_id\n");
            for (int record : linked.order()) {
                record(rows, record);
                // Names that an earlier run's file gave may be anybody's.
                rows.cell(names[linked.cluster(record)]);
                rows.end();
            }
        }
    }

    /** What became of the clusters of the run before. */
    void lineage(Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(LINEAGE))) {
            PreviousClusters.writeLineage(linked.lineage(), out);
        }
    }

    /** Clusters that were not joined although pairs of records asked for it: by reason, at most {@link Refusals#TOLD_MAX} of each. */
    void notJoined(Path folder) throws IOException {
        try (CsvRows rows = CsvRows.to(folder.resolve(NOT_JOINED))) {
            rows.text(
                    sources
                            ? "left_id,left_source,right_id,right_source,reason,weight_bits,left_records,right_records\n"
                            : "left_id,right_id,reason,weight_bits,left_records,right_records\n");
            for (Refusals.Told told : linked.result().refusals().told().values()) {
                for (Refusal each : told.first()) {
                    record(rows, each.a());
                    record(rows, each.b());
                    rows.text(each.reason().word() + ",");
                    rows.hundredths((double)
                                    (each.evidence() + linked.result().weights().priorParts())
                            / Weights.PARTS);
                    rows.text("," + each.sizeA() + "," + each.sizeB() + "\n");
                }
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
                            ? "left_id,left_source,right_id,right_source,weight_bits,"
                            : "left_id,right_id,weight_bits,");
            rows.text(calibration.isPresent() ? "probability,linked\n" : "linked\n");
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
                if (calibration.isPresent()) {
                    rows.text(String.format(
                            Locale.ROOT, ",%.4f", calibration.get().probability(bits)));
                }
                rows.bytes(linked.cluster(a) == linked.cluster(b) ? LINKED : NOT_LINKED);
                count++;
            }
        }
        return count;
    }

    private void record(CsvRows rows, int record) throws IOException {
        rows.cell(linked.records().ids(), linked.records().rows()[record] + 1);
        rows.comma();
        if (sources) {
            rows.bytes(sourceCells[linked.records().source()[record]]);
            rows.comma();
        }
    }
}
