package org.fourfold.linkage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;

/** What tests of the whole engine share. */
public final class TestLinkage {

    private TestLinkage() {}

    /** A model of the tests' own. */
    public static LinkageModel model(String name) {
        try (InputStream in = TestLinkage.class.getResourceAsStream("models/" + name + ".model")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ModelReader.read(name + ".model", text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links files, each a source. */
    public static Linkage.Result link(LinkageModel model, int threads, Path... files) {
        try (Threads pool = new Threads(threads)) {
            RecordsReader reader = new RecordsReader(model, pool);
            for (Path file : files) {
                reader.read(file);
            }
            return Linkage.link(model, reader.records(), pool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links one table that is given as text. */
    public static Linkage.Result link(LinkageModel model, int threads, String csv) {
        try (Threads pool = new Threads(threads)) {
            RecordsReader reader = new RecordsReader(model, pool);
            reader.read(table(csv), "table.csv");
            return Linkage.link(model, reader.records(), pool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static CsvTable table(String csv) throws IOException {
        return CsvTable.of("table.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** One column of a file, by row. */
    public static List<String> column(Path file, String name) {
        List<String> cells = new ArrayList<>();
        try (CsvTable table = CsvTable.of(name, Files.newInputStream(file))) {
            int column = table.columns().indexOf(name);
            for (Optional<Block> next = table.next(); next.isPresent(); next = table.next()) {
                Block block = next.get();
                for (int row = 0; row < block.rows(); row++) {
                    int start = block.start(row, column);
                    cells.add(new String(block.bytes(), start, block.end(row, column) - start, StandardCharsets.UTF_8)
                            .strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    /** Per record the number of its true entity, from what each row says of it. */
    public static int[] truth(Records records, List<String> entityOfRow) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] truth = new int[records.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = numbers.computeIfAbsent(entityOfRow.get(records.rows()[i]), entity -> numbers.size());
        }
        return truth;
    }

    /** The clusters of more than one record, by their records' ids: what must not depend on how the work was done. */
    public static List<List<String>> clusters(Linkage.Result result) {
        Map<Integer, List<String>> members = new TreeMap<>();
        for (int i = 0; i < result.records().size(); i++) {
            members.computeIfAbsent(result.clusters()[i], cluster -> new ArrayList<>())
                    .add(result.records().idOf(i));
        }
        return members.values().stream()
                .filter(cluster -> cluster.size() > 1)
                .map(cluster -> cluster.stream().sorted().toList())
                .sorted((one, other) -> one.getFirst().compareTo(other.getFirst()))
                .toList();
    }
}
