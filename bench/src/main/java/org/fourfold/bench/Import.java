package org.fourfold.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.registry.Registry;
import org.postgresql.PGConnection;

/**
 * A table of a million counts (month, state, crime, victims, invented) through the importer, and in the same run through
 * PostgreSQL's own COPY, on the same durable server.
 *
 * <p>COPY is asked twice: of the observations as they come to lie, into a table with the columns, checks and primary key
 * of {@code prevention.observation}; and of the file as it stands, into a bare table of its five columns with no key at
 * all, which does much less than is needed. Argument, optional: rows.
 */
final class Import {

    private static final Path RESULTS = Path.of("bench", "results");
    private static final double AIM_RATIO = 3;
    private static final int STATES = 32;
    private static final int CRIMES = 125;
    private static final YearMonth FIRST = YearMonth.of(2005, 1);

    private final ScratchNode node;
    private final Path file;
    private final int rows;

    private Import(ScratchNode node, Path file, int rows) {
        this.node = node;
        this.file = file;
        this.rows = rows;
    }

    static void main(String... arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var analyst = new Founders.Invented(
                new NewMember(new SignInName("analyst"), "Analyst (invented)", Language.ES),
                "not used to sign in",
                Set.of(Role.ANALYST),
                Optional.empty(),
                false);
        try (ScratchNode node = new ScratchNode(RESULTS.resolve("import-home"), List.of(analyst))) {
            Path file = RESULTS.resolve("import.csv");
            try {
                write(file, rows);
                new Import(node, file, rows).measure();
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Rows of the SESNSP layout by crime; no two of the same month, state and crime. */
    private static void write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("month,cve,state,crime,victims\n");
            for (int i = 0; i < rows; i++) {
                int state = 1 + i % STATES;
                int crime = i / STATES % CRIMES;
                YearMonth month = FIRST.plusMonths(i / (STATES * CRIMES));
                out.write(month + "," + String.format(Locale.ROOT, "%02d", state) + ",Estado " + state + ",Delito "
                        + crime + " (inventado)," + i * 7919L % 997 + "\n");
            }
        }
    }

    private void measure() throws IOException, SQLException {
        System.out.println(Machine.line(RESULTS));
        System.out.printf(Locale.ROOT, "%d rows, %.1f MB%n", rows, Files.size(file) / 1e6);
        double importer = importer();
        System.out.printf(Locale.ROOT, "importer: %.1f s, %.0f rows a second%n", importer, rows / importer);
        try (Connection owner = node.ground().databases().openOwner()) {
            double same = copyOfTheObservations(owner);
            System.out.printf(
                    Locale.ROOT,
                    "COPY of the observations into a like table: %.1f s; ratio %.2f, aim <= %.0f%n",
                    same,
                    importer / same,
                    AIM_RATIO);
            double bare = copyOfTheFile(owner);
            System.out.printf(
                    Locale.ROOT, "COPY of the file into a bare table: %.1f s; ratio %.2f%n", bare, importer / bare);
        }
        System.out.println(Machine.load());
    }

    private double importer() {
        InstantSource clock = InstantSource.system();
        var databases = node.ground().databases();
        Prevention prevention = new Prevention(
                databases.of("prevention"), Registry.open(databases.of("registry"), clock), clock, node.random());
        Actor analyst = node.actor("analyst", Role.ANALYST, Purpose.PREVENTION);
        long begun = System.nanoTime();
        ImportReport report =
                prevention.importIncidents(analyst, file, ImportOptions.plain(), ProgressListener.silent());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (report.accepted() != rows) {
            throw new IllegalStateException(report.accepted() + " of " + rows + " rows were accepted");
        }
        return seconds;
    }

    /** The rows that the importer made, given out by COPY before the clock runs, taken in by COPY. */
    private double copyOfTheObservations(Connection owner) throws IOException, SQLException {
        run(owner, "CREATE SCHEMA bench");
        run(owner, "CREATE TABLE bench.observation (LIKE prevention.observation INCLUDING ALL)");
        Path rowsOut = file.resolveSibling("observations.copy");
        try (Connection backup = node.ground().databases().openBackup();
                var out = Files.newOutputStream(rowsOut)) {
            long given = backup.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY prevention.observation TO STDOUT", out);
            if (given != rows) {
                throw new IllegalStateException(given + " of " + rows + " rows were given out");
            }
        }
        try {
            return copy(owner, rowsOut, "COPY bench.observation FROM STDIN");
        } finally {
            Files.delete(rowsOut);
        }
    }

    private double copyOfTheFile(Connection owner) throws IOException, SQLException {
        run(owner, "CREATE TABLE bench.bare (month text, cve integer, state text, crime text, victims bigint)");
        return copy(owner, file, "COPY bench.bare FROM STDIN WITH (FORMAT csv, HEADER)");
    }

    private double copy(Connection owner, Path from, String sql) throws IOException, SQLException {
        long begun = System.nanoTime();
        try (InputStream in = Files.newInputStream(from)) {
            long taken = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
            if (taken != rows) {
                throw new IllegalStateException(taken + " of " + rows + " rows were taken");
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
