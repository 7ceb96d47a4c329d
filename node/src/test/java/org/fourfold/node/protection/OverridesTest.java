package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.Consent.How;
import org.fourfold.node.protection.OverrideLine.Task;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Life in danger and nobody to ask: two persons answer for it, for a day, and the person is told. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverridesTest {

    private static final Set<FieldGroup> NAME = Set.of(FieldGroup.IDENTITY);

    private final House house = new House();
    private final Overrides overrides = house.overrides;
    private final Organisation hospital =
            house.organisations.add(house.rosa, "Hospital General", RecipientKind.SERVICE);

    @AfterAll
    void close() {
        house.close();
    }

    private static OverrideWish wish(Set<FieldGroup> groups) {
        return new OverrideWish(
                Purpose.PROTECTION, groups, OverrideFact.Reason.MEDICAL_EMERGENCY, "Está inconsciente y no despierta.");
    }

    private CaseFileId file() {
        return house.fileOf(house.rosa, "Yesenia Tot");
    }

    private static void fault(Runnable work, String code) {
        assertThatThrownBy(work::run).isInstanceOf(ProblemException.class).hasMessageContaining(code);
    }

    private ConsentOverride only(Actor actor, CaseFileId file) {
        return overrides.of(actor, file).overrides().getFirst();
    }

    private List<Task> waiting(Actor actor, CaseFileId file) {
        return overrides.waiting(actor).stream()
                .filter(line -> line.file().equals(file))
                .map(OverrideLine::task)
                .toList();
    }

    @Test
    void atNightOneAsksAnotherApprovesAndWhoAskedHandsOver() {
        CaseFileId file = file();
        UUID override = overrides.ask(house.night, file, hospital, wish(NAME));
        assertThat(overrides.handOver(house.night, file, override))
                .isEqualTo(new Sharing.Refused("override-not-approved"));
        assertThat(waiting(house.supervisor, file)).containsExactly(Task.ANSWER);
        overrides.answer(house.supervisor, file, override, true);
        assertThat(waiting(house.night, file)).containsExactly(Task.HAND_OVER);

        Sharing.Given given = (Sharing.Given) overrides.handOver(house.night, file, override);

        assertThat(given.answers().given(Field.NAME)).contains("Yesenia Tot");
        HandedOver went = house.consents.of(house.rosa, file).handedOver().getFirst();
        assertThat(went.reason()).isEqualTo("override");
        assertThat(went.under()).contains(override);
        assertThat(went.by()).isEqualTo(house.night.member());
        assertThat(house.consents.of(house.rosa, file).personToTell()).containsExactly(override);
        assertThat(waiting(house.rosa, file)).containsExactly(Task.TELL);
        overrides.told(house.rosa, file, override);
        assertThat(waiting(house.rosa, file)).isEmpty();
        assertThat(only(house.rosa, file).toldAt()).isPresent();
        assertThat(house.consents.of(house.rosa, file).personToTell()).isEmpty();
        assertThat(
                        house.count(
                                "SELECT count(*) FROM trust.event WHERE subject = '" + file
                                        + "' AND type IN ('case.override-asked', 'case.override-granted', 'case.override-person-told')"))
                .isEqualTo(3);
    }

    @Test
    void nobodyIsTheirOwnSecondPerson() {
        CaseFileId file = file();
        UUID override = overrides.ask(house.rosa, file, hospital, wish(NAME));
        fault(() -> overrides.answer(house.rosa, file, override, true), "protection.override-own");
        for (Actor actor : List.of(house.night, house.teamMate, house.stranger)) {
            assertThatThrownBy(() -> overrides.answer(actor, file, override, true))
                    .isInstanceOf(RefusedException.class);
        }
        assertThat(overrides.handOver(house.rosa, file, override))
                .isEqualTo(new Sharing.Refused("override-not-approved"));
        overrides.answer(house.supervisor, file, override, false);
        fault(() -> overrides.answer(house.supervisor, file, override, true), "protection.override-over");
        assertThat(overrides.handOver(house.rosa, file, override))
                .isEqualTo(new Sharing.Refused("override-not-approved"));
    }

    @Test
    void theDatabaseItselfRefusesApprovalByWhoAsked() {
        CaseFileId file = file();
        UUID override = overrides.ask(house.rosa, file, hospital, wish(NAME));
        assertThatThrownBy(() -> house.superuser("INSERT INTO protection.override_step VALUES ('" + override + "', '"
                        + house.rosa.member() + "', 'GRANTED', now(), '" + house.rosa.member() + "')"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itEndsAfterADay() {
        CaseFileId file = file();
        UUID granted = overrides.ask(house.rosa, file, hospital, wish(NAME));
        overrides.answer(house.supervisor, file, granted, true);
        UUID open = overrides.ask(house.supervisor, file, hospital, wish(NAME));
        house.later(Duration.ofHours(25));
        assertThat(overrides.handOver(house.rosa, file, granted)).isEqualTo(new Sharing.Refused("override-ended"));
        fault(() -> overrides.answer(house.rosa, file, open, true), "protection.override-over");
        house.later(Duration.ofHours(-25));
        assertThat(overrides.handOver(house.rosa, file, granted)).isInstanceOf(Sharing.Given.class);
    }

    @Test
    void whoAsksAsksForWhatTheyMaySeeAndATeamMateDoesNotAsk() {
        CaseFileId file = file();
        fault(
                () -> overrides.ask(
                        house.night, file, hospital, wish(EnumSet.of(FieldGroup.IDENTITY, FieldGroup.NARRATIVE))),
                "protection.override-groups");
        for (Actor actor : List.of(house.teamMate, house.stranger)) {
            assertThatThrownBy(() -> overrides.ask(actor, file, hospital, wish(NAME)))
                    .isInstanceOf(RefusedException.class);
        }
        house.protection.seal(house.rosa, file, true);
        assertThatThrownBy(() -> overrides.ask(house.night, file, hospital, wish(NAME)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void noSecondPersonIsWokenForWhatTheLawRefusesAnywayOrThePersonAgreedTo() {
        CaseFileId file = file();
        for (RecipientKind kind :
                List.of(RecipientKind.IMMIGRATION_AUTHORITY, RecipientKind.FUNDER, RecipientKind.SHARED_STORE)) {
            Organisation never = house.organisations.add(house.rosa, "Nunca " + kind, kind);
            fault(() -> overrides.ask(house.rosa, file, never, wish(NAME)), "protection.override-never");
        }
        Organisation uncle = house.organisations.add(house.rosa, "Clínica del tío", RecipientKind.SERVICE);
        house.consents.withhold(house.rosa, file, uncle.id());
        fault(() -> overrides.ask(house.rosa, file, uncle, wish(NAME)), "protection.override-never");
        house.consents.give(
                house.rosa,
                file,
                new Consent.Terms(
                        hospital.id(), Purpose.PROTECTION, NAME, GivenBy.ADULT, How.PRESENT, "es", true, false),
                3);
        fault(() -> overrides.ask(house.rosa, file, hospital, wish(NAME)), "protection.override-needless");
        fault(
                () -> overrides.ask(
                        house.rosa,
                        file,
                        hospital,
                        new OverrideWish(Purpose.PROTECTION, NAME, OverrideFact.Reason.LIFE_IN_DANGER, "corto")),
                "protection.override-words");
    }

    @Test
    void whatIsWithheldAfterTheApprovalStays() {
        CaseFileId file = file();
        UUID override = overrides.ask(house.night, file, hospital, wish(NAME));
        overrides.answer(house.rosa, file, override, true);
        house.consents.withhold(house.rosa, file, hospital.id());
        for (Actor actor : List.of(house.night, house.rosa)) {
            assertThat(overrides.handOver(actor, file, override)).isEqualTo(new Sharing.Refused("withheld"));
        }
    }

    @Test
    void nothingOfItStandsInClearAndAnErasedFileKeepsNoneOfIt() {
        CaseFileId file = file();
        UUID override = overrides.ask(house.rosa, file, hospital, wish(NAME));
        overrides.answer(house.supervisor, file, override, true);
        assertThat(house.count("SELECT count(*) FROM protection.consent_override o WHERE o.id = '" + override
                        + "' AND (o::text LIKE '%" + hospital.id()
                        + "%' OR encode(ciphertext, 'escape') LIKE '%MEDICAL%')"))
                .isZero();
        house.protection.erase(house.rosa, file);
        assertThat(house.count("SELECT count(*) FROM protection.consent_override WHERE id = '" + override + "'"))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM protection.override_step WHERE override = '" + override + "'"))
                .isZero();
    }
}
