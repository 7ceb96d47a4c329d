package org.fourfold.command.estimate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;

/** A capture-history table: 0/1 columns, one a list, and a count. */
public final class PrevalenceFile {

    private static final String[] COUNTS = {
        "count", "n", "freq", "cases", "persons", "conteo", "cantidad", "casos", "personas"
    };

    private PrevalenceFile() {}

    /**
     * Takes the table.
     *
     * @param count the name of the column that counts; without one the first that is called count, n, cases ..., else the last
     */
    public static CaptureTable of(Table table, Optional<String> count) {
        int counts = count.map(name -> table.need(name))
                .orElseGet(() -> table.find(COUNTS).orElse(table.columns().size() - 1));
        int[] lists = IntStream.range(0, table.columns().size())
                .filter(column -> column != counts)
                .toArray();
        List<String> names = IntStream.of(lists).mapToObj(table.columns()::get).toList();
        int[] histories = new int[table.rows()];
        long[] persons = new long[table.rows()];
        for (int row = 0; row < table.rows(); row++) {
            for (int list = 0; list < Math.min(lists.length, Integer.SIZE - 1); list++) {
                histories[row] |= isOn(table, row, lists[list]) ? 1 << list : 0;
            }
            persons[row] = whole(table, row, counts);
        }
        return CaptureTable.of(names, histories, persons);
    }

    private static boolean isOn(Table table, int row, int column) {
        return switch (table.text(row, column)) {
            case "1" -> true;
            case "0" -> false;
            default -> throw table.cell("command.estimate-not-0-1", row, column);
        };
    }

    private static long whole(Table table, int row, int column) {
        double number = table.number(row, column);
        if (number != Math.rint(number) || Math.abs(number) > CaptureTable.CASES_MAX * 10.0) {
            throw table.cell("command.estimate-no-whole", row, column);
        }
        return (long) number;
    }
}
