package org.fourfold.command.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.fourfold.node.frame.ProblemException;

/**
 * A Parquet file, read by DuckDB in this process: its columns, and the rows of some of them as CSV. Nothing is loaded from the
 * network, nothing is kept on disk but DuckDB's own library while the program runs.
 *
 * <p>Limits: {@link #MEMORY} outside Java's heap; one file, whose name holds none of {@code * ? [}, which DuckDB would take for
 * a pattern.
 */
final class ParquetFile implements AutoCloseable {

    private static final String MEMORY = "512MB";

    /** What CSV would need quotes for in its first line, where the engine guesses what stands between cells. */
    private static final String ODD_LETTERS = ",;|\t\n\r\"";

    private final Path file;
    private final Connection connection;
    private final Map<String, String> columns = new LinkedHashMap<>();

    private ParquetFile(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a file.
     *
     * @throws ProblemException when DuckDB cannot read it
     */
    static ParquetFile open(Path file) throws IOException {
        String name = file.toString();
        if (name.chars().anyMatch(letter -> "*?[".indexOf(letter) >= 0)) {
            throw new ProblemException(InputTable.fault("command.link-parquet-name", file));
        }
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "1");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        try {
            ParquetFile parquet = new ParquetFile(file, DriverManager.getConnection("jdbc:duckdb:", settings));
            parquet.describe();
            return parquet;
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private void describe() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("DESCRIBE SELECT * FROM " + table())) {
            while (found.next()) {
                columns.put(String.valueOf(found.getString(1)), String.valueOf(found.getString(2)));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private String table() {
        return "read_parquet(" + text(file.toString()) + ", binary_as_string=true)";
    }

    /** Its columns and the type of each. */
    Map<String, String> columns() {
        return new LinkedHashMap<>(columns);
    }

    /** The rows of these columns as CSV in UTF-8, the first line their names. */
    InputStream rows(WantedColumns wanted) {
        List<String> names = List.copyOf(wanted.separators().keySet());
        for (String name : names) {
            if (name.chars().anyMatch(letter -> ODD_LETTERS.indexOf(letter) >= 0)) {
                throw new ProblemException(
                        InputTable.fault("command.link-parquet-column", file).with("column", name));
            }
        }
        List<String> values = new ArrayList<>();
        wanted.separators().forEach((name, separator) -> values.add(value(name, separator)));
        String query = "SELECT " + String.join(", ", values) + " FROM " + table();
        try {
            Statement statement = connection.createStatement();
            return new CsvOfRows(names, statement.executeQuery(query));
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /** A cell as text: a day without its hour, a whole number without a point, of several values all or the first. */
    private String value(String name, String separator) {
        String column = "\"" + name.replace("\"", "\"\"") + "\"";
        String type = columns.getOrDefault(name, "VARCHAR");
        if (type.endsWith("[]")) {
            return separator.isEmpty()
                    ? "CAST(" + column + "[1] AS VARCHAR)"
                    : "array_to_string(CAST(" + column + " AS VARCHAR[]), " + text(separator) + ")";
        }
        if (type.startsWith("TIMESTAMP")) {
            return "CAST(CAST(CAST(" + column + " AS TIMESTAMP) AS DATE) AS VARCHAR)";
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            return "CASE WHEN " + column + " = trunc(" + column + ") AND abs(" + column + ") < 1e15 THEN CAST(CAST("
                    + column + " AS BIGINT) AS VARCHAR) ELSE CAST(" + column + " AS VARCHAR) END";
        }
        return "CAST(" + column + " AS VARCHAR)";
    }

    private static String text(String words) {
        return "'" + words.replace("'", "''") + "'";
    }

    static ProblemException unreadable(Path file, SQLException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(
                InputTable.fault("command.link-parquet", file).with("what", said));
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
