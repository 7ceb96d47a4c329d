package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Consent.How;
import org.fourfold.node.protection.Transfer.Reason;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.When;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody leaves, or the person asks for somebody else: the file goes to a colleague with all that hangs on its owner. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransfersTest {

    private final House house = new House();
    private final Transfers transfers =
            new Transfers(house.test.database("protection"), house.keyring, house::now, House.RANDOM);
    private final Organisation clinic = house.organisations.add(house.rosa, "Clínica Luna", RecipientKind.SERVICE);

    @AfterAll
    void close() {
        house.close();
    }

    private CaseFileId file() {
        return house.fileOf(house.rosa, "Yesenia Tot");
    }

    private void hand(Actor actor, CaseFileId file, Actor receiver) {
        transfers.hand(actor, file, receiver.member(), Reason.PERSON_ASKED);
    }

    private static List<CaseFileId> ids(List<CaseFile> files) {
        return files.stream().map(CaseFile::id).toList();
    }

    @Test
    void consentsDemandsLawyerAndDeadlinesGoAlong() {
        CaseFileId file = file();
        house.lawyer(file);
        house.consents.give(
                house.rosa,
                file,
                new Consent.Terms(
                        clinic.id(),
                        Purpose.PROTECTION,
                        Set.of(FieldGroup.IDENTITY),
                        GivenBy.ADULT,
                        How.PRESENT,
                        "mam",
                        true,
                        false),
                3);
        LocalDate today = house.now().atZone(House.ZONE).toLocalDate();
        house.clocks.tell(
                house.rosa,
                file,
                FactKind.MX_CHILD_HARMED,
                new LegalClocks.Told(new When(Dated.day(today), Optional.empty()), ""),
                Optional.empty());

        hand(house.rosa, file, house.teamMate);

        assertThat(house.protection.view(house.teamMate, file).shown())
                .contains(FieldGroup.NARRATIVE, FieldGroup.DURESS);
        assertThat(house.protection.view(house.rosa, file).shown()).doesNotContain(FieldGroup.NARRATIVE);
        assertThat(house.consents.duties(house.teamMate).stream().map(ConsentDuty::file))
                .contains(file);
        assertThat(house.consents.duties(house.rosa).stream().map(ConsentDuty::file))
                .doesNotContain(file);
        assertThat(house.clocks.due(house.teamMate).stream().map(DueClock::file))
                .contains(file);
        assertThat(house.clocks.due(house.rosa).stream().map(DueClock::file)).doesNotContain(file);
        assertThat(house.protection.view(house.lawyer, file).shown()).contains(FieldGroup.LEGAL);
    }

    @Test
    void theNewOwnerSeesWhyAndSaysThatTheyTookItOver() {
        CaseFileId file = file();
        hand(house.supervisor, file, house.teamMate);
        assertThat(ids(transfers.waiting(house.teamMate))).contains(file);
        assertThat(ids(transfers.waiting(house.rosa))).doesNotContain(file);
        Transfer transfer = transfers.of(house.teamMate, file).orElseThrow();
        assertThat(transfer.former()).isEqualTo(house.rosa.member());
        assertThat(transfer.by()).isEqualTo(house.supervisor.member());
        assertThat(transfer.reason()).isEqualTo(Reason.PERSON_ASKED);

        transfers.take(house.teamMate, file);

        assertThat(ids(transfers.waiting(house.teamMate))).doesNotContain(file);
        assertThat(transfers.of(house.teamMate, file)).isEmpty();
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + file
                        + "' AND type IN ('case.handed-on', 'case.taken-over')"))
                .isEqualTo(2);
    }

    @Test
    void aSealedFileIsHandedOnByItsOwnerOnlyWhoThenKnowsNothingOfIt() {
        CaseFileId file = file();
        house.protection.seal(house.rosa, file, true);
        assertThatThrownBy(() -> hand(house.supervisor, file, house.teamMate)).isInstanceOf(RefusedException.class);

        hand(house.rosa, file, house.teamMate);

        assertThat(house.protection.view(house.teamMate, file).file().sealed()).isTrue();
        assertThatThrownBy(() -> house.protection.view(house.rosa, file)).isInstanceOf(RefusedException.class);
    }

    @Test
    void itGoesToNobodyOutsideTheTeamAndToNobodyWhoKeepsNoFiles() {
        CaseFileId file = file();
        for (Actor receiver : List.of(house.stranger, house.night, house.lawyer, house.rosa)) {
            assertThatThrownBy(() -> hand(house.rosa, file, receiver)).hasMessage("protection.transfer-whom");
        }
        Actor gone = house.member(Role.CASEWORKER);
        assertThatThrownBy(() -> hand(house.rosa, file, gone)).hasMessage("protection.transfer-whom");
        assertThat(house.protection.view(house.rosa, file).file().owner()).isEqualTo(house.rosa.member());
    }

    @Test
    void nobodyElseHandsItOn() {
        CaseFileId file = file();
        for (Actor actor : List.of(house.teamMate, house.night, house.stranger, house.strangersSupervisor)) {
            assertThatThrownBy(() -> hand(actor, file, house.teamMate)).isInstanceOf(RefusedException.class);
        }
        hand(house.rosa, file, house.teamMate);
        assertThatThrownBy(() -> hand(house.rosa, file, house.supervisor)).isInstanceOf(RefusedException.class);
    }

    @Test
    void onceItWentFurtherItWaitsForNobodyBefore() {
        CaseFileId file = file();
        hand(house.rosa, file, house.teamMate);
        hand(house.teamMate, file, house.rosa);
        assertThat(ids(transfers.waiting(house.teamMate))).doesNotContain(file);
        assertThat(ids(transfers.waiting(house.rosa))).contains(file);
    }
}
