package org.fourfold.node.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.partnership.Office.Tallied;
import org.fourfold.node.registry.FigureShape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the permission to the folder, with a real database. */
@Tag("database")
class PublicationTest {

    private static final String HOSTILE = "=HYPERLINK(\"x\")<script>alert(1)</script>{0}'\"&";

    private final Office office = new Office();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void publishingIsOffUntilAnAdministratorAndASupervisorTurnItOn() {
        some();
        assertThat(office.partnership.permission(office.analyst)).isEmpty();
        refused("partnership.off", office::draft);

        office.partnership.askPermission(office.administrator, PublicLicence.CC_BY_4, "");
        refused("partnership.off", office::draft);
        refused("partnership.permission-other-person", () -> office.partnership.agreePermission(office.administrator));
        refused(
                "partnership.permission-other-person",
                () -> office.partnership.agreePermission(office.member(Role.ADMINISTRATOR, Purpose.OVERSIGHT)));
        office.partnership.agreePermission(office.overseer);
        PublicationId id = office.release();

        office.partnership.endPermission(office.administrator);
        refused("partnership.off", () -> office.write(id, folder.resolve("out")));
        assertThat(folder.resolve("out")).doesNotExist();
        assertThatThrownBy(() -> office.partnership.askPermission(office.analyst, PublicLicence.CC_BY_4, ""))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theDatabaseItselfWantsTwoPersonsForThePermission() {
        office.partnership.askPermission(office.administrator, PublicLicence.CC_BY_4, "");
        String alone = """
                INSERT INTO partnership.permission (request, organisation, requested_by, requested_role, member, role, agreed_at)
                SELECT id, organisation, member, role, '%s', '%s', now() FROM partnership.permission_request
                """;
        var self = office.administrator;
        assertThatThrownBy(() -> office.asModule(self, alone.formatted(self.member(), "ADMINISTRATOR")))
                .hasMessageContaining("permission_two");
        assertThatThrownBy(() -> office.asModule(self, alone.formatted(office.overseer.member(), "SUPERVISOR")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void oneSignatureReleasesNothingAndTwoDifferentPersonsAreNeeded() {
        some();
        office.open();
        PublicationId id = office.draft();
        assertThat(office.sign(office.analyst, id).state()).isEqualTo(Publication.State.DRAFT);
        refused("partnership.not-released", () -> office.write(id, folder.resolve("out")));
        refused("partnership.not-yours-to-sign", () -> office.sign(office.analyst, id));
        refused("partnership.not-yours-to-sign", () -> office.sign(office.liaison, id));
        var sameAsSupervisor = new org.fourfold.node.frame.Actor(
                office.analyst.member(), Role.SUPERVISOR, Purpose.PARTNERSHIP, office.organisation);
        refused("partnership.not-yours-to-sign", () -> office.sign(sameAsSupervisor, id));
        refused("partnership.other-content", () -> office.partnership.sign(office.supervisor, id, "0".repeat(64)));
        assertThat(office.sign(office.supervisor, id).state()).isEqualTo(Publication.State.RELEASED);
        assertThatThrownBy(() -> office.sign(office.member(Role.PROSECUTOR, Purpose.PARTNERSHIP), id))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theDatabaseItselfReleasesOnlyWhatTwoPersonsSigned() {
        some();
        office.open();
        PublicationId id = office.draft();
        var signed = office.sign(office.supervisor, id);
        assertThat(signed.signatures()).hasSize(1);
        office.superuser("""
                INSERT INTO partnership.series_shape
                SELECT organisation, series, places, by_kind FROM partnership.publication
                """);
        String release = """
                INSERT INTO partnership.release (publication, organisation, permission, series, ordinal, places, by_kind,
                    content_hash, supervisor, supervisor_role, second, second_role, released_at, released_on)
                SELECT id, organisation, permission, series, ordinal, places, by_kind, content_hash,
                    '%s', 'SUPERVISOR', '%s', 'ANALYST', now(), current_date FROM partnership.publication
                """;
        var supervisor = office.supervisor.member();
        assertThatThrownBy(() -> office.asModule(office.supervisor, release.formatted(supervisor, supervisor)))
                .hasMessageContaining("release_two_persons");
        assertThatThrownBy(() ->
                        office.asModule(office.supervisor, release.formatted(supervisor, office.analyst.member())))
                .hasMessageContaining("foreign key");
        assertThatThrownBy(() -> office.asModule(office.supervisor, """
                        INSERT INTO partnership.signature
                        SELECT id, '%s', 'ANALYST', content_hash, now() FROM partnership.publication
                        """.formatted(office.analyst.member())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void theDatabaseKeepsNoTotalBelowTenAndChangesNothing() {
        some();
        office.open();
        PublicationId id = office.draft();
        assertThatThrownBy(() -> office.asModule(
                        office.analyst,
                        "INSERT INTO partnership.published_cell VALUES ('%s', 2024, 'MX', 'x', 9, false)"
                                .formatted(id)))
                .hasMessageContaining("published_cell_least");
        for (String change : List.of(
                "UPDATE partnership.published_cell SET count = 99",
                "DELETE FROM partnership.signature",
                "UPDATE partnership.publication SET licence = 'CC_BY_NC_4'")) {
            assertThatThrownBy(() -> office.asModule(office.analyst, change)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatWasChangedBehindTheProgramsBackIsNotPublished() {
        some();
        office.open();
        PublicationId id = office.release();
        office.superuser("UPDATE partnership.published_cell SET count = count + 100");
        refused("partnership.altered", () -> office.write(id, folder.resolve("out")));
    }

    @Test
    void twoWorldsThatDifferOnlyInSmallTotalsGiveTheSameBytesInTwoEditions() throws IOException {
        Map<String, String> one = twoEditions(
                List.of(t(2024, "MX-TAM", "A", 25), t(2024, "MX-CHP", "A", 9), t(2025, "MX-TAM", "B", 4)),
                List.of(t(2024, "MX-TAM", "A", 27), t(2024, "MX-CHP", "A", 3), t(2025, "MX-TAM", "A", 40)));
        try (Office elsewhere = new Office()) {
            Map<String, String> other = twoEditions(
                    elsewhere,
                    List.of(t(2024, "MX-TAM", "A", 25), t(2023, "MX-OAX", "C", 1)),
                    List.of(t(2024, "MX-TAM", "A", 16), t(2024, "MX-CHP", "A", 8), t(2025, "MX-TAM", "A", 40)));
            assertThat(other).isEqualTo(one);
        }
    }

    @Test
    void neitherAMarginNorASmallNumberStandsAnywhereInTheFolder() throws IOException {
        office.room.counts(
                t(2024, "MX-TAM", "A", 1025),
                t(2024, "MX-CHP", "A", 7),
                t(2025, "MX-CHP", "A", 2311),
                t(2025, "", "A", 3));
        office.open();
        office.write(office.release(), folder.resolve("out"));
        String csv = Files.readString(folder.resolve("out/figures.csv"));
        List<String> counts = csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1)[5])
                .filter(count -> !count.isEmpty())
                .toList();
        assertThat(counts).containsExactly("2311", "1025");
        assertThat(csv.lines().filter(line -> line.endsWith("fewer-than-10"))).hasSize(2);
        String everything = String.join("\n", read(folder.resolve("out")).values());
        // Sums over the row, the column and the whole, with and without what is hidden.
        for (String margin : List.of("1032", "2318", "2314", "3336", "3343", "3346")) {
            String grouped = margin.charAt(0) + "," + margin.substring(1);
            assertThat(everything)
                    .doesNotContain(margin + ",")
                    .doesNotContain(grouped)
                    .doesNotContain(">" + margin);
        }
    }

    @Test
    void aSeriesKeepsItsShapeAndAnOvertakenDraftIsNeverReleased() {
        some();
        office.open();
        PublicationId first = office.draft();
        PublicationId second = office.draft();
        assertThat(office.sign(office.supervisor, first).state()).isEqualTo(Publication.State.DRAFT);
        assertThat(office.sign(office.liaison, first).state()).isEqualTo(Publication.State.RELEASED);
        assertThat(office.partnership
                        .publication(office.analyst, second)
                        .orElseThrow()
                        .state())
                .isEqualTo(Publication.State.OVERTAKEN);
        refused("partnership.not-yours-to-sign", () -> office.sign(office.supervisor, second));
        office.partnership.withdraw(office.liaison, first, Publication.Reason.ERROR);
        refused("partnership.shape-kept", () -> office.draft(new FigureShape(FigureShape.Level.COUNTRY, true)));
    }

    @Test
    void aWithdrawnPublicationStillBindsTheNextAndItsFolderHoldsANotice() throws IOException {
        office.room.counts(t(2024, "MX-TAM", "A", 25));
        office.open();
        PublicationId first = office.release();
        office.partnership.withdraw(office.supervisor, first, Publication.Reason.SAFETY);
        assertThat(office.write(first, folder.resolve("notice")).state()).isEqualTo(Publication.State.WITHDRAWN);
        assertThat(read(folder.resolve("notice"))).containsOnlyKeys("index.html", "style.css", "SHA256SUMS");
        assertThat(Files.readString(folder.resolve("notice/index.html")))
                .contains("taken back", "retirada", "26 de noviembre de 2026")
                .doesNotContain("25</td>");
        office.room.counts(t(2024, "MX-TAM", "A", 28));
        office.write(office.release(), folder.resolve("next"));
        assertThat(Files.readString(folder.resolve("next/figures.csv"))).contains(",25,as-published-before");
    }

    @Test
    void twoRunsGiveTheSameBytesWithTrueChecksumsAndOnlyANewOrEmptyFolderIsTaken() throws Exception {
        some();
        office.open();
        PublicationId id = office.release();
        office.write(id, folder.resolve("a/b"));
        Files.createDirectory(folder.resolve("empty"));
        office.write(id, folder.resolve("empty"));
        assertThat(read(folder.resolve("empty"))).isEqualTo(read(folder.resolve("a/b")));
        Process check = new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
                .directory(folder.resolve("empty").toFile())
                .start();
        assertThat(check.waitFor()).isZero();
        refused("partnership.folder-not-empty", () -> office.write(id, folder.resolve("empty")));
        refused("partnership.folder-not-empty", () -> office.write(id, folder.resolve("empty/index.html")));
        assertThat(office.partnership
                        .publish(office.liaison, Optional.empty(), folder.resolve("last"))
                        .id())
                .isEqualTo(id);
    }

    @Test
    void hostileTextIsShownAsTextAndNeverAsAFormula() throws IOException {
        office.room.source = HOSTILE;
        office.name = HOSTILE;
        office.room.counts(
                t(2024, "MX-TAM", HOSTILE, 25), t(2024, "MX-TAM", "-1+1", 30), t(2024, "MX-TAM", " @SUM(A1)", 31));
        office.open();
        office.write(office.release(), folder.resolve("out"));
        Map<String, String> files = read(folder.resolve("out"));
        files.forEach((name, text) -> {
            if (name.endsWith(".html")) {
                assertThat(text).doesNotContain("<script").contains("&lt;script&gt;");
            }
        });
        assertThat(files.get("figures.csv"))
                .contains(",\"'=HYPERLINK(\"\"x\"\")")
                .contains(",'-1+1,")
                .contains(",'@SUM(A1),");
    }

    @Test
    void aSourceWhoseTermsAreNotKnownIsPublishedOnlyAsTheOrganisationsOwn() {
        some();
        office.open();
        var request = new org.fourfold.node.registry.FigureRequest(Office.SERIES, Office.SHAPE, 2023, 2025);
        refused(
                "partnership.terms-unknown",
                () -> office.partnership.draft(office.analyst, new DraftRequest(request, false)));
        var running = new org.fourfold.node.registry.FigureRequest(Office.SERIES, Office.SHAPE, 2023, 2026);
        refused(
                "partnership.years-outside",
                () -> office.partnership.draft(office.analyst, new DraftRequest(running, true)));
        office.room.counts(t(2024, "MX-TAM", "A", 9));
        refused("partnership.nothing-to-show", office::draft);
    }

    private void some() {
        office.room.counts(t(2024, "MX-TAM", "A", 25), t(2025, "MX-CHP", "A", 31), t(2025, "GT", "B", 4));
    }

    private Map<String, String> twoEditions(List<Tallied> first, List<Tallied> second) throws IOException {
        return twoEditions(office, first, second);
    }

    private Map<String, String> twoEditions(Office at, List<Tallied> first, List<Tallied> second) throws IOException {
        at.room.counts(first.toArray(Tallied[]::new));
        at.open();
        Path one = Files.createTempDirectory(folder, "one");
        at.write(at.release(), one);
        at.room.counts(second.toArray(Tallied[]::new));
        Path two = Files.createTempDirectory(folder, "two");
        at.write(at.release(), two);
        Map<String, String> all = new TreeMap<>();
        read(one).forEach((name, text) -> all.put("1/" + name, text));
        read(two).forEach((name, text) -> all.put("2/" + name, text));
        return all;
    }

    private static Map<String, String> read(Path from) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.list(from)) {
            for (Path file : all.toList()) {
                files.put(
                        String.valueOf(file.getFileName()),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Tallied t(int year, String place, String kind, int count) {
        return new Tallied(year, place, kind, count);
    }

    private static void refused(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        fault -> assertThat(fault.problems())
                                .extracting(Problem::code)
                                .containsExactly(code));
    }
}
