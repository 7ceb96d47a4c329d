package org.fourfold.node.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.prevention.internal.PreventionFigures;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The totals that prevention gives out, compared with counts made from the files without any of our code. */
@Tag("database")
class PublishedFiguresTest {

    private static final String HEADING = "Main ID,Incident ID,Incident date,No. dead,No. missing,No. survivors,"
            + "No. Female,No. Male,No. minors,Country of Origin,Cause of death (category),Route,Country of Incident,"
            + "Location of death,Source,Link,Source Quality,Latitude,Longitude\n";

    private final SplittableRandom random = new SplittableRandom(20261126);
    private final OrganisationId organisation = OrganisationId.random(random);
    private final Actor analyst = new Actor(MemberId.random(random), Role.ANALYST, Purpose.PREVENTION, organisation);
    private final Actor publisher = analyst.withPurpose(Purpose.PARTNERSHIP);
    private final TestDatabase test = TestDatabase.fresh();
    private final Prevention prevention = new Prevention(
            test.database("prevention"),
            Registry.open(test.database("registry"), InstantSource.system()),
            InstantSource.system(),
            random);
    private final PreventionFigures figures = new PreventionFigures(test.database("prevention"));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void onlyTotalsOfTenOrMoreLeaveTheRoom() throws IOException {
        StringBuilder lines = new StringBuilder(HEADING);
        for (int i = 0; i < 21; i++) {
            // Twelve in Tamaulipas, nine in Chiapas, the same year and kind.
            String where = i < 12 ? "26.09,-98.28" : "14.9,-92.26";
            lines.append("I%1$d,I%1$d,2024-03-0%2$d,1,0,NA,,1,NA,Unknown,Drowning,,Mexico,Place,Invented,,1,%3$s%n"
                    .formatted(i, i % 9 + 1, where));
        }
        Path file = Files.writeString(folder.resolve("incidents.csv"), lines);
        ImportReport report =
                prevention.importIncidents(analyst, file, ImportOptions.plain(), ProgressListener.silent());
        assertThat(report.accepted()).isEqualTo(21);

        String code = figures.offered(publisher).getFirst().code();
        assertThat(ask(code, FigureShape.Level.REGION, 2024))
                .extracting(cell -> cell.place().orElseThrow().text() + " " + cell.kind() + " " + cell.count())
                .containsExactly("MX-TAM Drowning 12");
        assertThat(ask(code, FigureShape.Level.COUNTRY, 2024))
                .extracting(FigureCell::count)
                .containsExactly(21L);
        assertThat(figures.offered(publisher)
                        .getFirst()
                        .attribution()
                        .orElseThrow()
                        .terms())
                .isEqualTo("CC BY 4.0");
    }

    @Test
    void theRealMexicanCountsAddUpAsTheFileSays() throws IOException {
        Path file = RealFiles.require("sesnsp_secuestro_trata_state_month.csv");
        assertThat(prevention
                        .importIncidents(analyst, file, ImportOptions.plain(), ProgressListener.silent())
                        .fileRefused())
                .isFalse();
        Map<String, Long> independent = new TreeMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells[0].startsWith("2023")) {
                independent.merge(cells[3], Long.parseLong(cells[4]), Long::sum);
            }
        }
        Map<String, Long> ours = new TreeMap<>();
        ask("counts:sesnsp-victims-by-crime", FigureShape.Level.COUNTRY, 2023)
                .forEach(cell -> ours.merge(cell.kind(), cell.count(), Long::sum));
        assertThat(independent).isNotEmpty();
        assertThat(ours).isEqualTo(independent);
    }

    @Test
    void whoDoesNotPublishIsGivenNoTotals() {
        assertThatThrownBy(() -> figures.offered(analyst)).isInstanceOf(RefusedException.class);
        Actor caseworker = new Actor(MemberId.random(random), Role.CASEWORKER, Purpose.PARTNERSHIP, organisation);
        assertThatThrownBy(() -> figures.offered(caseworker)).isInstanceOf(RefusedException.class);
    }

    private List<FigureCell> ask(String code, FigureShape.Level level, int year) {
        return figures.totals(publisher, new FigureRequest(code, new FigureShape(level, true), year, year))
                .orElseThrow();
    }
}
