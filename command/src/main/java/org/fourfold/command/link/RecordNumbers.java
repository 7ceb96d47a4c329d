package org.fourfold.command.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of {@code clusters.csv}: numbers for them and their clusters, found by id, or by id and source. */
final class RecordNumbers implements RecordFinder {

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

    @Override
    public String name(int record) {
        return names.get(record);
    }

    @Override
    public int find(String id, String source) {
        Integer number = source.isEmpty() ? byId.get(id) : bySource.get(List.of(id, source));
        return number == null ? NONE : number;
    }
}
