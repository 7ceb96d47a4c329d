package org.fourfold.node.ground;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of every table, for comparing a backup with what was there. */
final class RowCounts {

    private RowCounts() {}

    static Map<String, Long> of(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : tables(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                counts.put(table, rows.next() ? rows.getLong(1) : 0L);
            }
        }
        return counts;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT format('%I.%I', n.nspname, c.relname)
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                          AND n.nspname !~ '^pg_temp'
                        ORDER BY 1
                        """)) {
            while (rows.next()) {
                tables.add(String.valueOf(rows.getString(1)));
            }
        }
        return tables;
    }
}
