package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.RightsRequest.Kind;
import org.fourfold.node.protection.RightsRequest.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a person asks of what is kept about her is written down by whoever answers the telephone, and answered in time. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");

    /** A Friday, eight in the evening in Guatemala: another day in UTC. */
    private static final Instant FRIDAY = Instant.parse("2026-11-28T02:00:00Z");

    private final House house = new House();
    private final Rights rights = new Rights(house.test.database("protection"), () -> FRIDAY, House.RANDOM, () -> ZONE);
    private final Actor paz = house.member(Role.PRIVACY_OFFICER).withPurpose(Purpose.OVERSIGHT);

    @AfterAll
    void close() {
        house.close();
    }

    private FileNumber number(CaseFileId file) {
        return house.protection.view(house.rosa, file).file().number();
    }

    private List<RightsRequest> of(Actor actor, CaseFileId file) {
        return rights.listed(actor).stream()
                .filter(one -> one.file().equals(file))
                .toList();
    }

    @Test
    void whoeverHelpsTakesItByTheNumberAndOwnerSupervisorAndPrivacyOfficerSeeIt() {
        CaseFileId file = house.fileOf(house.rosa, "Marisol Inventada");
        rights.receive(house.stranger, number(file), Kind.RECTIFICATION, Consent.How.PHONE);

        for (Actor actor : List.of(house.rosa, house.supervisor, paz, house.stranger)) {
            assertThat(of(actor, file)).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.RECTIFICATION);
                assertThat(one.receivedBy()).isEqualTo(house.stranger.member());
            });
        }
        assertThat(of(house.teamMate, file)).isEmpty();
        assertThat(of(house.strangersSupervisor, file)).isEmpty();
        assertThatThrownBy(() -> house.protection.view(house.stranger, file)).isInstanceOf(RefusedException.class);
    }

    @Test
    void itIsDueAtTheEndOfTheTwentiethWorkingDayInTheOrganisationsZone() {
        CaseFileId file = house.fileOf(house.rosa, "Marisol Inventada");
        rights.receive(house.rosa, number(file), Kind.ACCESS, Consent.How.PRESENT);
        // Counted on a calendar: Monday 30 November is the first, Friday 25 December the twentieth.
        assertThat(of(house.rosa, file).getFirst().due())
                .isEqualTo(LocalDate.of(2026, 12, 26).atStartOfDay(ZONE).toInstant());
    }

    @Test
    void itIsAnsweredOnceByWhoMay() {
        CaseFileId file = house.fileOf(house.rosa, "Marisol Inventada");
        rights.receive(house.night, number(file), Kind.ERASURE, Consent.How.PAPER);
        RightsRequest asked = of(house.rosa, file).getFirst();
        assertThatThrownBy(() -> rights.answer(house.night, asked.id(), Outcome.DONE))
                .hasMessage("protection.request-not-yours");
        rights.answer(paz, asked.id(), Outcome.PARTLY);
        assertThat(of(house.rosa, file).getFirst().answer()).hasValueSatisfying(answer -> {
            assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY);
            assertThat(answer.by()).isEqualTo(paz.member());
        });
        assertThatThrownBy(() -> rights.answer(house.rosa, asked.id(), Outcome.DONE))
                .hasMessage("protection.request-not-yours");
    }

    @Test
    void whenTheFileIsErasedThePrivacyOfficerStillSeesThatItWasAskedAndAnswers() {
        CaseFileId file = house.fileOf(house.rosa, "Marisol Inventada");
        rights.receive(house.rosa, number(file), Kind.ERASURE, Consent.How.PRESENT);
        house.protection.erase(house.rosa, file);
        RightsRequest asked = of(paz, file).getFirst();
        rights.answer(paz, asked.id(), Outcome.DONE);
        assertThat(of(paz, file).getFirst().answer()).isPresent();
    }

    @Test
    void aNumberThatNoFileHasIsToldAndNothingIsWritten() {
        assertThatThrownBy(() ->
                        rights.receive(house.rosa, FileNumber.random(House.RANDOM), Kind.ACCESS, Consent.How.PHONE))
                .hasMessage("protection.no-such-number");
        Actor investigator = house.member(Role.INVESTIGATOR);
        assertThatThrownBy(() -> rights.listed(investigator)).isInstanceOf(RefusedException.class);
    }
}
