package org.fourfold.node.wall;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy as pg_policy has it.
 *
 * @param using what rows it shows; empty when it shows none or all
 * @param check what rows it lets in; empty when it lets none in or all
 */
record Policy(String name, String table, String using, String check) {

    /** All policies on the tables of the rooms. */
    static List<Policy> all(Connection connection, String... rooms) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT p.polname, n.nspname || '.' || c.relname,
                       coalesce(nullif(pg_get_expr(p.polqual, p.polrelid), 'true'), ''),
                       coalesce(nullif(pg_get_expr(p.polwithcheck, p.polrelid), 'true'), '')
                FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) ORDER BY 2, 1
                """)) {
            statement.setArray(1, connection.createArrayOf("text", rooms));
            List<Policy> policies = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    policies.add(new Policy(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            return policies;
        }
    }

    /** Each way to take its weight away: one condition opened, or the whole of it gone. */
    List<String> ruins() {
        List<String> ruins = new ArrayList<>();
        if (!using.isEmpty()) {
            ruins.add("ALTER POLICY " + name + " ON " + table + " USING (true)");
        }
        if (!check.isEmpty()) {
            ruins.add("ALTER POLICY " + name + " ON " + table + " WITH CHECK (true)");
        }
        ruins.add("DROP POLICY " + name + " ON " + table);
        return ruins;
    }
}
