package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the night leaves to the morning, and warnings that everybody who helps must see. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightLogTest {

    private static final ZoneId ZONE = ZoneId.of("America/Guatemala");

    private final House house = new House();
    private final NightLog log = house.log;
    private int nights;

    @AfterAll
    void close() {
        house.close();
    }

    /** A night of its own for each test. */
    private LocalDate night() {
        nights++;
        return LocalDate.of(2026, 11, 24).plusDays(10L * nights);
    }

    private List<String> texts(Actor actor, LocalDate night) {
        return log.of(actor, night).entries().stream().map(NightEntry::text).toList();
    }

    @Test
    void aNightEndsAtNoonOfTheHouse() {
        assertThat(NightLog.night(Instant.parse("2026-11-25T05:00:00Z"), ZONE)).isEqualTo("2026-11-24");
        assertThat(NightLog.night(Instant.parse("2026-11-25T17:59:00Z"), ZONE)).isEqualTo("2026-11-24");
        assertThat(NightLog.night(Instant.parse("2026-11-25T18:00:00Z"), ZONE)).isEqualTo("2026-11-25");
    }

    @Test
    void theMorningReadsWhatTheNightWroteAndSaysSo() {
        LocalDate night = night();
        CaseFileId file = house.fileOf(house.rosa, "Ludi Domingo");
        log.write(house.night, night, Optional.empty(), "Se fue la luz a las dos.");
        log.write(house.night, night, Optional.of(file), "No durmió.");
        assertThat(house.today.of(house.rosa, LocalDate.EPOCH, night).unread()).contains(night);

        NightRecord record = log.of(house.rosa, night);
        log.read(house.rosa, night);

        assertThat(record.entries())
                .extracting(NightEntry::text)
                .containsExactlyInAnyOrder("Se fue la luz a las dos.", "No durmió.");
        assertThat(record.entries()).extracting(NightEntry::name).contains(Optional.of("Ludi Domingo"));
        assertThat(log.of(house.night, night).reads())
                .extracting(NightRead::reader)
                .containsExactly(house.rosa.member());
        assertThat(house.today.of(house.rosa, LocalDate.EPOCH, night).unread()).isEmpty();
        assertThat(house.nights.of(house.teamMate, file).log())
                .extracting(NightEntry::text)
                .containsExactly("No durmió.");
        house.later(Duration.ofMinutes(1));
        log.write(house.night, night, Optional.empty(), "Volvió la luz.");
        assertThat(house.today.of(house.rosa, LocalDate.EPOCH, night).unread()).contains(night);
        assertThat(house.today.of(house.night, LocalDate.EPOCH, night).unread()).isEmpty();
    }

    @Test
    void anotherTeamAndALawyerReadNothingOfIt() {
        LocalDate night = night();
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        house.protection.nameLawyer(house.rosa, file, house.lawyer.member());
        log.write(house.night, night, Optional.of(file), "Lloró.");
        log.write(house.night, night, Optional.empty(), "Todo en calma.");
        assertThat(texts(house.stranger, night)).isEmpty();
        assertThatThrownBy(() -> log.of(house.lawyer, night)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> house.nights.of(house.lawyer, file).log()).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> log.write(house.stranger, night, Optional.of(file), "x"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void whatIsAboutAPersonGoesWithTheirFile() {
        LocalDate night = night();
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        log.write(house.night, night, Optional.of(file), "Pidió agua.");
        log.write(house.night, night, Optional.empty(), "Todo en calma.");
        house.protection.seal(house.rosa, file, true);
        assertThat(texts(house.night, night)).containsExactly("Todo en calma.");
        house.protection.erase(house.rosa, file);
        assertThat(texts(house.rosa, night)).containsExactly("Todo en calma.");
    }

    @Test
    void nothingOfItStandsInClear() {
        LocalDate night = night();
        log.write(house.night, night, Optional.empty(), "Canaria de noche");
        assertThat(house.count("SELECT count(*) FROM protection.night_entry"
                        + " WHERE position(convert_to('Canaria', 'UTF8') IN ciphertext) > 0"))
                .isZero();
    }

    @Test
    void nothingAndTooMuchAreNotWrittenDown() {
        assertThatThrownBy(() -> log.write(house.night, night(), Optional.empty(), " \n "))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> log.write(house.night, night(), Optional.empty(), "x".repeat(NightEntry.TEXT_MAX + 1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void anUrgentRiskIsSeenByEverybodyWhoHelpsUntilItEnds() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        house.protection.nameLawyer(house.rosa, file, house.lawyer.member());

        house.risks.raise(house.teamMate, file, "El tío preguntó en la puerta", 24);

        for (Actor actor : List.of(house.rosa, house.teamMate, house.night, house.supervisor, house.lawyer)) {
            assertThat(onDesk(actor, file)).as(actor.role().name()).isTrue();
            assertThat(house.risks.of(actor, file).risks())
                    .extracting(UrgentRisk::reason)
                    .containsExactly("El tío preguntó en la puerta");
        }
        assertThat(onDesk(house.stranger, file)).isFalse();
        assertThat(onDesk(house.member(Role.LAWYER), file)).isFalse();
        assertThatThrownBy(() -> house.risks.of(house.stranger, file)).isInstanceOf(RefusedException.class);

        house.later(Duration.ofHours(25));
        assertThat(onDesk(house.rosa, file)).isFalse();
        assertThat(house.risks.of(house.rosa, file).risks()).isEmpty();
    }

    @Test
    void whoMayWriteTheNeedsSaysThatARiskIsOver() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        house.protection.nameLawyer(house.rosa, file, house.lawyer.member());
        house.risks.raise(house.night, file, "Ronda un carro", 2);
        UrgentRisk risk = house.risks.of(house.rosa, file).risks().getFirst();
        assertThatThrownBy(() -> house.risks.end(house.lawyer, file, risk.id())).isInstanceOf(RefusedException.class);
        assertThat(house.risks.of(house.lawyer, file).mayWrite()).isFalse();
        house.risks.end(house.night, file, risk.id());
        assertThat(house.risks.of(house.rosa, file).risks()).isEmpty();
        assertThatThrownBy(() -> house.risks.raise(house.rosa, file, " ", 0))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems()).hasSize(2));
    }

    private boolean onDesk(Actor actor, CaseFileId file) {
        return house.today.of(actor, LocalDate.EPOCH, LocalDate.of(2100, 1, 1)).urgent().stream()
                .anyMatch(one -> one.file().id().equals(file));
    }
}
