package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.LegalDemand.Arrival;
import org.fourfold.node.protection.LegalDemand.Authority;
import org.fourfold.node.protection.LegalDemand.Kind;
import org.fourfold.node.protection.LegalDemand.State;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A paper with a stamp is not yet a duty: who writes it down, who finds that it binds, who is told, what goes out. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemandsTest {

    private static final Set<FieldGroup> NAME = Set.of(FieldGroup.IDENTITY);
    private static final Set<FieldGroup> MORE =
            EnumSet.of(FieldGroup.IDENTITY, FieldGroup.SAFETY, FieldGroup.NARRATIVE);
    private static final String LAW = "art. 12, ley inventada";

    private final House house = new House();
    private final Demands demands = house.demands;
    private final Organisation court = house.organisations.add(house.rosa, "Juzgado Segundo", RecipientKind.COURT);
    private final Organisation migration =
            house.organisations.add(house.rosa, "Oficina de migración", RecipientKind.IMMIGRATION_AUTHORITY);

    @AfterAll
    void close() {
        house.close();
    }

    private Arrived from(Organisation asker, Authority authority, Set<FieldGroup> groups) {
        return new Arrived(
                asker,
                authority,
                "Lic. Inventado",
                "",
                groups,
                "¿Tienen a Yesenia Tot?",
                Arrival.IN_PERSON,
                demands.today(),
                Optional.of(demands.today().plusDays(5)));
    }

    private CaseFileId fileWithLawyer() {
        CaseFileId file = house.fileOf(house.rosa, "Yesenia Tot");
        house.protection.nameLawyer(house.rosa, file, house.lawyer.member());
        return file;
    }

    private DemandId received(CaseFileId file, Set<FieldGroup> groups) {
        return demands.receive(house.night, Optional.of(file), from(court, Authority.COURT, groups));
    }

    private LegalDemand seen(CaseFileId file, DemandId demand) {
        return demands.view(house.rosa, file, demand).demand();
    }

    private static LawyersAnswer binds(Set<FieldGroup> groups) {
        return new LawyersAnswer.Binds(groups, LAW, "Lo ordena un juez competente.");
    }

    private static void faults(Runnable work, String... fields) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problems())
                                .extracting(Problem::place)
                                .extracting(place -> ((Problem.Place.Field) place).name())
                                .containsExactly(fields));
    }

    private static void fault(Runnable work, String code) {
        assertThatThrownBy(work::run).isInstanceOf(ProblemException.class).hasMessageContaining(code);
    }

    @Test
    void aCourtsDemandIsNarrowedToldAndMetThroughTheGate() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, MORE);
        assertThat(seen(file, demand).state()).isEqualTo(State.RECEIVED);
        demands.askLawyer(house.rosa, file, demand, house.lawyer.member());
        assertThat(seen(file, demand).state()).isEqualTo(State.WITH_LAWYER);
        demands.answer(house.lawyer, file, demand, binds(NAME));
        assertThat(seen(file, demand).state()).isEqualTo(State.NARROWED);
        assertThat(demands.handOver(house.rosa, file, demand)).isEqualTo(new Sharing.Refused("person-not-told"));
        demands.personTold(house.rosa, file, demand, "Está de acuerdo con que sea solo el nombre.");

        Sharing.Given given = (Sharing.Given) demands.handOver(house.rosa, file, demand);

        assertThat(given.groups()).containsExactly(FieldGroup.IDENTITY);
        assertThat(given.answers().given(Field.NAME)).contains("Yesenia Tot");
        LegalDemand after = seen(file, demand);
        assertThat(after.state()).isEqualTo(State.ANSWERED);
        assertThat(after.steps())
                .extracting(LegalDemand.Step::kind)
                .containsExactly(Kind.RECEIVED, Kind.LAWYER_ASKED, Kind.NARROWED, Kind.PERSON_TOLD, Kind.ANSWERED);
        HandedOver went = house.consents.of(house.rosa, file).handedOver().getFirst();
        assertThat(went.reason()).isEqualTo("legal-duty");
        assertThat(went.recipient()).isEqualTo(court.id());
        assertThat(went.under()).contains(demand.value());
        assertThat(after.steps().getLast().handover()).contains(went.id());
        fault(() -> demands.handOver(house.rosa, file, demand), "protection.demand-decided");
    }

    @Test
    void untilTheLawyerAnswersNothingGoesOut() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        demands.personTold(house.rosa, file, demand, "");
        assertThat(demands.handOver(house.rosa, file, demand)).isEqualTo(new Sharing.Refused("lawyer-not-asked"));
        demands.answer(house.lawyer, file, demand, new LawyersAnswer.Challenges("No es competente."));
        assertThat(seen(file, demand).state()).isEqualTo(State.CHALLENGED);
        fault(() -> demands.handOver(house.rosa, file, demand), "protection.demand-not-binding");
        demands.answer(house.lawyer, file, demand, binds(NAME));
        assertThat(seen(file, demand).state()).isEqualTo(State.APPROVED);
        assertThat(demands.handOver(house.supervisor, file, demand)).isInstanceOf(Sharing.Given.class);
    }

    @Test
    void aDemandThatWasRefusedStaysRefused() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        demands.answer(house.lawyer, file, demand, new LawyersAnswer.Refuses("Sin fundamento."));
        assertThat(seen(file, demand).state()).isEqualTo(State.REFUSED);
        fault(() -> demands.answer(house.lawyer, file, demand, binds(NAME)), "protection.demand-decided");
        fault(() -> demands.handOver(house.rosa, file, demand), "protection.demand-not-binding");
        fault(() -> demands.askLawyer(house.rosa, file, demand, house.lawyer.member()), "protection.demand-decided");
        assertThat(house.consents.of(house.rosa, file).handedOver()).isEmpty();
    }

    @Test
    void noDemandOfAnImmigrationAuthorityEverBindsWhateverItCallsItself() {
        for (Arrived arrived : List.of(
                from(migration, Authority.IMMIGRATION_AUTHORITY, NAME),
                from(migration, Authority.POLICE, NAME),
                from(court, Authority.IMMIGRATION_AUTHORITY, NAME))) {
            CaseFileId file = fileWithLawyer();
            DemandId demand = demands.receive(house.night, Optional.of(file), arrived);
            demands.personTold(house.rosa, file, demand, "");
            assertThat(seen(file, demand).isOfImmigration()).isTrue();
            fault(() -> demands.answer(house.lawyer, file, demand, binds(NAME)), "protection.demand-immigration");
            assertThat(demands.handOver(house.lawyer, file, demand))
                    .isEqualTo(new Sharing.Refused("immigration-authority"));
            demands.answer(house.lawyer, file, demand, new LawyersAnswer.Refuses("8 U.S.C. 1367"));
            assertThat(seen(file, demand).state()).isEqualTo(State.REFUSED);
            assertThat(house.consents.of(house.rosa, file).handedOver()).isEmpty();
        }
    }

    @Test
    void whoHelpsWritesItDownAndOnlyWhoAnswersForTheFileSeesTheWhole() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        for (Actor actor : List.of(house.night, house.teamMate)) {
            DemandsOfFile all = demands.of(actor, file);
            assertThat(all.whole()).isFalse();
            assertThat(all.demands()).extracting(DemandLine::whole).containsExactly(false);
            assertThatThrownBy(() -> demands.view(actor, file, demand)).isInstanceOf(RefusedException.class);
        }
        for (Actor actor : List.of(house.rosa, house.supervisor, house.lawyer)) {
            assertThat(demands.view(actor, file, demand).demand().terms().words())
                    .contains("Yesenia");
        }
        assertThatThrownBy(() -> demands.of(house.stranger, file)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> demands.receive(house.stranger, Optional.of(file), from(court, Authority.COURT, NAME)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> demands.receive(
                        house.member(Role.INVESTIGATOR), Optional.empty(), from(court, Authority.COURT, NAME)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void onlyTheFilesLawyerSaysWhetherItBindsAndNoMoreThanItAsks() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        for (Actor actor : List.of(house.rosa, house.supervisor)) {
            fault(() -> demands.answer(actor, file, demand, binds(NAME)), "protection.demand-lawyer-only");
            fault(
                    () -> demands.forbidTelling(actor, file, demand, "Orden 3", demands.today()),
                    "protection.demand-lawyer-only");
        }
        Actor other = house.member(Role.LAWYER);
        assertThatThrownBy(() -> demands.answer(other, file, demand, binds(NAME)))
                .isInstanceOf(RefusedException.class);
        fault(() -> demands.askLawyer(house.rosa, file, demand, other.member()), "protection.demand-lawyer");
        fault(() -> demands.answer(house.lawyer, file, demand, binds(MORE)), "protection.demand-wider");
        faults(
                () -> demands.answer(house.lawyer, file, demand, new LawyersAnswer.Binds(Set.of(), " ", " ")),
                "reasons",
                "groups",
                "article");
    }

    @Test
    void aCourtMayForbidTellingAndThenItIsMetWithoutAndThePersonIsToldAfterwards() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        demands.answer(house.lawyer, file, demand, binds(NAME));
        LocalDate until = demands.today().plusDays(3);
        demands.forbidTelling(house.lawyer, file, demand, "Orden 44, Juzgado Segundo", until);
        assertThat(demands.silenced(house.rosa, file)).isTrue();
        fault(() -> demands.personTold(house.rosa, file, demand, ""), "protection.demand-telling-forbidden");

        assertThat(demands.handOver(house.rosa, file, demand)).isInstanceOf(Sharing.Given.class);

        assertThat(waiting(house.rosa, demand).orElseThrow().waitsForTelling(demands.today()))
                .isFalse();
        house.later(Duration.ofDays(4));
        assertThat(demands.silenced(house.rosa, file)).isFalse();
        assertThat(waiting(house.rosa, demand).orElseThrow().waitsForTelling(demands.today()))
                .isTrue();
        demands.personTold(house.rosa, file, demand, "");
        assertThat(waiting(house.rosa, demand)).isEmpty();
        demands.forbidTelling(house.lawyer, file, demand, "Orden 45", until);
        assertThat(demands.silenced(house.rosa, file))
                .as("an order that is over")
                .isFalse();
        house.later(Duration.ofDays(-4));
    }

    private Optional<DemandLine> waiting(Actor actor, DemandId demand) {
        return demands.waiting(actor).stream()
                .filter(line -> line.id().equals(demand))
                .findFirst();
    }

    @Test
    void itWaitsForItsLawyerAndItsDayPasses() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        DemandId demand = received(file, NAME);
        DemandLine line = waiting(house.rosa, demand).orElseThrow();
        assertThat(line.lawyerNamed()).isFalse();
        assertThat(line.mine()).isTrue();
        assertThat(waiting(house.lawyer, demand)).isEmpty();
        assertThat(waiting(house.night, demand)).isEmpty();
        house.protection.nameLawyer(house.supervisor, file, house.lawyer.member());
        assertThat(waiting(house.lawyer, demand).orElseThrow().asLawyer()).isTrue();
        LocalDate due = line.due().orElseThrow();
        assertThat(line.isOverdue(due)).isFalse();
        assertThat(line.isOverdue(due.plusDays(1))).isTrue();
        demands.answer(house.lawyer, file, demand, new LawyersAnswer.Refuses("No."));
        assertThat(waiting(house.rosa, demand).orElseThrow().isOverdue(due.plusDays(1)))
                .isFalse();
    }

    @Test
    void whatOneMayNotPutOnPaperIsHandedOverByAnother() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, EnumSet.of(FieldGroup.NEEDS, FieldGroup.LEGAL));
        demands.answer(house.lawyer, file, demand, binds(EnumSet.of(FieldGroup.NEEDS, FieldGroup.LEGAL)));
        demands.personTold(house.lawyer, file, demand, "");
        Sharing.Given first = (Sharing.Given) demands.handOver(house.rosa, file, demand);
        assertThat(first.groups()).containsExactly(FieldGroup.NEEDS);
        assertThat(first.heldBack()).containsExactly(FieldGroup.LEGAL);
        assertThat(seen(file, demand).remaining()).containsExactly(FieldGroup.LEGAL);
        fault(() -> demands.handOver(house.rosa, file, demand), "protection.demand-not-yours");
        Sharing.Given second = (Sharing.Given) demands.handOver(house.lawyer, file, demand);
        assertThat(second.groups()).containsExactly(FieldGroup.LEGAL);
        assertThat(seen(file, demand).remaining()).isEmpty();
    }

    @Test
    void aDemandThatSpeaksOfNobodyKnownIsAnsweredNeitherWithYesNorWithNo() {
        DemandId demand = demands.receive(house.stranger, Optional.empty(), from(court, Authority.OTHER, NAME));
        assertThat(demands.view(house.stranger, demand).demand().terms().words())
                .contains("Yesenia");
        for (Actor actor : List.of(house.rosa, house.night)) {
            assertThatThrownBy(() -> demands.view(actor, demand)).isInstanceOf(RefusedException.class);
        }
        fault(() -> demands.answerNeither(house.stranger, demand, "Nada."), "protection.demand-close-who");
        fault(() -> demands.forget(house.lawyer, demand), "protection.demand-not-answered");

        demands.answerNeither(house.supervisor, demand, "No decimos quién está.");

        LegalDemand after = demands.view(house.lawyer, demand).demand();
        assertThat(after.state()).isEqualTo(State.ANSWERED);
        assertThat(after.handedOver()).isEmpty();
        assertThat(waiting(house.supervisor, demand)).isEmpty();
        demands.forget(house.lawyer, demand);
        assertThatThrownBy(() -> demands.view(house.lawyer, demand)).isInstanceOf(RefusedException.class);
        assertThat(rows("demand", "id", demand)).isZero();
        assertThat(house.keyring.find(new CaseFileId(demand.value()))).isEmpty();
    }

    @Test
    void itIsTiedToAFileByWhoMaySeeTheFileAndItsOwnKeyEnds() {
        CaseFileId file = fileWithLawyer();
        FileNumber number = house.protection.readers(house.rosa, file).number();
        DemandId demand = demands.receive(house.stranger, Optional.empty(), from(court, Authority.COURT, NAME));
        fault(() -> demands.tie(house.stranger, demand, number), "protection.demand-no-file");
        assertThatThrownBy(() -> demands.tie(house.rosa, demand, number)).isInstanceOf(RefusedException.class);

        assertThat(demands.tie(house.supervisor, demand, number)).isEqualTo(file);

        assertThat(house.keyring.find(new CaseFileId(demand.value()))).isEmpty();
        assertThat(seen(file, demand).terms().words()).contains("Yesenia");
        assertThat(seen(file, demand).steps())
                .extracting(LegalDemand.Step::kind)
                .containsExactly(Kind.RECEIVED, Kind.TIED);
        assertThatThrownBy(() -> demands.view(house.stranger, demand)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> demands.tie(house.supervisor, demand, number)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aSealedFileKeepsItsDemandsFromEverybodyButOwnerAndLawyer() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        house.protection.seal(house.rosa, file, true);
        for (Actor actor : List.of(house.supervisor, house.night, house.teamMate)) {
            assertThatThrownBy(() -> demands.of(actor, file)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> demands.view(actor, file, demand)).isInstanceOf(RefusedException.class);
            assertThat(waiting(actor, demand)).isEmpty();
        }
        demands.answer(house.lawyer, file, demand, binds(NAME));
        demands.personTold(house.rosa, file, demand, "");
        assertThat(demands.handOver(house.lawyer, file, demand)).isInstanceOf(Sharing.Given.class);
    }

    @Test
    void aDemandOfAnotherFileIsNotOpenedHere() {
        CaseFileId file = fileWithLawyer();
        DemandId others = received(fileWithLawyer(), NAME);
        for (Consumer<DemandId> work : List.<Consumer<DemandId>>of(
                demand -> demands.view(house.rosa, file, demand),
                demand -> demands.answer(house.lawyer, file, demand, binds(NAME)),
                demand -> demands.personTold(house.rosa, file, demand, ""),
                demand -> demands.handOver(house.rosa, file, demand))) {
            assertThatThrownBy(() -> work.accept(others)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void whatCannotBeIsToldAllAtOnce() {
        Organisation funder = house.organisations.add(house.rosa, "Fundación Gris", RecipientKind.FUNDER);
        Arrived bad = new Arrived(
                funder,
                Authority.OTHER,
                "x".repeat(Demands.LINE_MAX + 1),
                "",
                Set.of(),
                " ",
                Arrival.PAPER,
                demands.today(),
                Optional.of(demands.today().minusDays(1)));
        faults(() -> demands.receive(house.night, Optional.empty(), bad), "asker", "person", "groups", "words", "due");
        Arrived tomorrow = new Arrived(
                court,
                Authority.COURT,
                "",
                "",
                NAME,
                "¿?",
                Arrival.PAPER,
                demands.today().plusDays(1),
                Optional.empty());
        faults(() -> demands.receive(house.night, Optional.empty(), tomorrow), "received");
    }

    @Test
    void nothingOfItStandsInClearAndAnErasedFileKeepsNoneOfIt() {
        CaseFileId file = fileWithLawyer();
        DemandId demand = received(file, NAME);
        demands.answer(house.lawyer, file, demand, binds(NAME));
        assertThat(house.count("SELECT count(*) FROM protection.demand_step s WHERE s.demand = '" + demand
                        + "' AND (s::text LIKE '%" + court.id()
                        + "%' OR encode(ciphertext, 'escape') LIKE '%Yesenia%')"))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + file + "' AND detail LIKE '%"
                        + court.id() + "%'"))
                .isZero();
        house.protection.erase(house.rosa, file);
        assertThat(rows("demand", "file", file)).isZero();
        assertThat(rows("demand_step", "demand", demand)).isZero();
    }

    private long rows(String table, String column, Object id) {
        return house.count("SELECT count(*) FROM protection." + table + " WHERE " + column + " = '" + id + "'");
    }
}
