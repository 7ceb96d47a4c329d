package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.count.CountCell;
import org.fourfold.node.protection.count.CountPeriod;
import org.fourfold.node.protection.count.Tally;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whose files a count is made of, and that it is made of nobody else's. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsTest {

    private final House house = new House();
    private final Services services = house.services;
    private final Counts counts = house.counts;
    private final LocalDate today = LocalDate.now(House.ZONE);
    private final CountPeriod month = CountPeriod.of(CountPeriod.Length.MONTH, YearMonth.from(today), Month.JANUARY);

    @AfterAll
    void close() {
        house.close();
    }

    private void give(Actor actor, CaseFileId file, ServiceKind kind, int times) {
        services.give(actor, file, Optional.of(kind), Optional.of(today), times, "");
    }

    private CountRun counted(Actor actor) {
        UUID run = counts.begin(actor, month);
        return counts.run(actor, run).orElseThrow();
    }

    private Tally tally(Actor actor) {
        return counted(actor).tally().orElseThrow();
    }

    private List<UUID> files(Tally tally, String code) {
        CountCell cell = tally.cell(code).orElseThrow();
        return tally.filesOf(cell, 0, 1_000);
    }

    @Test
    void whatWasGivenIsCountedOnceAPersonAndAsOftenAsItWasGiven() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Una");
        give(house.rosa, file, ServiceKind.COUNSELLING, 3);
        give(house.teamMate, file, ServiceKind.COUNSELLING, 1);
        Tally before = tally(house.rosa);
        give(house.rosa, file, ServiceKind.COUNSELLING, 2);
        Tally after = tally(house.rosa);

        assertThat(files(before, "service.counselling")).contains(file.value());
        CountCell was = before.cell("service.counselling").orElseThrow();
        CountCell is = after.cell("service.counselling").orElseThrow();
        assertThat(is.persons()).isEqualTo(was.persons());
        assertThat(is.times()).isEqualTo(was.times() + 2);
    }

    @Test
    void whatWasStruckIsNotCounted() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Error");
        give(house.rosa, file, ServiceKind.COURT, 1);
        UUID given = services.of(house.rosa, file).given().getFirst().id();
        services.strike(house.rosa, file, given);

        assertThat(files(tally(house.rosa), "service.court")).doesNotContain(file.value());
        assertThat(services.of(house.rosa, file).given().getFirst().struck()).isTrue();
    }

    @Test
    void nightsAndGoodsAreCountedFromWhereTheyStand() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Noche");
        house.plans.addItem(house.rosa, "Cobija", 5);
        house.plans.handOut(
                house.rosa, file, house.plans.store(house.rosa).getFirst().id(), 2);

        Tally tally = tally(house.rosa);
        assertThat(files(tally, "service.goods")).contains(file.value());
        assertThat(files(tally, "clients.new")).contains(file.value());
    }

    @Test
    void eachCountsWhatTheyMayRead() {
        CaseFileId mine = house.fileOf(house.rosa, "Contada Mía");
        CaseFileId theirs = house.fileOf(house.stranger, "Contada Ajena");
        CountRun run = counted(house.rosa);

        assertThat(files(run.tally().orElseThrow(), "files.opened"))
                .contains(mine.value())
                .doesNotContain(theirs.value());
        assertThat(run.elsewhere()).isPositive();
        assertThat(files(tally(house.supervisor), "files.opened")).contains(mine.value());
        assertThat(files(tally(house.strangersSupervisor), "files.opened"))
                .contains(theirs.value())
                .doesNotContain(mine.value());
    }

    @Test
    void aSealedFileIsCountedForItsOwnerAlone() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Sellada");
        house.protection.seal(house.rosa, file, true);
        assertThat(files(tally(house.rosa), "files.opened")).contains(file.value());
        assertThat(files(tally(house.teamMate), "files.opened")).doesNotContain(file.value());
        assertThat(files(tally(house.supervisor), "files.opened")).doesNotContain(file.value());
    }

    @Test
    void aFileOpenedInAnEmergencyIsNotCounted() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Vidrio");
        house.protection.breakGlass(house.stranger, file, "Peligro inventado para la prueba");
        assertThat(files(tally(house.stranger), "files.opened")).doesNotContain(file.value());
    }

    @Test
    void twoFilesForOnePersonCountOnce() {
        CaseFileId twice = house.fileOf(house.rosa, "Contada Dos");
        give(house.rosa, twice, ServiceKind.HEALTH, 1);
        house.protection.close(
                house.rosa, twice, new Answers(Map.of(Field.CLOSING_REASON, new Answer.Given<>("opened-twice"))));
        Tally tally = tally(house.rosa);
        assertThat(files(tally, "service.health")).doesNotContain(twice.value());
        assertThat(files(tally, "files.opened")).doesNotContain(twice.value());
    }

    @Test
    void nobodyElseSeesARunAndTheNightStaffDoNotCount() {
        UUID run = counts.begin(house.rosa, month);
        assertThat(counts.run(house.teamMate, run)).isEmpty();
        assertThatThrownBy(() -> counts.begin(house.night, month)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> counts.begin(house.lawyer, month)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aCountThatIsDoneMakesRoomForSomebodyElses() {
        UUID first = counts.begin(house.stranger, month);
        for (int other = 0; other < Counts.RUNS_MAX; other++) {
            Actor member = house.member(Role.CASEWORKER);
            assertThat(counts.run(member, counts.begin(member, month))).isPresent();
        }
        assertThat(counts.run(house.stranger, first)).isEmpty();
    }

    @Test
    void ofACellTheFilesAreShownThatTheReaderMayKnowOf() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Celda");
        give(house.rosa, file, ServiceKind.GROUP, 1);
        Tally tally = tally(house.rosa);
        CountCell cell = tally.cell("service.group").orElseThrow();
        assertThat(counts.filesOf(house.rosa, tally, cell, 0))
                .extracting(CaseFile::id)
                .contains(file);
        assertThat(counts.filesOf(house.stranger, tally, cell, 0)).isEmpty();
    }

    @Test
    void aServiceIsSaidWholeOrNotTaken() {
        CaseFileId file = house.fileOf(house.rosa, "Contada Mal");
        assertThatThrownBy(() -> services.give(
                        house.rosa,
                        file,
                        Optional.of(ServiceKind.NIGHTS),
                        Optional.of(today.plusDays(3)),
                        0,
                        "x".repeat(501)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems())
                                .extracting(one -> one.code())
                                .containsExactly(
                                        "protection.service-kind",
                                        "protection.service-day",
                                        "protection.service-times",
                                        "protection.service-words"));
        assertThat(services.of(house.rosa, file).given()).isEmpty();
    }
}
