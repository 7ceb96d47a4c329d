package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who sleeps here, who is not back, and that nobody else comes to know of it. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightsTest {

    private final House house = new House();
    private final Nights nights = house.nights;

    @AfterAll
    void close() {
        house.close();
    }

    /** A room of its own for each test, with beds A, B and so on. */
    private ShelterRoom room(int beds) {
        String name = "Cuarto " + UUID.randomUUID().toString().substring(0, 8);
        nights.addRoom(house.rosa, name);
        UUID id = named(name).id();
        for (int bed = 0; bed < beds; bed++) {
            nights.addBed(house.rosa, id, String.valueOf((char) ('A' + bed)));
        }
        return named(name);
    }

    private ShelterRoom named(String name) {
        return nights.rooms(house.rosa).stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int missing() {
        return house.today
                .of(house.night, LocalDate.EPOCH, LocalDate.of(2100, 1, 1))
                .missing();
    }

    private static Placing into(Bed bed) {
        return new Placing(bed.id(), 0, false, false);
    }

    private Sleeper sleeper(Actor actor, CaseFileId file) {
        return nights.tonight(actor).sleepers().stream()
                .filter(one -> one.file().id().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static String problem(Throwable thrown) {
        return ((ProblemException) thrown).problems().getFirst().code();
    }

    private void isRefusedFor(String code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(problem(faults)).isEqualTo(code));
    }

    @Test
    void theNightShiftGivesABedAndSeesWhoSleepsHere() {
        ShelterRoom room = room(2);
        CaseFileId yesica = house.fileOf(house.rosa, "Yésica Domingo");
        long free = nights.tonight(house.night).free();

        nights.place(house.night, yesica, new Placing(room.beds().getFirst().id(), 1, false, false));

        Sleeper one = sleeper(house.night, yesica);
        assertThat(one.name()).contains("Yésica Domingo");
        assertThat(one.stay().children()).isEqualTo(1);
        assertThat(one.stay().bed()).isEqualTo(room.beds().getFirst().id());
        assertThat(nights.tonight(house.night).free()).isEqualTo(free - 1);
        assertThat(sleeper(house.rosa, yesica).stay()).isEqualTo(one.stay());
    }

    @Test
    void aBedIsGivenOnce() {
        Bed bed = room(1).beds().getFirst();
        nights.place(house.night, house.fileOf(house.rosa, "Marta"), into(bed));
        CaseFileId late = house.fileOf(house.rosa, "Rosa");
        isRefusedFor("protection.bed-taken", () -> nights.place(house.rosa, late, into(bed)));
        assertThat(nights.of(house.rosa, late).stay()).isEmpty();
        isRefusedFor("protection.bed-in-use", () -> nights.close(house.rosa, bed.id(), true));
    }

    @Test
    void aRoomIsHeldForAFamilyUntilItsPersonLeaves() {
        ShelterRoom room = room(2);
        CaseFileId yesica = house.fileOf(house.rosa, "Yésica");
        nights.place(house.night, yesica, new Placing(room.beds().getFirst().id(), 1, true, false));
        Bed other = room.beds().getLast();
        CaseFileId stranger = house.fileOf(house.rosa, "Otra");
        isRefusedFor("protection.room-is-held", () -> nights.place(house.night, stranger, into(other)));

        CaseFileId ludi = house.fileOf(house.rosa, "Ludi");
        nights.place(house.night, ludi, new Placing(other.id(), 0, false, true));
        assertThat(named(room.name()).heldFor())
                .contains(sleeper(house.night, yesica).stay().id());

        nights.leave(house.night, ludi);
        nights.leave(house.night, yesica);
        nights.place(house.night, stranger, into(other));
        assertThat(named(room.name()).heldFor()).isEmpty();
    }

    @Test
    void whoMovesFreesTheOldBed() {
        ShelterRoom room = room(2);
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        nights.place(house.night, file, into(room.beds().getFirst()));
        nights.place(house.night, file, into(room.beds().getLast()));
        assertThat(named(room.name()).beds().getFirst().isFree()).isTrue();
        assertThat(nights.of(house.night, file).stay().orElseThrow().bed())
                .isEqualTo(room.beds().getLast().id());
    }

    @Test
    void whoIsNotBackIsMissingFromTheMomentTheyWereExpected() {
        CaseFileId file = house.fileOf(house.rosa, "Ludi");
        house.protection.answer(
                house.rosa,
                file,
                Question.CONTACT,
                House.answers(
                        Question.CONTACT,
                        Map.of("contact-never", List.of("al tío"), "contact-how", List.of("a la hermana"))));
        nights.place(house.night, file, into(room(1).beds().getFirst()));
        nights.goOut(house.night, file, house.now().plus(Duration.ofHours(2)), "Esperar una hora");
        assertThat(nights.tonight(house.night).missing()).isEmpty();
        int before = missing();

        house.later(Duration.ofHours(3));

        assertThat(nights.tonight(house.night).missing())
                .extracting(one -> one.file().id())
                .contains(file);
        assertThat(missing()).isEqualTo(before + 1);
        StayView view = nights.of(house.night, file);
        assertThat(view.absence().orElseThrow().agreed()).isEqualTo("Esperar una hora");
        assertThat(view.contact().given(Field.CONTACT_NEVER)).contains("al tío");
        assertThat(view.contact().given(Field.CONTACT_HOW)).contains("a la hermana");
        isRefusedFor("protection.absence-there", () -> nights.goOut(house.night, file, house.now(), ""));

        nights.back(house.night, file);
        assertThat(nights.of(house.night, file).absence()).isEmpty();
        assertThat(missing()).isEqualTo(before);
    }

    @Test
    void contactIsOpenedOnlyWhileSomebodyIsOut() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        nights.place(house.night, file, into(room(1).beds().getFirst()));
        StayView view = nights.of(house.night, file);
        assertThat(view.contactShown()).isFalse();
        assertThat(view.contact().byField()).isEmpty();
    }

    @Test
    void aSealedFileTakesABedAndIsSeenByItsOwnerOnly() {
        ShelterRoom room = room(1);
        CaseFileId file = house.fileOf(house.rosa, "Secreta");
        nights.place(house.rosa, file, into(room.beds().getFirst()));
        house.protection.seal(house.rosa, file, true);

        Tonight seen = nights.tonight(house.night);
        assertThat(seen.sleepers()).noneMatch(one -> one.file().id().equals(file));
        assertThat(seen.rooms()).anySatisfy(one -> {
            assertThat(one.name()).isEqualTo(room.name());
            assertThat(one.beds().getFirst().isFree()).isFalse();
        });
        assertThatThrownBy(() -> nights.of(house.night, file)).isInstanceOf(RefusedException.class);
        assertThat(sleeper(house.rosa, file).name()).contains("Secreta");
    }

    @Test
    void anotherTeamSeesThatABedIsTakenAndNotByWhom() {
        ShelterRoom room = room(1);
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        nights.place(house.night, file, into(room.beds().getFirst()));
        Tonight seen = nights.tonight(house.stranger);
        assertThat(seen.sleepers()).noneMatch(one -> one.file().id().equals(file));
        assertThatThrownBy(() -> nights.of(house.stranger, file)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> nights.leave(house.stranger, file)).isInstanceOf(RefusedException.class);
    }

    @Test
    void theListIsForWhoLooksAfterTheHouse() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        house.protection.nameLawyer(house.rosa, file, house.lawyer.member());
        nights.place(house.rosa, file, into(room(1).beds().getFirst()));
        assertThatThrownBy(() -> nights.tonight(house.lawyer)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> nights.of(house.lawyer, file)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> nights.rooms(house.night)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> nights.addRoom(house.night, "Cuarto")).isInstanceOf(RefusedException.class);
    }

    @Test
    void aFileWhosePersonSleepsHereIsNotClosed() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        nights.place(house.rosa, file, into(room(1).beds().getFirst()));
        Answers reason =
                new Answers(Map.of(Field.CLOSING_REASON, new org.fourfold.node.frame.Answer.Given<>("own-wish")));
        isRefusedFor("protection.close-still-here", () -> house.protection.close(house.rosa, file, reason));
        nights.leave(house.rosa, file);
        house.protection.close(house.rosa, file, reason);
        assertThat(nights.of(house.rosa, file).earlier()).hasSize(1);
    }

    @Test
    void anErasedFileFreesItsBed() {
        ShelterRoom room = room(1);
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        nights.place(house.rosa, file, new Placing(room.beds().getFirst().id(), 0, true, false));
        nights.goOut(house.rosa, file, house.now().plus(Duration.ofHours(1)), "nada");
        house.protection.erase(house.rosa, file);
        assertThat(named(room.name()).beds().getFirst().isFree()).isTrue();
        assertThat(named(room.name()).heldFor()).isEmpty();
        for (String table : List.of("stay", "absence")) {
            assertThat(house.count("SELECT count(*) FROM protection." + table + " WHERE file = '" + file + "'"))
                    .isZero();
        }
    }

    @Test
    void whatCannotBeIsNotWrittenDown() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        Bed bed = room(1).beds().getFirst();
        isRefusedFor("protection.stay-none", () -> nights.goOut(house.rosa, file, house.now(), ""));
        isRefusedFor("protection.stay-none", () -> nights.leave(house.rosa, file));
        isRefusedFor(
                "protection.stay-children",
                () -> nights.place(house.rosa, file, new Placing(bed.id(), 9, false, false)));
        isRefusedFor(
                "protection.bed-gone",
                () -> nights.place(house.rosa, file, new Placing(UUID.randomUUID(), 0, false, false)));
        nights.close(house.rosa, bed.id(), true);
        isRefusedFor("protection.bed-gone", () -> nights.place(house.rosa, file, into(bed)));
        nights.close(house.rosa, bed.id(), false);
        nights.place(house.rosa, file, into(bed));
        isRefusedFor(
                "protection.absence-when",
                () -> nights.goOut(house.rosa, file, house.now().plus(Duration.ofDays(15)), ""));
        isRefusedFor("protection.room-name", () -> nights.addRoom(house.rosa, "  "));
        String name = nights.rooms(house.rosa).getFirst().name();
        isRefusedFor("protection.room-there", () -> nights.addRoom(house.rosa, name));
    }

    @Test
    void nothingOfItStandsInClear() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        Bed bed = room(1).beds().getFirst();
        nights.place(house.rosa, file, into(bed));
        nights.goOut(house.rosa, file, house.now().plus(Duration.ofHours(1)), "Cafetería");
        nights.leave(house.rosa, file);
        assertThat(house.count("SELECT count(*) FROM protection.absence WHERE file = '" + file
                        + "' AND position(convert_to('Cafeter', 'UTF8') IN ciphertext) > 0"))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM protection.bed_taken WHERE bed = '" + bed.id() + "'"))
                .isZero();
    }
}
