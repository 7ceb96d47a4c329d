package org.fourfold.linkage.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.CsvText;
import org.fourfold.linkage.table.TableProblem;

/**
 * In which cluster every record was in the run before, by the records' names. Memory: the bytes of the names and ids, and some 50 a
 * record.
 *
 * <p>As a table (CSV, UTF-8): {@code record_id,cluster_id,source}. The source may be missing when there is only one.
 */
public final class PreviousClusters {

    /** Where a name's source ends and its id begins. */
    private static final byte BETWEEN = 0x1F;

    private static final String NEEDED = "record_id, cluster_id";

    private final ByteDictionary names = new ByteDictionary();
    private final ByteDictionary ids = new ByteDictionary();

    /** Per name its cluster; -1 where several records have the name, which says nothing. */
    private int[] cluster = new int[1 << 10];

    private int[] sizes = new int[1 << 10];
    private boolean withSources = true;

    private PreviousClusters() {}

    /** There was no run before. */
    public static PreviousClusters none() {
        return new PreviousClusters();
    }

    /** From the ids that a run gave. */
    public static PreviousClusters of(Records records, String[] idOf) {
        PreviousClusters previous = new PreviousClusters();
        for (int record = 0; record < idOf.length; record++) {
            previous.add(name(records, record), idOf[record].getBytes(StandardCharsets.UTF_8));
        }
        return previous;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws TableProblem when a column is missing or a row is not whole
     */
    public static PreviousClusters read(String name, InputStream in) throws IOException {
        PreviousClusters previous = new PreviousClusters();
        try (CsvTable table = CsvTable.of(name, in)) {
            int[] columns = columns(name, table.columns());
            previous.withSources = columns[0] >= 0;
            Optional<Block> next = table.next();
            while (next.isPresent()) {
                for (int row = 0; row < next.get().rows(); row++) {
                    previous.add(name, next.get(), row, columns);
                }
                next = table.next();
            }
            if (!table.faults().isEmpty()) {
                throw new TableProblem(name, TableProblem.Fault.NOT_WHOLE, Map.of());
            }
        }
        return previous;
    }

    private static int[] columns(String name, List<String> columns) {
        int[] places = {columns.indexOf("source"), columns.indexOf("record_id"), columns.indexOf("cluster_id")};
        if (places[1] < 0 || places[2] < 0) {
            throw new TableProblem(name, TableProblem.Fault.NO_COLUMNS, Map.of("columns", NEEDED));
        }
        return places;
    }

    private void add(String name, Block block, int row, int[] columns) {
        byte[] record = bytes(block, row, columns[1]);
        byte[] id = bytes(block, row, columns[2]);
        if (record.length == 0 || id.length == 0) {
            throw new TableProblem(
                    name,
                    TableProblem.Fault.EMPTY_CELL,
                    Map.of("row", String.valueOf(block.number(row)), "columns", NEEDED));
        }
        add(name(columns[0] < 0 ? new byte[0] : bytes(block, row, columns[0]), record), id);
    }

    private static byte[] bytes(Block block, int row, int column) {
        return Arrays.copyOfRange(block.bytes(), block.start(row, column), block.end(row, column));
    }

    private static byte[] name(byte[] source, byte[] id) {
        byte[] name = Arrays.copyOf(source, source.length + 1 + id.length);
        name[source.length] = BETWEEN;
        System.arraycopy(id, 0, name, source.length + 1, id.length);
        return name;
    }

    private static byte[] name(Records records, int record) {
        byte[] source = records.sources().get(records.source()[record]).getBytes(StandardCharsets.UTF_8);
        return name(source, records.idOf(record).getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] name, byte[] id) {
        int known = names.size();
        int record = names.code(name, 0, name.length);
        int of = ids.code(id, 0, id.length);
        cluster = record < cluster.length ? cluster : Arrays.copyOf(cluster, record * 2);
        sizes = of < sizes.length ? sizes : Arrays.copyOf(sizes, of * 2);
        cluster[record] = record > known ? of : -1;
        sizes[of]++;
    }

    /** How many clusters there were; they are numbered from 1. */
    int clusters() {
        return ids.size();
    }

    String id(int number) {
        return ids.text(number);
    }

    boolean has(String id) {
        return ids.find(id) > 0;
    }

    int[] sizes() {
        return Arrays.copyOf(sizes, ids.size() + 1);
    }

    /** Per record the number of the cluster in which it was; 0 where it was in none or where its name is not its own. */
    int[] clustersOf(Records records) {
        int[] old = new int[records.size()];
        int[] seenBy = new int[names.size() + 1];
        for (int record = 0; record < old.length; record++) {
            byte[] name = withSources
                    ? name(records, record)
                    : name(new byte[0], records.idOf(record).getBytes(StandardCharsets.UTF_8));
            int number = names.find(name, 0, name.length);
            if (number > 0 && cluster[number] > 0) {
                old[record] = cluster[number];
                if (seenBy[number] > 0) {
                    old[record] = 0;
                    old[seenBy[number] - 1] = 0;
                }
                seenBy[number] = record + 1;
            }
        }
        return old;
    }

    /** Writes which record is in which cluster, in the order of the records. */
    public static void write(Records records, String[] idOf, Appendable out) throws IOException {
        row(out, List.of("record_id", "cluster_id", "source"));
        for (int record = 0; record < idOf.length; record++) {
            row(
                    out,
                    List.of(
                            records.idOf(record),
                            idOf[record],
                            records.sources().get(records.source()[record])));
        }
    }

    /** Writes what became of clusters. */
    public static void writeLineage(List<Lineage> lineage, Appendable out) throws IOException {
        row(out, List.of("cluster_id", "event", "other_id", "records_before", "records_after", "records_shared"));
        for (Lineage each : lineage) {
            row(
                    out,
                    List.of(
                            each.cluster(),
                            each.event().word(),
                            each.other(),
                            String.valueOf(each.before()),
                            String.valueOf(each.after()),
                            String.valueOf(each.shared())));
        }
    }

    private static void row(Appendable out, List<String> cells) throws IOException {
        var _ = out.append(CsvText.row(cells)).append('\n');
    }
}
