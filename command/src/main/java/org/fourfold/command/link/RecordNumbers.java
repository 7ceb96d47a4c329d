package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.linkage.records.Records;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Records by number, found by id, or by id and source: those of {@code clusters.csv} with their clusters, or of a table. */
final class RecordNumbers {

    private static final int SEVERAL = -1;
    private static final String ID = "record_id";
    private static final String SOURCE = "source";
    private static final String CLUSTER = "cluster_id";

    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<List<String>, Integer> bySource = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> clusters = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    private RecordNumbers() {}

    static RecordNumbers read(Path file) throws IOException {
        RecordNumbers numbers = new RecordNumbers();
        Map<String, Integer> clusters = new HashMap<>();
        try (NamedRows rows = NamedRows.open(file, List.of(ID, CLUSTER))) {
            rows.forEach(row -> {
                int cluster = clusters.computeIfAbsent(row.text(CLUSTER), name -> {
                    numbers.sizes.add(0);
                    return numbers.sizes.size() - 1;
                });
                numbers.add(row.text(ID), row.text(SOURCE), cluster);
            });
        }
        return numbers;
    }

    /** The same of records that were read: each by its own number. */
    static RecordNumbers of(Records records) {
        RecordNumbers numbers = new RecordNumbers();
        for (int record = 0; record < records.size(); record++) {
            numbers.sizes.add(0);
            String source = records.sources().get(records.source()[record]);
            numbers.add(records.idOf(record), source, record);
        }
        return numbers;
    }

    private void add(String id, String source, int cluster) {
        int number = names.size();
        names.add(id);
        clusters.add(cluster);
        sizes.set(cluster, sizes.get(cluster) + 1);
        Integer _ = byId.merge(id, number, (before, now) -> SEVERAL);
        if (!source.isEmpty()) {
            Integer _ = bySource.merge(List.of(id, source), number, (before, now) -> SEVERAL);
        }
    }

    /** Pairs of records in one cluster. */
    long linkedPairs() {
        return sizes.stream().mapToLong(size -> (long) size * (size - 1) / 2).sum();
    }

    int cluster(int record) {
        return clusters.get(record);
    }

    String name(int record) {
        return names.get(record);
    }

    /**
     * The record that a row names.
     *
     * @throws ProblemException when there is none, or several
     */
    int of(NamedRows.Row row, String idColumn, String sourceColumn) {
        String id = row.text(idColumn);
        String source = row.text(sourceColumn);
        Integer number = source.isEmpty() ? byId.get(id) : bySource.get(List.of(id, source));
        if (number == null) {
            throw fault("command.link-label-unknown", row, idColumn, id);
        }
        if (number == SEVERAL) {
            throw fault("command.link-label-several", row, idColumn, id);
        }
        return number;
    }

    private static ProblemException fault(String code, NamedRows.Row row, String column, String id) {
        return new ProblemException(Problem.inCell(code, row.number(), column, Map.of("id", id)));
    }
}
