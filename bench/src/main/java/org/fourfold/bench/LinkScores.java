package org.fourfold.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.evaluate.ClusterScores;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;

/**
 * How right clusters are.
 *
 * <p>Arguments: the table that was linked, with a column {@code rec_id}; the name of its column that holds the truth; the clusters
 * that {@code fourfold link} wrote. Where the table has the columns {@code nombres}, {@code apellidos} and {@code dob}, {@link
 * LinkRates} follow.
 */
final class LinkScores {

    private LinkScores() {}

    static void main(String... arguments) throws IOException {
        Map<String, String> truth = columns(Path.of(arguments[0]), "rec_id", arguments[1]);
        Map<String, String> found = columns(Path.of(arguments[2]), "record_id", "cluster_id");
        Map<String, Integer> entities = new HashMap<>();
        Map<String, Integer> clusters = new HashMap<>();
        int[] entity = new int[truth.size()];
        int[] cluster = new int[truth.size()];
        Map<String, Written> names = written(Path.of(arguments[0]));
        List<Written> written = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, String> one : truth.entrySet()) {
            entity[at] = entities.computeIfAbsent(one.getValue(), none -> entities.size());
            cluster[at++] = clusters.computeIfAbsent(
                    Optional.ofNullable(found.get(one.getKey())).orElseThrow(), none -> clusters.size());
            Optional.ofNullable(names.get(one.getKey())).ifPresent(written::add);
        }
        ClusterScores scores = ClusterScores.of(entity, cluster);
        System.out.printf(
                Locale.ROOT,
                "%d records, %d persons: cluster pairs P %.4f R %.4f F1 %.4f; B-cubed F1 %.4f; persons rebuilt exactly %.3f;"
                        + " largest cluster %d; false merges %d of %d pairs%n",
                scores.records(),
                scores.entities(),
                scores.pairs().precision(),
                scores.pairs().recall(),
                scores.pairs().f1(),
                scores.bCubed().f1(),
                scores.exactEntities(),
                scores.biggest(),
                scores.predictedPairs() - scores.sharedPairs(),
                scores.predictedPairs());
        if (!written.isEmpty()) {
            new LinkRates(entity, cluster, written).lines().forEach(System.out::println);
        }
    }

    /** By record what it gives; empty when the table has other columns. */
    private static Map<String, Written> written(Path file) throws IOException {
        List<String> wanted = List.of("nombres", "apellidos", "dob");
        List<Map<String, String>> cells = new ArrayList<>();
        try (CsvTable table = CsvTable.open(file)) {
            if (!table.columns().containsAll(wanted)) {
                return Map.of();
            }
        }
        for (String column : wanted) {
            cells.add(columns(file, "rec_id", column));
        }
        Map<String, Written> written = new HashMap<>();
        cells.getFirst()
                .forEach((record, given) -> written.put(
                        record,
                        Written.of(
                                given,
                                cells.get(1).getOrDefault(record, ""),
                                cells.get(2).getOrDefault(record, ""))));
        return written;
    }

    private static Map<String, String> columns(Path file, String key, String value) throws IOException {
        Map<String, String> cells = new HashMap<>();
        try (CsvTable table = CsvTable.open(file)) {
            int keyAt = table.columns().indexOf(key);
            int valueAt = table.columns().indexOf(value);
            for (Optional<Block> next = table.next(); next.isPresent(); next = table.next()) {
                Block block = next.get();
                for (int row = 0; row < block.rows(); row++) {
                    cells.put(cell(block, row, keyAt), cell(block, row, valueAt));
                }
            }
        }
        return cells;
    }

    private static String cell(Block block, int row, int column) {
        int start = block.start(row, column);
        return new String(block.bytes(), start, block.end(row, column) - start, StandardCharsets.UTF_8);
    }
}
