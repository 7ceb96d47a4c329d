package org.fourfold.node.prevention.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.compare.Kernel;
import org.fourfold.linkage.compare.Kernels;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.train.Weights;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.DuplicateProposal;
import org.fourfold.node.prevention.DuplicateProposal.Reason;
import org.fourfold.node.prevention.IncidentPair;

/**
 * Which incidents of different sources may be one: the engine of linkage with the model {@code incidents}. A source is taken to hold
 * each of its own incidents once. One thread, in memory: about 2 KB an incident while it runs.
 */
public final class DuplicateSearch {

    private final LinkageModel model = ModelReader.shipped("incidents");

    /** How much there is to compare. */
    public record Size(long incidents, long sources) {}

    /** What was found. */
    public record Found(List<DuplicateProposal> proposals, long above) {}

    /** How many incidents of how many sources a time has. */
    public static Size size(Tx tx, Optional<LocalDate> from, Optional<LocalDate> to) {
        return tx.sql("""
                SELECT count(*) AS incidents, count(DISTINCT source) AS sources FROM prevention.incident
                WHERE (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                """)
                .with("from", from.orElse(null))
                .with("to", to.orElse(null))
                .one((rs, n) -> new Size(rs.getLong("incidents"), rs.getLong("sources")));
    }

    /** Reads the incidents of a time, within the transaction. */
    public Records read(Tx tx, Optional<LocalDate> from, Optional<LocalDate> to) {
        try (Threads threads = new Threads(1);
                Stream<String> rows = tx.sql("""
                SELECT id, source, happened_from, happened_to, happened_precision, latitude, longitude, region, country, kind,
                       dead, missing, survivors, minors, place_stated, circumstances, source_detail, source_link
                FROM prevention.incident
                WHERE (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                """).with("from", from.orElse(null)).with("to", to.orElse(null)).stream(
                        IncidentTable::row);
                CsvTable table = CsvTable.of("incidents", new IncidentTable(rows.iterator()))) {
            RecordsReader reader = new RecordsReader(model, threads);
            reader.read(table, "incidents");
            return reader.records();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares what was read.
     *
     * @param decided pairs that are not proposed any more
     * @param most proposals at most
     */
    public Found search(Records records, Set<IncidentPair> decided, int most) {
        try (Threads threads = new Threads(1)) {
            Linkage.Result result = Linkage.link(model, records, threads);
            Explaining explaining = new Explaining(model, records, result.weights());
            int prior = result.weights().priorParts();
            int least = Weights.parts(model.clustering().edge()) - prior;
            List<DuplicateProposal> proposals = new ArrayList<>();
            long above = 0;
            for (long each : result.edges().strongestFirst()) {
                int place = (int) each;
                int evidence = result.edges().evidence()[place];
                if (evidence < least) {
                    break;
                }
                int a = result.edges().a()[place];
                int b = result.edges().b()[place];
                IncidentPair pair = IncidentPair.of(UUID.fromString(records.idOf(a)), UUID.fromString(records.idOf(b)));
                if (decided.contains(pair)) {
                    continue;
                }
                above++;
                if (proposals.size() < most) {
                    double bits = (double) (evidence + prior) / Weights.PARTS;
                    proposals.add(new DuplicateProposal(pair, bits, explaining.of(a, b)));
                }
            }
            return new Found(proposals, above);
        }
    }

    /** Which levels hold for a pair, and what each says. */
    private static final class Explaining {
        private final List<Comparison> comparisons;
        private final List<Kernel> kernels;
        private final Weights weights;

        Explaining(LinkageModel model, Records records, Weights weights) {
            this.comparisons = model.comparisons();
            this.kernels = new Kernels(model, records).make();
            this.weights = weights;
        }

        List<Reason> of(int a, int b) {
            List<Reason> reasons = new ArrayList<>();
            byte[] level = new byte[1];
            for (int c = 0; c < kernels.size(); c++) {
                kernels.get(c).levels(new int[] {a}, new int[] {b}, 1, level);
                if (level[0] > 0) {
                    boolean last = level[0] == comparisons.get(c).levels().size();
                    boolean speaksFor = !last && weights.of(c, level[0]) >= 0;
                    reasons.add(new Reason(comparisons.get(c).slot(), last ? 0 : level[0], speaksFor));
                }
            }
            return reasons;
        }
    }
}
