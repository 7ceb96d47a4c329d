package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.registry.Htcds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Case files come in from an HTCDS table and go out as one: nothing is lost, nothing leaves that was not chosen. */
@Tag("database")
class HtcdsTablesTest {

    private static final Set<FieldGroup> ALL = Set.copyOf(HtcdsChoice.offered());
    private static final int PERSONS = 24;

    private House house;
    private Protection protection;

    @BeforeEach
    void open() {
        house = new House();
        protection = house.protection;
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatWasBroughtInGoesOutAndComesBackTheSame() {
        String table = invented();
        long rows = table.lines().count() - 1;
        HtcdsReport report = bring(house.rosa, table, false);
        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.accepted()).isEqualTo(rows);
        assertThat(report.remarks())
                .extracting(Problem::code)
                .contains("protection.htcds-column-aside", "protection.htcds-code-near");
        answerSomething();

        List<String> first = write(protection, house.rosa, ALL, true);
        assertThat(first).hasSize((int) rows + 1);
        assertThat(cells(first, "vic_MethodsOfControl"))
                .containsExactlyInAnyOrderElementsOf(cells(table.lines().toList(), "vic_MethodsOfControl"));
        try (House other = new House()) {
            HtcdsReport again = bring(other.protection, other.rosa, String.join("\r\n", first), false);
            assertThat(again.refusals()).isEmpty();
            assertThat(again.accepted()).isEqualTo(rows);
            List<String> second = write(other.protection, other.rosa, ALL, true);
            assertThat(second.getFirst()).isEqualTo(first.getFirst());
            assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        }
    }

    @Test
    void aTryWritesNothingAndTellsTheSame() {
        String table = invented();
        HtcdsReport tried = bring(house.rosa, table, true);
        assertThat(house.count("SELECT count(*) FROM protection.case_file")).isZero();
        HtcdsReport taken = bring(house.rosa, table, false);
        assertThat(taken.accepted()).isEqualTo(tried.accepted());
        assertThat(taken.refused()).isEqualTo(tried.refused());
        assertThat(house.count("SELECT count(*) FROM protection.case_file")).isEqualTo(taken.accepted());
    }

    @Test
    void aTableBroughtInTwiceMakesNoFileTwice() {
        String table = invented();
        long first = bring(house.rosa, table, false).accepted();
        HtcdsReport again = bring(house.rosa, table, false);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(first);
        assertThat(house.count("SELECT count(*) FROM protection.case_file")).isEqualTo(first);
    }

