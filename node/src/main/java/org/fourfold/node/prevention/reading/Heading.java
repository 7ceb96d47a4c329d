package org.fourfold.node.prevention.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each column stands. Names are compared without case and outer blanks. */
final class Heading {

    private final Map<String, Integer> columns = new HashMap<>();

    Heading(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(plain(names.get(i)), i);
        }
    }

    boolean has(String name) {
        return columns.containsKey(plain(name));
    }

    boolean hasAll(List<String> names) {
        return names.stream().allMatch(this::has);
    }

    /** The column's text in a row; empty when the table has no such column. */
    String text(Row row, String name) {
        Integer column = columns.get(plain(name));
        return column == null ? "" : row.field(column).strip();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
