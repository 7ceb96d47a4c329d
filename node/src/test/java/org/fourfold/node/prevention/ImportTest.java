package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports end to end. The counts of the real files come from tools/count/count.py, which reads them without any of
 * our code; run it to see them again.
 */
@Tag("database")
class ImportTest {

    private static final String HEADING = "month,cve,state,crime,victims\n";

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final OrganisationId organisation = OrganisationId.random(random);
    private final Actor analyst = new Actor(MemberId.random(random), Role.ANALYST, Purpose.PREVENTION, organisation);
    private final TestDatabase test = TestDatabase.fresh();
    private final Prevention prevention = new Prevention(
            test.database("prevention"),
            Registry.open(test.database("registry"), InstantSource.system()),
            InstantSource.system(),
            random);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theRealEuropeanFileIsReadAsItStands() {
        ImportReport report = importReal("iom_missing_migrants_europe_2014_2026.csv");

        // Independent count: 6,802 incidents; six with a count below zero, five with latitude and longitude swapped
        // (Atbara in Sudan at 34.0 N, 17.7 E, and four more whose stated country holds the turned point only).
        assertThat(report.read()).isEqualTo(6_802);
        assertThat(report.refused()).isEqualTo(11);
        assertThat(report.accepted()).isEqualTo(6_791);
        assertThat(report.problems().stream()
                        .filter(problem -> problem.code().equals("prevention.coordinates-swapped")))
                .hasSize(5);
        Overview overview = prevention.overview(analyst, IncidentFilter.all(), 2);
        assertThat(overview.incidents()).isEqualTo(6_791);
        assertThat(prevention.incidents(analyst, IncidentFilter.all(), none()).rows())
                .hasSize(50);
    }

    @Test
    void bothEditionsTogetherHoldEachIncidentOnce() {
        importReal("iom_missing_migrants_europe_2014_2026.csv");
        ImportReport second = importReal("iom_missing_migrants_global_2026_ytd.csv");

        // Independent count: 238 incidents, two with a count below zero; 153 stand in both files, one of them refused
        // in both.
        assertThat(second.read()).isEqualTo(238);
        assertThat(second.refused()).isEqualTo(2);
        assertThat(second.duplicates()).isEqualTo(152);
        assertThat(second.accepted()).isEqualTo(84);
    }

    @Test
    void theSameFileAgainIsAllDuplicates() {
        importReal("sesnsp_secuestro_trata_state_month.csv");
        ImportReport again = importReal("sesnsp_secuestro_trata_state_month.csv");

        assertThat(again.read()).isEqualTo(8_064);
        assertThat(again.duplicates()).isEqualTo(8_064);
        // Independent sum of the column "victims".
        assertThat(sumOf("sesnsp-victims-by-crime")).isEqualTo(20_242);
    }

    @Test
    void encountersAndMonthlyTablesAreReadAsTheyStand() {
        assertThat(importReal("cbp-nationwide-encounters-fy20-fy23-state.csv").accepted())
                .isEqualTo(42_532);
        // Independent sum of the column "Encounter Count".
        assertThat(sumOf("cbp-nationwide-encounters")).isEqualTo(8_571_067);
        assertThat(importReal("usbp_monthly_encounters_fy2000-fy2020.csv.gz").accepted())
                .isEqualTo(252 * 25);
        ImportReport wide = importReal("usbp_blw_spw_fy2000-fy2023.csv.gz");
        assertThat(wide.accepted()).isEqualTo(288 * 6);
        assertThat(wide.reading().compression()).isEqualTo("GZIP");
    }

    @Test
    void theNineHundredThousandRowsOfSesnspAreReadAsTheyStand() {
        ImportReport report = importReal("sesnsp_victims_state_long.csv.bz2");

        assertThat(report.accepted()).isEqualTo(927_360);
        assertThat(report.reading().compression()).isEqualTo("BZIP2");
        SeriesView view = prevention
                .series(analyst, new SeriesFilter("sesnsp-victims", none(), none(), Optional.empty()))
                .orElseThrow();
        // Independent sum of the column "n_victimas".
        assertThat(view.months().stream().mapToLong(SeriesView.Month::sum).sum())
                .isEqualTo(3_529_009);
        assertThat(view.months()).hasSize(126);
    }