    @Test
    void aPersonWhoMayHaveAFileIsTold() {
        house.fileOf(house.stranger, "Dominga Sub Xol (inventada)");
        HtcdsReport report = bring(house.rosa, """
                prs_FirstName,prs_SecondName
                Dominga,Sub Xol (inventada)
                Ernestina,Ajanel (inventada)
                """, false);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.alike()).isEqualTo(1);
        assertThat(report.remarks()).contains(Problem.inCell("protection.htcds-alike", 2, "", Map.of()));
    }

    @Test
    void whatAnotherSystemSaidIsShownAndIsNoAnswer() {
        bring(
                house.rosa,
                "prs_FirstName,vic_TypeOfExploitation,con_Consent,Folio\nIrma (inventada),ForcedLabour,true,F-9\n",
                false);
        FileView view = protection.view(house.rosa, theFile());
        assertThat(view.imported().cells())
                .containsEntry("vic_TypeOfExploitation", "ForcedLabour")
                .containsEntry("con_Consent", "true")
                .containsEntry("Folio", "F-9");
        assertThat(view.answers().byField().keySet()).containsExactly(Field.NAME);
        assertThat(protection.view(house.teamMate, theFile()).imported().cells().keySet())
                .as("a colleague of the team reads no narrative")
                .containsExactlyInAnyOrder("prs_FirstName", "con_Consent");
        assertThat(protection.find(house.rosa, "Irma").readable()).hasSize(1);
    }

    @Test
    void nothingGoesOutThatWasNotChosen() {
        bring(house.rosa, """
                prs_FirstName,prs_MobilePhone,cas_Status,hte_City,cco_CaseComment,vic_Vulnerabilities,Nombre completo
                Petrona (inventada),+50255551234,Active,Cobán,Nota,Poverty,Petrona Caal
                """, false);
        for (FieldGroup group : HtcdsChoice.offered()) {
            String written = String.join("\n", write(protection, house.rosa, Set.of(group), true));
            assertThat(written.contains("Petrona")).as(group.name()).isEqualTo(group == FieldGroup.IDENTITY);
            assertThat(written.contains("Petrona Caal")).as(group.name()).isFalse();
            assertThat(written.contains("+50255551234")).as(group.name()).isEqualTo(group == FieldGroup.CONTACT);
            assertThat(written.contains("Cobán")).as(group.name()).isEqualTo(group == FieldGroup.NARRATIVE);
            assertThat(written.contains("Nota")).as(group.name()).isEqualTo(group == FieldGroup.NOTES);
        }
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE type = 'case.exported' AND subject = '"
                        + theFile() + "'"))
                .isEqualTo(ALL.size());
    }

    @Test
    void nothingGoesOutUntilItIsSaidWhatAndThatItStays() {
        assertThatThrownBy(() -> write(new HtcdsChoice(Set.of(), false, Optional.empty(), false, false)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        fault -> assertThat(fault.problems())
                                .extracting(Problem::code)
                                .containsExactly("protection.htcds-no-group", "protection.htcds-stays"));
        assertThatThrownBy(
                        () -> write(new HtcdsChoice(Set.of(FieldGroup.DURESS), true, Optional.empty(), false, false)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> write(new HtcdsChoice(Set.of(FieldGroup.LEGAL), true, Optional.empty(), false, false)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whoGetsWhatFollowsTheWall() {
        bring(
                house.rosa,
                "prs_FirstName,per_RoleDetails,hte_City\nRosario (inventada),obligada a vigilar,Cobán\n",
                false);
        bring(house.rosa, "prs_FirstName\nVilma (inventada)\n", false);
        bring(house.stranger, "prs_FirstName\nTeresa (inventada)\n", false);
        CaseFileId sealed = files().stream()
                .filter(id -> protection
                        .view(house.rosa, id)
                        .answers()
                        .given(Field.NAME)
                        .equals(Optional.of("Vilma (inventada)")))
                .findFirst()
                .orElseThrow();
        protection.seal(house.rosa, sealed, true);

        String own = String.join("\n", write(protection, house.rosa, ALL, false));
        assertThat(own).contains("Rosario", "obligada a vigilar").doesNotContain("Vilma", "Teresa");
        String supervised = String.join("\n", write(protection, house.supervisor, ALL, false));
        assertThat(supervised).contains("Rosario", "Cobán").doesNotContain("obligada", "Vilma", "Teresa");
        assertThat(write(protection, house.teamMate, ALL, false)).hasSize(1);
        List<Actor> others =
                List.of(house.night, house.lawyer, house.member(Role.INVESTIGATOR), house.member(Role.ADMINISTRATOR));
        for (Actor other : others) {
            assertThatThrownBy(() -> write(protection, other, ALL, false)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> bring(other, "prs_FirstName\nAna\n", true)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void whoWasErasedCanBeBroughtInAgain() {
        String table = "prs_FirstName\nOlga (inventada)\n";
        bring(house.rosa, table, false);
        protection.erase(house.rosa, theFile());
        assertThat(house.count("SELECT count(*) FROM protection.import_key")).isZero();
        assertThat(bring(house.rosa, table, false).accepted()).isEqualTo(1);
    }

    @Test
    void aClosedFileComesInClosedAndWhatIsChangedSinceGoesOut() {
        bring(house.rosa, """
                prs_FirstName,prs_SecondName,cas_Status,cas_ReasonForCaseClosure
                Berta,Yat (inventada),Closed,volvió a su casa
                """, false);
        CaseFileId id = theFile();
        assertThat(protection.view(house.rosa, id).file().state()).isEqualTo(CaseState.CLOSED);
        protection.reopen(house.rosa, id);
        protection.answer(
                house.rosa, id, Question.NAME, House.answers(Question.NAME, Map.of("name", List.of("Berta Yat Coc"))));
        List<String> written = write(protection, house.rosa, ALL, false);
        assertThat(cells(written, "prs_FirstName")).containsExactly("Berta Yat Coc");
        assertThat(cells(written, "prs_SecondName")).containsExactly("");
        assertThat(cells(written, "cas_Status")).containsExactly("Active");
    }

    @Test
    void noWordOfATableStandsInTheClearOfTheDatabase() {
        bring(house.rosa, "prs_FirstName,Folio\nQuetzalina (inventada),Zxqv77\n", false);
        for (String table : List.of("content", "import_key", "search_token", "case_file")) {
            assertThat(house.count("SELECT count(*) FROM protection." + table
                            + " t WHERE t::text ~* ('Quetzalina|Zxqv77|' || encode('Quetzalina'::bytea, 'hex') || '|'"
                            + " || encode('Zxqv77'::bytea, 'hex'))"))
                    .as(table)
                    .isZero();
        }
    }

    /** Invented persons in every shape: all codes, blanks, quotes, lines, formulas, two columns of another system. */
    private static String invented() {
        Htcds htcds = Htcds.shipped();
        List<Htcds.Code> control = htcds.codes("vic_MethodsOfControl");
        List<Htcds.Code> kinds = htcds.codes("vic_TypeOfExploitation");
        List<Htcds.Code> states = htcds.codes("cas_Status");
        StringBuilder table = new StringBuilder("Folio,prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,"
                + "prs_PrimaryLanguage,cas_Status,cas_ReasonForCaseClosure,vic_MethodsOfControl,vic_TypeOfExploitation,"
                + "hte_Description,con_Consent,Observaciones\r\n");
        for (int i = 0; i < PERSONS; i++) {
            table.append(String.join(
                            ",",
                            "F-" + i,
                            "Persona" + (char) ('a' + i),
                            "Inventada" + (char) ('z' - i) + " (inventada)",
                            i % 5 == 0 ? "" : "19%02d-0%d-11".formatted(60 + i, i % 9 + 1),
                            i == 3 ? "feminine" : "Feminine",
                            i % 2 == 0 ? "kek" : "spa",
                            states.get(i % states.size()).code(),
                            i % states.size() == 2 ? "cerrado allá" : "",
                            control.get(i % control.size()).code(),
                            kinds.get(i % kinds.size()).code() + ";"
                                    + kinds.get((i + 1) % kinds.size()).code(),
                            i % 4 == 0 ? "\"dijo: \"\"no\"\", y calló\"" : "=1+" + i,
                            i % 3 == 0 ? "true" : "",
                            "nota " + i))
                    .append("\r\n");
        }
        return table.toString();
    }

    /** Answers that no cell of the standard can say: they go out in columns of ours. */
    private void answerSomething() {
        CaseFileId open = files().stream()
                .filter(id -> protection.view(house.rosa, id).file().isOpen())
                .findFirst()
                .orElseThrow();
        protection.answer(
                house.rosa,
                open,
                Question.NEEDS,
                House.answers(Question.NEEDS, Map.of("needs-tonight", List.of("bed"))));
        protection.answer(house.rosa, open, Question.SAFE, Answers.silent(Question.SAFE, Answers.Silence.DECLINED));
    }

    private List<CaseFileId> files() {
        List<CaseFileId> all = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            protection
                    .files(house.rosa, state, Optional.empty())
                    .rows()
                    .forEach(line -> all.add(line.file().id()));
        }
        return all;
    }

    private CaseFileId theFile() {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    private HtcdsReport bring(Actor actor, String table, boolean dryRun) {
        return bring(protection, actor, table, dryRun);
    }

    private static HtcdsReport bring(Protection into, Actor actor, String table, boolean dryRun) {
        try {
            return into.importHtcds(actor, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), dryRun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(HtcdsChoice choice) {
        StringWriter nothing = new StringWriter();
        try {
            protection.exportHtcds(house.rosa, choice, nothing);
        } finally {
            assertThat(nothing.toString()).isEmpty();
        }
    }

    private static List<String> write(Protection from, Actor actor, Set<FieldGroup> groups, boolean own) {
        StringWriter table = new StringWriter();
        EnumSet<FieldGroup> chosen = EnumSet.copyOf(groups);
        long count = from.exportHtcds(actor, new HtcdsChoice(chosen, true, Optional.empty(), true, own), table);
        List<String> lines = table.toString().lines().toList();
        assertThat(count).isEqualTo(lines.size() - 1L);
        return lines;
    }

    /** One column, read by a reader that is not ours: no cell of these holds a delimiter or a quotation mark. */
    private static List<String> cells(List<String> lines, String column) {
        List<String> heading = List.of(lines.getFirst().split(",", -1));
        int place = heading.indexOf(column);
        return lines.stream()
                .skip(1)
                .map(line -> line.replaceAll("\"(?:[^\"]|\"\")*\"", "q").split(",", -1)[place])
                .toList();
    }
}
