package org.fourfold.node.trust.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * The tables of one database while they are being filled, as the owner, in the caller's transaction. Row security stands
 * in the way of COPY and is lifted for the owner, then forced again on exactly the tables where it was.
 */
public final class RestoreInto {

    private final Connection connection;
    private final Map<String, BackupTable> tables = new HashMap<>();
    private final List<BackupTable> ordered;
    private final Set<String> forced;
    private final Set<String> filled = new HashSet<>();

    private RestoreInto(Connection connection) throws SQLException {
        this.connection = connection;
        this.ordered = Catalogue.tables(connection);
        this.ordered.forEach(table -> tables.put(table.plain(), table));
        this.forced = Catalogue.forced(connection);
    }

    /** Lifts row security and empties every table of what the migrations put into it. */
    public static RestoreInto begin(Connection connection) throws SQLException {
        RestoreInto target = new RestoreInto(connection);
        for (BackupTable table : target.ordered) {
            if (target.forced.contains(table.plain())) {
                target.execute("ALTER TABLE " + table.quoted() + " NO FORCE ROW LEVEL SECURITY");
            }
            // Triggers of ours did their work when the rows were first written.
            target.execute("ALTER TABLE " + table.quoted() + " DISABLE TRIGGER USER");
        }
        target.execute(
                "TRUNCATE " + target.ordered.stream().map(BackupTable::quoted).collect(Collectors.joining(", ")));
        return target;
    }

    /** Fills the tables of a stream; how many rows. */
    public long fill(DataInputStream source) throws SQLException, IOException {
        return TableStream.read(source, this::fill);
    }

    private long fill(BackupTable named, InputStream copy) throws SQLException, IOException {
        BackupTable table = tables.get(named.plain());
        if (table == null || !table.columns().containsAll(named.columns()) || !filled.add(named.plain())) {
            throw new ProblemException(Problem.of("trust.backup-newer"));
        }
        BackupTable target = new BackupTable(table.schema(), table.name(), named.columns());
        return TableStream.copyIn(connection, target, copy);
    }

    /** Sets every identity behind its last row, puts row security back, and compares what is there with what came. */
    public void end(long rows) throws SQLException, IOException {
        // What waits to be checked at the commit stands in the way of ALTER TABLE: places refer to places, for one.
        execute("SET CONSTRAINTS ALL IMMEDIATE");
        long there = 0;
        for (BackupTable table : ordered) {
            for (String column : table.columns()) {
                behindLast(table, column);
            }
            there += count(table);
            execute("ALTER TABLE " + table.quoted() + " ENABLE TRIGGER USER");
            if (forced.contains(table.plain())) {
                execute("ALTER TABLE " + table.quoted() + " FORCE ROW LEVEL SECURITY");
            }
        }
        if (there != rows || !Catalogue.forced(connection).equals(forced)) {
            throw new IOException("what was restored is not what the backup holds");
        }
    }

    private void behindLast(BackupTable table, String column) throws SQLException {
        String sequence;
        try (var statement = connection.prepareStatement("SELECT pg_get_serial_sequence(?, ?)")) {
            statement.setString(1, table.quoted());
            statement.setString(2, column);
            try (ResultSet row = statement.executeQuery()) {
                sequence = row.next() ? row.getString(1) : null;
            }
        }
        if (sequence != null) {
            String quoted = '"' + column.replace("\"", "\"\"") + '"';
            execute("SELECT setval('" + sequence.replace("'", "''") + "', coalesce(max(" + quoted
                    + "), 0) + 1, false) FROM " + table.quoted());
        }
    }

    private long count(BackupTable table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.quoted())) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