    @Test
    void anImportCutOffInTheMiddleLeavesNothingHalfVisible() {
        StringBuilder text = new StringBuilder(HEADING);
        for (int i = 0; i < 2 * ProgressListener.EVERY_ROWS; i++) {
            text.append("2026-01,28,Tamaulipas,crime ").append(i).append(",1\n");
        }
        Path file = write("a.csv", text.toString());

        assertThatThrownBy(() -> prevention.importIncidents(
                        analyst, file, ImportOptions.plain(), (rows, read, total) -> cutConnections()))
                .isInstanceOf(RuntimeException.class);
        assertThat(prevention.series(analyst)).isEmpty();
        assertThat(prevention.imports(analyst, Optional.empty()).rows()).isEmpty();
        assertThat(run(file, ImportOptions.plain()).accepted()).isEqualTo(2L * ProgressListener.EVERY_ROWS);
    }

    /** What a kill of the node does to the database, without killing the tests. */
    private void cutConnections() {
        try (var connection = test.superuser();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsGivenOutAsCsvHoldsEveryTextAsItCame() throws IOException {
        List<String> texts = new java.util.ArrayList<>();
        String alphabet = "aé;,\"\n\t'|ñ 9\u2028😀\\";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder table = new StringBuilder(
                "Incident ID,Incident date,No. dead,No. missing,Cause of death (category),Location of death,Latitude,Longitude\n");
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int n = random.nextInt(30); n > 0; n--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            text.append('x');
            texts.add(text.toString());
            table.append("R")
                    .append(i)
                    .append(",2026-01-02,1,0,Drowning,\"")
                    .append(text.toString().replace("\"", "\"\""))
                    .append("\",,\n");
        }
        run(write("round.csv", table.toString()), ImportOptions.plain());

        java.io.StringWriter out = new java.io.StringWriter();
        assertThat(prevention.export(analyst, IncidentFilter.all(), ExportFormat.CSV, out))
                .isEqualTo(200);
        try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(out.toString())) {
            assertThat(rows.stream().map(row -> row.getField("place_stated")))
                    .containsExactlyInAnyOrderElementsOf(texts);
        }
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() {
        Path file = write("a.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,3\n2026-02,28,Tamaulipas,Secuestro,-1\n");

        ImportReport dry = run(file, ImportOptions.plain().withDryRun(true));
        assertThat(dry.accepted()).isEqualTo(1);
        assertThat(dry.refused()).isEqualTo(1);
        assertThat(prevention.imports(analyst, Optional.empty()).rows()).isEmpty();
        assertThat(prevention.series(analyst)).isEmpty();
        assertThat(run(file, ImportOptions.plain()).accepted()).isEqualTo(1);
    }

    @Test
    void aNewerVintageStandsBesideTheOlder() {
        Path first = write("a.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,3\n");
        Path second = write("b.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,5\n");
        run(first, ImportOptions.plain().withVintage(LocalDate.of(2026, 3, 1)));
        run(second, ImportOptions.plain().withVintage(LocalDate.of(2026, 6, 1)));

        assertThat(sumAsOf(LocalDate.of(2026, 4, 1))).isEqualTo(3);
        assertThat(sumAsOf(LocalDate.of(2026, 7, 1))).isEqualTo(5);
    }

    @Test
    void whatOneFileSaysTwiceIsRefusedByRow() {
        ImportReport report = run(
                write("a.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,3\n2026-01,28,Tamaulipas,Secuestro,4\n"),
                ImportOptions.plain());

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("prevention.duplicate-observation");
            assertThat(problem.place())
                    .isInstanceOfSatisfying(
                            Problem.Place.Cell.class,
                            cell -> assertThat(cell.row()).isEqualTo(3));
        });
    }

    @Test
    void anIncidentNumberThatOneFileHasTwiceIsRefusedByRowAndOneOfAnEarlierFileIsKnown() {
        String heading = "Incident ID,Incident date,No. dead,No. missing,No. survivors,No. Female,No. Male,"
                + "No. minors,Cause of death (category),Country of Incident,Location of death,Latitude,Longitude\n";
        String first = "A1,2026-01-05,1,0,,,,,Drowning,Mexico,Somewhere,,\n";
        ImportReport twice = run(
                write("a.csv", heading + first + "A1,2026-02-05,2,0,,,,,Drowning,Mexico,Elsewhere,,\n"),
                ImportOptions.plain());

        assertThat(twice.accepted()).isEqualTo(1);
        assertThat(twice.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("prevention.duplicate-id");
            assertThat(problem.place()).isEqualTo(new Problem.Place.Cell(3, "Incident ID"));
        });
        ImportReport again = run(write("b.csv", heading + first), ImportOptions.plain());
        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(again.accepted()).isZero();
    }

    @Test
    void aFileRefusedWholeLeavesNothing() {
        ImportReport report = run(
                write("a.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,3\n2026-02,28,Tamau"), ImportOptions.plain());

        assertThat(report.fileRefused()).isTrue();
        assertThat(prevention.series(analyst)).isEmpty();
    }

    @Test
    void eachImportCanBeTracedWithItsRefusals() {
        ImportReport report = run(
                write("a.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,3\n2026-02,99,Nowhere,Secuestro,1\n"),
                ImportOptions.plain());

        ImportRun run = prevention.importRun(analyst, report.id().orElseThrow()).orElseThrow();
        assertThat(run.member()).isEqualTo(analyst.member());
        assertThat(run.reading()).isEqualTo(report.reading());
        assertThat(run.problems()).isEqualTo(report.problems());
        assertThat(run.problems().getFirst().details()).containsEntry("value", "99");
    }

    @Test
    void whoMayNotImportIsRefusedByTheCodeAndByTheDatabase() {
        Actor caseworker = new Actor(analyst.member(), Role.CASEWORKER, Purpose.PREVENTION, organisation);
        Path file = write("a.csv", HEADING + "2026-01,28,Tamaulipas,Secuestro,3\n");

        assertThatThrownBy(() ->
                        prevention.importIncidents(caseworker, file, ImportOptions.plain(), ProgressListener.silent()))
                .isInstanceOf(RefusedException.class);
        run(file, ImportOptions.plain());
        assertThat(rowsSeenBy(caseworker)).isEqualTo(1);
        assertThat(rowsSeenBy(caseworker.withPurpose(Purpose.PROTECTION))).isZero();
        assertThat(rowsSeenBy(
                        new Actor(analyst.member(), Role.ANALYST, Purpose.PREVENTION, OrganisationId.random(random))))
                .isZero();
        assertThatThrownBy(() -> test.database("prevention")
                        .write(
                                caseworker,
                                tx -> tx.sql("""
                        INSERT INTO prevention.series (organisation, code, source) VALUES (:organisation, 'x', 'x')
                        """)
                                        .with("organisation", organisation.value())
                                        .update()))
                .hasMessageNotContaining("nothing was recorded");
    }

    private long rowsSeenBy(Actor actor) {
        return test.database("prevention").read(actor, tx -> {
            tx.record(org.fourfold.node.frame.Event.of(new org.fourfold.node.frame.EventType("prevention.tested")));
            return tx.sql("SELECT count(*) FROM prevention.observation").one((rs, n) -> rs.getLong(1));
        });
    }

    private long sumOf(String series) {
        return prevention
                .series(analyst, new SeriesFilter(series, none(), none(), Optional.empty()))
                .orElseThrow()
                .months()
                .stream()
                .mapToLong(SeriesView.Month::sum)
                .sum();
    }

    private long sumAsOf(LocalDate day) {
        return prevention
                .series(analyst, new SeriesFilter("sesnsp-victims-by-crime", none(), none(), Optional.of(day)))
                .orElseThrow()
                .months()
                .getFirst()
                .sum();
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private ImportReport importReal(String name) {
        return run(RealFiles.require(name), ImportOptions.plain());
    }

    private ImportReport run(Path file, ImportOptions options) {
        ImportReport report = prevention.importIncidents(analyst, file, options, ProgressListener.silent());

        return report;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
