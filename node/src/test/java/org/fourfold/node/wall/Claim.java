package org.fourfold.node.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence about the wall: who asks what, and what comes of it.
 *
 * @param user the database user who asks
 * @param settings member, role, purpose and organisation as {@code frame.Database} sets them, and the file's number that
 *     whoever calls gave; a statement that begins with {@code NAMED P-000001-A} is asked with that one
 * @param expected a number of rows seen or changed, or {@code refused}
 */
record Claim(String user, List<String> settings, String statement, String expected, String sentence) {

    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern TABLE = Pattern.compile("(?:FROM|INTO|UPDATE) ([a-z]+\\.[a-z_]+)");
    private static final Pattern NUMBERED = Pattern.compile("NAMED (\\S+) (.*)");
    private static final int COLUMNS = 7;

    /** The sentences of a room. */
    static List<Claim> of(String room) {
        return resource(room + ".csv")
                .lines()
                .skip(1)
                .map(line -> read(room, line))
                .toList();
    }

    /** The backup reads a whole table. */
    static Claim backup(String table, long rows) {
        return new Claim(
                "fourfold_backup",
                List.of("", "", "", "", ""),
                "SELECT FROM " + table,
                Long.toString(rows),
                "The backup reads " + table + ".");
    }

    private static Claim read(String room, String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != COLUMNS) {
            throw new IllegalStateException("not a sentence: " + line);
        }
        String member = parts[1].isEmpty() ? "" : id(parts[0]);
        String organisation = parts[3].isEmpty() ? "" : id(parts[3]);
        Matcher numbered = NUMBERED.matcher(parts[4]);
        return new Claim(
                "fourfold_" + room,
                List.of(member, parts[1], parts[2], organisation, numbered.matches() ? numbered.group(1) : ""),
                named(numbered.matches() ? numbered.group(2) : parts[4]),
                parts[5],
                parts[6]);
    }

    /** The table that it is about. */
    String table() {
        var found = TABLE.matcher(statement);
        if (!found.find()) {
            throw new IllegalStateException("about no table: " + statement);
        }
        return found.group(1);
    }

    /** What comes of it on a connection of its user, in a transaction that somebody else rolls back. */
    String outcome(Connection connection) throws SQLException {
        try (PreparedStatement actor = connection.prepareStatement("""
                SELECT set_config('fourfold.member', ?, true), set_config('fourfold.role', ?, true),
                       set_config('fourfold.purpose', ?, true), set_config('fourfold.organisation', ?, true),
                       set_config('fourfold.number', ?, true)
                """)) {
            for (int index = 0; index < settings.size(); index++) {
                actor.setString(index + 1, settings.get(index));
            }
            actor.execute();
        }
        try (Statement asked = connection.createStatement()) {
            if (!asked.execute(statement)) {
                return Integer.toString(asked.getUpdateCount());
            }
            int rows = 0;
            while (asked.getResultSet().next()) {
                rows++;
            }
            return Integer.toString(rows);
        } catch (SQLException e) {
            boolean byPolicy = String.valueOf(e.getMessage()).contains("row-level security");
            return byPolicy ? "refused" : "failed with " + e.getSQLState() + " " + e.getMessage();
        }
    }

    /** A text of the folder {@code wall}, with each {@code {name}} replaced by an id. */
    static String named(String text) {
        return NAME.matcher(text).replaceAll(found -> "'" + id(found.group(1)) + "'::uuid");
    }

    static String resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Claim.class.getResourceAsStream("/wall/" + name), "the wall has no " + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
