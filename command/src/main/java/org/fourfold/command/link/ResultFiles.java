package org.fourfold.command.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.linkage.evaluate.Calibration;
import org.fourfold.linkage.score.Edges;
import org.fourfold.linkage.score.Scoring;

/** The tables that are written: which record is in which cluster, and which pairs were looked at closely. */
final class ResultFiles {

    static final String CLUSTERS = "clusters.csv";
    static final String PAIRS = "pairs.csv";

    private final Linked linked;
    private final String[] names;
    private final boolean sources;
    private final Optional<Calibration> calibration;

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
    }

    /** A row a record, clusters together. */
    void clusters(Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(CLUSTERS))) {
            out.write(sources ? "record_id,source,cluster_id\n" : "record_id,cluster_id\n");
            StringBuilder row = new StringBuilder();
            for (int record : linked.order()) {
                row.setLength(0);
                record(row, record);
                row.append(',').append(names[linked.cluster(record)]).append('\n');
                out.append(row);
            }
        }
    }

    /** A row a pair whose weight is at least {@link Scoring#KEPT_BITS}, the strongest first; how many. */
    long pairs(Path folder) throws IOException {
        Edges edges = linked.result().edges();
        long count = 0;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(PAIRS))) {
            out.write(
                    sources
                            ? "left_id,left_source,right_id,right_source,weight_bits,"
                            : "left_id,right_id,weight_bits,");
            out.write(calibration.isPresent() ? "probability,linked\n" : "linked\n");
            StringBuilder row = new StringBuilder();
            for (long each : edges.strongestFirst()) {
                int edge = (int) each;
                double bits = linked.bits(edge);
                if (bits < Scoring.KEPT_BITS) {
                    break;
                }
                int a = edges.a()[edge];
                int b = edges.b()[edge];
                row.setLength(0);
                record(row, a);
                row.append(',');
                record(row, b);
                row.append(',');
                hundredths(row, bits);
                row.append(',');
                if (calibration.isPresent()) {
                    row.append(String.format(
                            Locale.ROOT, "%.4f,", calibration.get().probability(bits)));
                }
                row.append(linked.cluster(a) == linked.cluster(b) ? "yes" : "no")
                        .append('\n');
                out.append(row);
                count++;
            }
        }
        return count;
    }

    /** With two places behind the point; written millions of times. */
    static void hundredths(StringBuilder to, double bits) {
        long rounded = Math.round(bits * 100);
        long size = Math.abs(rounded);
        to.append(rounded < 0 ? "-" : "").append(size / 100).append('.');
        to.append((char) ('0' + size / 10 % 10)).append((char) ('0' + size % 10));
    }

    private void record(StringBuilder row, int record) {
        CsvText.cell(row, linked.id(record));
        if (sources) {
            row.append(',');
            CsvText.cell(row, linked.source(record));
        }
    }
}
