package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prosecution.tables.EntityMapping;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.PropertyMapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tables by a mapping, from file to store and back, and the mappings that are kept. All persons are invented. */
@Tag("database")
class TableImportTest {

    private static final String GUESTS = """
            Nombre,Teléfono
            Persona Inventada Uno,5555 1234
            Persona Inventada Dos,5.02E+10
            """;

    private static final Mapping PERSONS = new Mapping(
            "Huéspedes",
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.of("gt"),
            Optional.empty(),
            false,
            Map.of(
                    "person",
                    new EntityMapping(
                            "Person",
                            List.of("Nombre"),
                            Optional.empty(),
                            Map.of(
                                    "name", PropertyMapping.column("Nombre"),
                                    "phone", PropertyMapping.column("Teléfono")))));

    private final Unit unit = new Unit();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void eachValueIsAClaimWithItsRowAndColumnAndWhatWasSpoiledIsToldByRow() {
        ImportReport report = take(unit.write("guests.csv", GUESTS));

        assertThat(report.kind()).contains(SourceKind.TABLE);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.entities()).isEqualTo(2);
        assertThat(report.refused()).isOne();
        assertThat(report.problems()).extracting(Problem::place).containsExactly(new Problem.Place.Cell(3, "Teléfono"));
        SourceId source = report.id().orElseThrow();
        RowView row = unit.prosecution.row(unit.investigator, source, 2).orElseThrow();
        assertThat(row.said())
                .extracting(said -> said.claim().column() + "=" + said.claim().value() + " ("
                        + said.claim().original() + ")")
                .containsExactlyInAnyOrder("Nombre=Persona Inventada Uno ()", "Teléfono=+50255551234 (5555 1234)");
        SourceView view = unit.prosecution.source(unit.investigator, source).orElseThrow();
        assertThat(view.source().reading()).contains("CSV").endsWith("Huéspedes");
        assertThat(view.problems()).hasSize(1);

        unit.prosecution.undo(unit.investigator, source);
        assertThat(unit.count("entity") + unit.count("claim") + unit.count("identifier") + unit.count("token"))
                .isZero();
    }

    @Test
    void twoFilesWithTheSameKeysStayTwoEntitiesAndTheirNumberIsAnOverlap() {
        take(unit.write("january.csv", GUESTS));
        ImportReport february = take(unit.write("february.csv", GUESTS.replace("Dos", "Tres")));

        assertThat(february.overlaps()).isOne();
        StringWriter out = new StringWriter();
        assertThat(unit.prosecution.export(unit.investigator, Optional.empty(), out))
                .isEqualTo(4);
        assertThat(out.toString().lines().map(line -> line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")))
                .as("four ids, none shared")
                .doesNotHaveDuplicates();
    }

    @Test
    void aDryRunTellsTheSameAndAMappingThatDoesNotFitRefusesTheFile() {
        Path file = unit.write("guests.csv", GUESTS);
        ImportReport tried = unit.prosecution.importTable(
                unit.investigator,
                file,
                PERSONS,
                "guests.csv",
                ImportOptions.plain().withDryRun(true),
                ProgressListener.silent());
        assertThat(tried.refused()).isOne();
        assertThat(tried.entities()).isEqualTo(2);
        assertThat(unit.count("source")).isZero();

        ImportReport other = take(unit.write("other.csv", "Placa,Color\nP123ABC,rojo\n"));
        assertThat(other.fileRefused()).isTrue();
        assertThat(other.problems())
                .extracting(Problem::code)
                .containsExactly("prosecution.table.mapping-column", "prosecution.table.mapping-column");
        assertThat(unit.count("source")).isZero();
    }

    @Test
    void aMappingIsKeptRunAgainChangedAndDeleted() {
        SavedMapping kept = unit.prosecution.saveMapping(unit.investigator, PERSONS);
        assertThat(unit.prosecution.mappings(unit.investigator)).containsExactly(kept);
        assertThat(kept.mapping()).isEqualTo(PERSONS);
        assertThatThrownBy(() -> unit.prosecution.saveMapping(unit.investigator, PERSONS.named("HUÉSPEDES")))
                .isInstanceOf(ProblemException.class);

        SavedMapping changed = unit.prosecution.changeMapping(
                unit.investigator, kept.id(), kept.revision(), PERSONS.named("Registro del hotel"));
        assertThat(changed.revision()).isEqualTo(2);
        assertThatThrownBy(() -> unit.prosecution.changeMapping(unit.investigator, kept.id(), kept.revision(), PERSONS))
                .as("a second change of the first revision")
                .isInstanceOf(ProblemException.class);

        unit.prosecution.deleteMapping(unit.investigator, kept.id());
        assertThat(unit.prosecution.mappings(unit.investigator)).isEmpty();
        assertThatThrownBy(() -> unit.prosecution.mappings(unit.member(Role.ANALYST)))
                .isInstanceOf(RefusedException.class);
    }

    private ImportReport take(Path file) {
        return unit.prosecution.importTable(
                unit.investigator,
                file,
                PERSONS,
                String.valueOf(file.getFileName()),
                ImportOptions.plain(),
                ProgressListener.silent());
    }
}
