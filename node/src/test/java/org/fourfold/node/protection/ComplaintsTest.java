package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Complaint.State;
import org.fourfold.node.protection.Complaint.Whose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who complains of the house is heard from outside: nobody in it reads it, and nobody in it finds out who wrote it down. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintsTest {

    private static final String WORDS = "De noche cierran la cocina con llave.";

    private final House house = new House();
    private final Complaints complaints = new Complaints(
            house.test.database("protection"), house.keyring, house::now, House.RANDOM, () -> House.ZONE);
    private final Actor teo = house.member(Role.TRUSTEE).withPurpose(Purpose.OVERSIGHT);

    @AfterAll
    void close() {
        house.close();
    }

    private Complaint latest() {
        return complaints.listed(teo).stream()
                .filter(one -> one.steps().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Complaint heard(UUID id) {
        return complaints.listed(teo).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private UUID told(ComplaintCode code) {
        return complaints.asked(house.night, code).orElseThrow().id();
    }

    @Test
    void trusteesReadItAndNobodyOfTheHouseNotEvenWhoWroteIt() {
        UUID id = told(complaints.tell(house.rosa, Whose.PERSON, WORDS, false));

        Complaint.Told told = heard(id).told().orElseThrow();
        assertThat(told.words()).isEqualTo(WORDS);
        assertThat(told.writer()).isEmpty();
        for (Actor actor : List.of(
                house.rosa,
                house.supervisor,
                house.supervisor.withPurpose(Purpose.OVERSIGHT),
                house.member(Role.ADMINISTRATOR).withPurpose(Purpose.OVERSIGHT),
                house.member(Role.PRIVACY_OFFICER).withPurpose(Purpose.OVERSIGHT),
                house.member(Role.TRUSTEE))) {
            assertThatThrownBy(() -> complaints.listed(actor)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> complaints.answer(actor, id, State.ANSWERED, "x"))
                    .isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void aTrusteeWhoSupervisesTooIsNoneFromOutside() {
        UUID id = told(complaints.tell(house.rosa, Whose.OWN, WORDS, false));
        Actor both = new Actor(house.supervisor.member(), Role.TRUSTEE, Purpose.OVERSIGHT, House.ORGANISATION);
        house.superuser("""
                INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
                VALUES (gen_random_uuid(), '%1$s', 'TRUSTEE', 'CONFIRMED', 'DEMONSTRATION', '%1$s', now(), now())
                """.formatted(both.member()));
        assertThat(complaints.listed(both)).isEmpty();
        assertThatThrownBy(() -> complaints.answer(both, id, State.ANSWERED, "x"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theRecordTellsThatOneCameAndOfNobodyWhoWroteIt() {
        UUID id = told(complaints.tell(house.rosa, Whose.PERSON, WORDS, false));
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + id
                        + "' AND type = 'complaint.told' AND member IS NULL AND role IS NULL"))
                .isEqualTo(1);
        assertThat(house.count("SELECT count(*) FROM trust.event WHERE subject = '" + id + "'"))
                .isEqualTo(1);
        assertThat(house.count("SELECT count(*) FROM protection.complaint_part p WHERE p::text LIKE '%"
                        + house.rosa.member() + "%' OR p::text LIKE '%cocina%'"))
                .isZero();
    }

    @Test
    void whoWantsToBeKnownIsKnownToTheTrustees() {
        UUID id = told(complaints.tell(house.night, Whose.OWN, WORDS, true));
        assertThat(heard(id).told().orElseThrow().writer()).contains(house.night.member());
    }

    @Test
    void byTheCodeItsPersonAsksWhateverTheDeskAndReadsTheAnswerOnly() {
        ComplaintCode code = complaints.tell(house.rosa, Whose.PERSON, WORDS, false);
        Complaint waiting = complaints.asked(house.stranger, code).orElseThrow();
        assertThat(waiting.state()).isEmpty();
        complaints.answer(teo, waiting.id(), State.RECEIVED, "");
        complaints.answer(teo, waiting.id(), State.LOOKED_INTO, "Hablamos con la casa.");
        complaints.answer(teo, waiting.id(), State.ANSWERED, "La cocina queda abierta.");

        ComplaintCode typed = ComplaintCode.parse(
                        code.text().toLowerCase(java.util.Locale.ROOT).replace("-", " "))
                .orElseThrow();
        for (Actor actor : List.of(house.stranger, house.night, teo)) {
            Complaint asked = complaints.asked(actor, typed).orElseThrow();
            assertThat(asked.told()).isEmpty();
            assertThat(asked.state()).contains(State.ANSWERED);
            assertThat(asked.steps()).extracting(Complaint.Step::words).last().isEqualTo("La cocina queda abierta.");
        }
        assertThat(complaints.asked(house.rosa, ComplaintCode.random(House.RANDOM)))
                .isEqualTo(Optional.empty());
    }

    @Test
    void whatWasAnsweredIsForgottenWithItsKey() {
        ComplaintCode code = complaints.tell(house.rosa, Whose.PERSON, WORDS, false);
        UUID id = told(code);
        assertThatThrownBy(() -> complaints.forget(teo, id)).hasMessage("protection.complaint-not-answered");
        complaints.answer(teo, id, State.ANSWERED, "Listo.");
        complaints.forget(teo, id);
        assertThat(complaints.asked(house.rosa, code)).isEmpty();
        assertThat(house.count("SELECT count(*) FROM trust.file_key WHERE case_file = '" + id + "'"))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM protection.complaint_part WHERE complaint = '" + id + "'"))
                .isZero();
    }

    @Test
    void anEmptyOneIsNotTakenNorAnAnswerWithoutWords() {
        assertThatThrownBy(() -> complaints.tell(house.rosa, Whose.PERSON, "  ", false))
                .hasMessage("protection.complaint-words");
        complaints.tell(house.rosa, Whose.PERSON, WORDS, false);
        UUID id = latest().id();
        assertThatThrownBy(() -> complaints.answer(teo, id, State.ANSWERED, " "))
                .hasMessage("protection.complaint-words");
    }
}
