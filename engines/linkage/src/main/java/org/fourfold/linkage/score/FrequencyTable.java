package org.fourfold.linkage.score;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.records.Slot;
import org.fourfold.linkage.table.Block;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.TableFaults;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.linkage.table.TableProblem.Fault;

/**
 * How often values are said among all people, as a census counts them: in the place of counting the records at hand.
 *
 * <p>A value that the table lacks is as rare as the rarest that it has, and not rarer: tables leave out whom few share. Where the
 * records at hand say it oftener than that, that counts.
 *
 * @param shares per value, as records are compared, above 0
 * @param rarest the least of them
 */
public record FrequencyTable(Map<String, Double> shares, double rarest) {

    /** Rows of a table. */
    public static final int ROWS_MAX = 5_000_000;

    /** What shares are counted in: whole numbers add up the same in any order. */
    private static final int WHOLE = 1 << 30;

    private static final double SUM_TOLERANCE = 1e-3;

    public FrequencyTable {
        shares = Map.copyOf(shares);
    }

    /**
     * Reads a CSV table with a heading and two columns: a value, and how often it is said, as a count or as a share of all. Values
     * that are compared as one are added up.
     *
     * @param name of the file, for what is said of it
     * @param compared what is compared of a value; empty where nothing is, and the row is passed over
     * @throws TableProblem when it is not such a table
     */
    public static FrequencyTable read(String name, InputStream in, UnaryOperator<String> compared) throws IOException {
        Map<String, Double> said = new HashMap<>();
        double sum = 0;
        try (CsvTable table = CsvTable.of(name, in)) {
            if (table.columns().size() != 2) {
                throw new TableProblem(
                        name,
                        Fault.NOT_TWO_COLUMNS,
                        Map.of("columns", String.valueOf(table.columns().size())));
            }
            for (Optional<Block> next = table.next(); next.isPresent(); next = table.next()) {
                Block block = next.get();
                for (int row = 0; row < block.rows(); row++) {
                    double often = often(name, block, row);
                    sum += often;
                    String value = compared.apply(text(block, row, 0));
                    if (!value.isEmpty() && often > 0) {
                        double _ = said.merge(value, often, Double::sum);
                    }
                    if (said.size() > ROWS_MAX) {
                        throw new TableProblem(name, Fault.TOO_MANY_VALUES, Map.of("max", String.valueOf(ROWS_MAX)));
                    }
                }
            }
            refuse(name, table.faults());
        }
        if (said.isEmpty()) {
            throw new TableProblem(name, Fault.NO_VALUE, Map.of());
        }
        // Shares add up to one at most; what is left of it belongs to values that the table leaves out.
        double all = sum <= 1 + SUM_TOLERANCE ? 1 : sum;
        said.replaceAll((value, often) -> Math.min(1, often / all));
        return new FrequencyTable(
                said,
                said.values().stream().mapToDouble(Double::doubleValue).min().orElse(1));
    }

    private static double often(String name, Block block, int row) {
        String text = text(block, row, 1);
        try {
            double often = Double.parseDouble(text);
            if (often >= 0 && Double.isFinite(often)) {
                return often;
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw new TableProblem(name, Fault.NO_SHARE, Map.of("row", String.valueOf(block.number(row))));
    }

    private static String text(Block block, int row, int column) {
        int start = block.start(row, column);
        return new String(block.bytes(), start, block.end(row, column) - start, StandardCharsets.UTF_8).strip();
    }

    private static void refuse(String name, TableFaults faults) {
        if (Arrays.stream(TableFaults.Kind.values()).anyMatch(kind -> faults.count(kind) > 0)) {
            throw new TableProblem(name, Fault.NOT_TWO_CELLS, Map.of());
        }
    }

    /** For the values of a slot, where {@code here} is what was counted of them. */
    Frequencies.Counted of(Slot slot, Frequencies.Counted here) {
        int[] counts = new int[slot.vocabulary().size() + 1];
        for (int code = 1; code < counts.length; code++) {
            Double listed = shares.get(slot.vocabulary().text(code));
            double found = (double) here.counts()[code] / Math.max(1, here.all());
            counts[code] = (int) Math.max(1, WHOLE * (listed == null ? Math.max(found, rarest) : listed));
        }
        return new Frequencies.Counted(counts, WHOLE);
    }
}
