package org.fourfold.node.trust.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What pg_class says of our tables: the one list that backup, restore and the tests go by. */
public final class Catalogue {

    private Catalogue() {}

    /** The tables that make up the key file; all others make up the body. */
    public static final Set<String> KEY_TABLES = Set.of("trust.epoch", "trust.file_key");

    /** Every table of ours, a table that is referred to before those that refer to it. */
    public static List<BackupTable> tables(Connection connection) throws SQLException {
        Map<String, BackupTable> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.nspname, c.relname,
                               (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
                                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                  AND a.attgenerated = '') AS columns
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'migration')
                          AND n.nspname !~ '^pg_'
                        """)) {
            while (rows.next()) {
                String[] columns = (String[]) rows.getArray("columns").getArray();
                BackupTable table =
                        new BackupTable(rows.getString("nspname"), rows.getString("relname"), Arrays.asList(columns));
                tables.put(table.plain(), table);
            }
        }
        return inOrder(tables, references(connection));
    }

    /** Depth first over the foreign keys. A ring of foreign keys could not be filled table by table: refused. */
    private static List<BackupTable> inOrder(Map<String, BackupTable> tables, Map<String, Set<String>> references) {
        List<BackupTable> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String table : tables.keySet()) {
            visit(table, tables, references, done, new HashSet<>(), ordered);
        }
        return ordered;
    }

    private static void visit(
            String table,
            Map<String, BackupTable> tables,
            Map<String, Set<String>> references,
            Set<String> done,
            Set<String> above,
            List<BackupTable> ordered) {
        BackupTable found = tables.get(table);
        if (found == null || done.contains(table)) {
            return;
        }
        if (!above.add(table)) {
            throw new IllegalStateException("foreign keys form a ring at " + table);
        }
        for (String referred : references.getOrDefault(table, Set.of())) {
            visit(referred, tables, references, done, above, ordered);
        }
        above.remove(table);
        done.add(table);
        ordered.add(found);
    }

    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT fn.nspname || '.' || f.relname AS from_table, tn.nspname || '.' || t.relname AS to_table
                        FROM pg_constraint k
                        JOIN pg_class f ON f.oid = k.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
                        JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                        WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
                        """)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString("from_table"), from -> new HashSet<>())
                        .add(rows.getString("to_table"));
            }
        }
        return references;
    }

    /** The versions of the schema that are in place, in their order. */
    public static List<String> versions(Connection connection) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there =
                    statement.executeQuery("SELECT to_regclass('migration.flyway_schema_history') IS NOT NULL")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return List.of();
                }
            }
            try (ResultSet rows = statement.executeQuery(
                    "SELECT version FROM migration.flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY version")) {
                while (rows.next()) {
                    versions.add(rows.getString(1));
                }
            }
        }
        return versions;
    }

    /** The tables on which row security is forced. */
    public static Set<String> forced(Connection connection) throws SQLException {
        Set<String> forced = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND c.relforcerowsecurity
                        """)) {
            while (rows.next()) {
                forced.add(rows.getString(1));
            }
        }
        return forced;
    }

    /** The tables under row security of which the backup's user does not see every row, or none at all. */
    public static List<String> hiddenFromBackup(Connection connection) throws SQLException {
        List<String> hidden = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'migration')
                          AND n.nspname !~ '^pg_'
                          AND (NOT has_table_privilege('fourfold_backup', c.oid, 'SELECT')
                               OR c.relrowsecurity AND NOT EXISTS (
                                   SELECT 1 FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
                                   WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('r', '*')
                                     AND r.rolname = 'fourfold_backup'
                                     AND pg_get_expr(p.polqual, p.polrelid) = 'true')
                               OR EXISTS (SELECT 1 FROM pg_policy p
                                          WHERE p.polrelid = c.oid AND NOT p.polpermissive AND p.polcmd IN ('r', '*')))
                        ORDER BY 1
                        """)) {
            while (rows.next()) {
                hidden.add(rows.getString(1));
            }
        }
        return hidden;
    }
}
