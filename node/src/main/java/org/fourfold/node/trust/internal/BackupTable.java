package org.fourfold.node.trust.internal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a backup names it.
 *
 * @param columns those that are not generated, in their order
 */
public record BackupTable(String schema, String name, List<String> columns) {

    public BackupTable {
        columns = List.copyOf(columns);
    }

    /** As SQL writes it, quoted. */
    public String quoted() {
        return quote(schema) + "." + quote(name);
    }

    /** {@code (a, b)} as COPY takes it, quoted. */
    public String quotedColumns() {
        return columns.stream().map(BackupTable::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /** As people and counts write it. */
    public String plain() {
        return schema + "." + name;
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
