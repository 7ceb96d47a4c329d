package org.fourfold.node.protection.count;

import java.util.Locale;

/** One row of a table: {@code clients.new}. */
public record Measure(CountTable table, String row) {

    public static Measure of(CountTable table, String row) {
        return new Measure(table, row);
    }

    public static Measure of(CountTable table, Enum<?> row) {
        return new Measure(table, row.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** As an organisation writes it into its own sheet. */
    public String code() {
        return table.code() + "." + row;
    }
}
