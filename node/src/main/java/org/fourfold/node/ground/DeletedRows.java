package org.fourfold.node.ground;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * Takes deleted rows out of PostgreSQL's files. A deleted row lies in its page until another is written over it, for VACUUM
 * gives the room free and leaves the bytes; and once more in the write-ahead log, in the row's own record and in images of
 * the page. So the table is written anew, its old file is given up, and a new segment of the log is begun: the checkpoint
 * that follows removes all earlier ones, which our own server never uses again ({@code wal_recycle=off}).
 */
final class DeletedRows {

    /** Views of case files wait as long as this at most; the next beat tries again. */
    private static final String PATIENCE = "SET lock_timeout = '2s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private DeletedRows() {}

    /**
     * Clears these tables, as {@code schema.table}, those that are there.
     *
     * @param owner of the tables, outside of any transaction
     * @param superuser of our own server, if it is ours
     */
    static Cleared clear(Connection owner, Optional<Connection> superuser, List<String> tables) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(PATIENCE);
            for (String table : present(statement, tables)) {
                if (!isRewritten(statement, table)) {
                    return Cleared.NOT_YET;
                }
            }
        }
        if (superuser.isEmpty()) {
            return Cleared.BUT_LOG;
        }
        try (Statement statement = superuser.get().createStatement()) {
            statement.execute("SELECT pg_switch_wal()");
            statement.execute("CHECKPOINT");
        }
        return Cleared.WHOLLY;
    }

    /** A node of another kind has no case files. */
    private static List<String> present(Statement statement, List<String> tables) throws SQLException {
        List<String> present = new ArrayList<>();
        for (String table : tables) {
            try (ResultSet row = statement.executeQuery("SELECT to_regclass('" + table + "') IS NOT NULL")) {
                if (row.next() && row.getBoolean(1)) {
                    present.add(table);
                }
            }
        }
        return present;
    }

    /** Whether the table's new file holds no row that is dead: those that an open snapshot may still see go with it. */
    private static boolean isRewritten(Statement statement, String table) throws SQLException {
        try {
            statement.clearWarnings();
            statement.execute("VACUUM (FULL, VERBOSE) " + table);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
        List<String> details = new ArrayList<>();
        for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
            detail(each).ifPresent(details::add);
        }
        // "0 dead row versions cannot be removed yet.", in the server's language.
        return !details.isEmpty() && details.stream().allMatch(detail -> detail.startsWith("0 "));
    }

    private static Optional<String> detail(SQLWarning warning) {
        @Nullable
        ServerErrorMessage message = warning instanceof PSQLWarning told ? told.getServerErrorMessage() : null;
        return Optional.ofNullable(message).map(ServerErrorMessage::getDetail);
    }
}
