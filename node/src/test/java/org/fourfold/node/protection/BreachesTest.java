package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.BreachEntry.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A telephone is lost: whoever notices says so, the privacy officer writes down what is done, and nobody changes a word. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreachesTest {

    private static final String WORDS = "Un teléfono de la casa quedó en el autobús.";

    private final House house = new House();
    private final Breaches breaches =
            new Breaches(house.test.database("protection"), house.keyring, house::now, House.RANDOM);
    private final Actor paz = house.member(Role.PRIVACY_OFFICER).withPurpose(Purpose.OVERSIGHT);

    @AfterAll
    void close() {
        house.close();
    }

    private UUID reported(Actor actor, Instant noticed) {
        return breaches.report(actor, Kind.DEVICE_LOST, noticed, "entre lunes y martes", WORDS);
    }

    private Breach seen(UUID id) {
        return breaches.find(paz, id).orElseThrow();
    }

    @Test
    void whoeverNoticesReportsAndOnlyThePrivacyOfficerSees() {
        List<Actor> all = List.of(
                house.night,
                house.member(Role.TRUSTEE).withPurpose(Purpose.OVERSIGHT),
                house.member(Role.ANALYST).withPurpose(Purpose.PREVENTION));
        for (Actor actor : all) {
            UUID id = reported(actor, house.now());
            assertThat(seen(id).reported().words()).isEqualTo(WORDS);
            assertThat(seen(id).entries().getFirst().by()).isEqualTo(actor.member());
            assertThatThrownBy(() -> breaches.listed(actor)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> breaches.add(actor, id, new BreachEntry.Done("x")))
                    .isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> breaches.listed(house.supervisor.withPurpose(Purpose.OVERSIGHT)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theClockIsSeventyTwoHoursFromWhenItWasNoticedUntilTheAuthorityIsAnswered() {
        Instant noticed = house.now().minus(Duration.ofHours(70));
        UUID id = reported(house.night, noticed);
        assertThat(seen(id).authorityBy()).isEqualTo(noticed.plus(Duration.ofDays(3)));
        assertThat(seen(id).isOverdue(noticed.plus(Duration.ofDays(3)))).isFalse();
        assertThat(seen(id).isOverdue(noticed.plus(Duration.ofDays(3)).plusSeconds(1)))
                .isTrue();

        LocalDate today = house.now().atZone(House.ZONE).toLocalDate();
        breaches.add(paz, id, new BreachEntry.AuthorityTold(today, "Autoridad inventada, folio 3"));

        assertThat(seen(id).isOverdue(noticed.plus(Duration.ofDays(3)).plusSeconds(1)))
                .isFalse();
        assertThat(seen(id).isOpen()).as("the persons are not told yet").isTrue();
        breaches.add(paz, id, new BreachEntry.PersonsNotYet("Se busca cómo avisar sin peligro."));
        assertThat(seen(id).isOpen()).as("not yet is still to be done").isTrue();
        breaches.add(paz, id, new BreachEntry.PersonsTold(today));
        assertThat(seen(id).isOpen()).isFalse();
    }

    @Test
    void whereNobodyNeedBeToldItIsSettledWithTheReasons() {
        UUID id = reported(house.night, house.now());
        breaches.add(paz, id, new BreachEntry.AuthorityNotNeeded("Estaba cifrado y apagado."));
        breaches.add(paz, id, new BreachEntry.PersonsNotYet("Nadie pudo leer nada."));
        assertThat(seen(id).isOpen()).isFalse();
    }

    @Test
    void whatComesLaterIsAddedAndWhatWasWeighedLastHolds() {
        UUID id = reported(paz, house.now());
        BreachEntry.Weighed first = new BreachEntry.Weighed(
                Set.of(FieldGroup.CONTACT), BreachEntry.Persons.UNKNOWN, BreachEntry.Severity.UNKNOWN);
        BreachEntry.Weighed second = new BreachEntry.Weighed(
                Set.of(FieldGroup.CONTACT, FieldGroup.IDENTITY),
                BreachEntry.Persons.UP_TO_10,
                BreachEntry.Severity.GRAVE);
        List<BreachEntry.What> later = List.of(
                first,
                new BreachEntry.Done("Se borró a distancia."),
                second,
                new BreachEntry.PersonsTold(LocalDate.of(2026, 11, 20)),
                new BreachEntry.AuthorityNotNeeded("Estaba cifrado."));
        for (BreachEntry.What what : later) {
            house.later(Duration.ofMinutes(1));
            breaches.add(paz, id, what);
        }
        assertThat(seen(id).entries().stream().skip(1).map(BreachEntry::what)).containsExactlyElementsOf(later);
        assertThat(seen(id).weighed()).contains(second);
        assertThat(seen(id).isOpen()).isFalse();
    }

    @Test
    void whatCannotBeIsTold() {
        assertThatThrownBy(() -> reported(house.night, house.now().plusSeconds(60)))
                .hasMessage("protection.breach-noticed");
        assertThatThrownBy(() -> breaches.report(house.night, Kind.OTHER, house.now(), "", "  "))
                .hasMessage("protection.breach-words");
        UUID id = reported(house.night, house.now());
        assertThatThrownBy(() -> breaches.add(paz, id, new BreachEntry.PersonsTold(LocalDate.of(2100, 1, 1))))
                .hasMessage("protection.breach-day");
        assertThatThrownBy(() -> breaches.add(paz, UUID.randomUUID(), new BreachEntry.Done("x")))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void nothingOfItStandsInClear() {
        reported(house.night, house.now());
        assertThat(house.count("SELECT count(*) FROM protection.breach_entry b WHERE b::text LIKE '%autob%'"))
                .isZero();
    }
}
