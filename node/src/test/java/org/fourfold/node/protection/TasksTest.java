package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is to be done, by whom, and by whom while they are away. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final House house = new House();
    private final Tasks tasks = house.tasks;

    @AfterAll
    void close() {
        house.close();
    }

    private void make(Actor maker, Optional<CaseFileId> file, Optional<Actor> assignee, LocalDate due, String what) {
        tasks.make(maker, TODAY, file, assignee.map(Actor::member), due, what);
    }

    private List<String> mine(Actor actor, LocalDate today) {
        return tasks.mine(actor, today).stream().map(WorkTask::what).toList();
    }

    private WorkTask task(Actor actor, String what) {
        return tasks.mine(actor, TODAY).stream()
                .filter(one -> one.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTaskForAMemberIsOnTheirListAndOneForTheTeamOnAll() {
        make(house.rosa, Optional.empty(), Optional.of(house.teamMate), TODAY, "Comprar focos");
        make(house.rosa, Optional.empty(), Optional.empty(), TODAY.plusDays(1), "Barrer el patio");
        assertThat(mine(house.teamMate, TODAY)).containsSubsequence("Comprar focos", "Barrer el patio");
        assertThat(mine(house.night, TODAY)).contains("Barrer el patio").doesNotContain("Comprar focos");
        assertThat(mine(house.stranger, TODAY)).isEmpty();
    }

    @Test
    void aTaskAboutAFileIsSeenByItsTeamAndGoesWithIt() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        make(house.teamMate, Optional.of(file), Optional.of(house.rosa), TODAY, "Llamar a la clínica");
        assertThat(mine(house.rosa, TODAY)).contains("Llamar a la clínica");
        assertThat(tasks.about(house.night, file)).extracting(WorkTask::what).containsExactly("Llamar a la clínica");
        assertThatThrownBy(() -> tasks.about(house.stranger, file)).isInstanceOf(RefusedException.class);

        house.protection.erase(house.rosa, file);

        assertThat(mine(house.rosa, TODAY)).doesNotContain("Llamar a la clínica");
        assertThat(house.count("SELECT count(*) FROM protection.work_task WHERE file = '" + file + "'"))
                .isZero();
    }

    @Test
    void whatIsDoneLeavesTheListAndMayComeBack() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        make(house.rosa, Optional.of(file), Optional.empty(), TODAY, "Pedir intérprete");
        WorkTask task = task(house.night, "Pedir intérprete");
        tasks.done(house.night, task.id(), true);
        assertThat(mine(house.rosa, TODAY)).doesNotContain("Pedir intérprete");
        assertThat(tasks.about(house.rosa, file).getFirst().done()).isTrue();
        tasks.done(house.rosa, task.id(), false);
        assertThat(mine(house.rosa, TODAY)).contains("Pedir intérprete");
        assertThatThrownBy(() -> tasks.done(house.stranger, task.id(), true)).isInstanceOf(RefusedException.class);
    }

    @Test
    void theDeskCountsWhatIsOverdue() {
        Waiting before = house.today.of(house.night, TODAY.plusDays(5), TODAY);
        make(house.rosa, Optional.empty(), Optional.of(house.night), TODAY, "Lavar");
        make(house.rosa, Optional.empty(), Optional.of(house.night), TODAY.plusDays(9), "Pintar");
        Waiting after = house.today.of(house.night, TODAY.plusDays(5), TODAY);
        assertThat(after.tasks()).isEqualTo(before.tasks() + 2);
        assertThat(after.overdue()).isEqualTo(before.overdue() + 1);
        assertThat(task(house.night, "Lavar").isOverdue(TODAY)).isFalse();
    }

    @Test
    void whileSomebodyIsAwayTheirTasksStandOnTheCoversDeskAndNoFileIsOpened() {
        CaseFileId sealed = house.fileOf(house.rosa, "Secreta");
        make(house.rosa, Optional.of(sealed), Optional.of(house.rosa), TODAY.plusDays(4), "Solo ella");
        house.protection.seal(house.rosa, sealed, true);
        make(house.rosa, Optional.empty(), Optional.of(house.rosa), TODAY.plusDays(4), "Regar");

        tasks.cover(house.rosa, TODAY, house.rosa.member(), house.night.member(), TODAY.plusDays(3), TODAY.plusDays(5));

        assertThat(mine(house.night, TODAY.plusDays(2))).doesNotContain("Regar");
        assertThat(mine(house.night, TODAY.plusDays(3))).contains("Regar").doesNotContain("Solo ella");
        assertThat(mine(house.night, TODAY.plusDays(5))).contains("Regar");
        assertThat(mine(house.night, TODAY.plusDays(6))).doesNotContain("Regar");
        assertThat(mine(house.rosa, TODAY.plusDays(4))).contains("Regar", "Solo ella");
        Cover cover = tasks.covers(house.teamMate, TODAY).getFirst();
        assertThatThrownBy(() -> tasks.endCover(house.night, cover.id())).isInstanceOf(RefusedException.class);
        tasks.endCover(house.supervisor, cover.id());
        assertThat(mine(house.night, TODAY.plusDays(3))).doesNotContain("Regar");
    }

    @Test
    void aTaskForAChosenTeamIsItsTeamsAndOfWhoSetIt() {
        tasks.makeForTeam(
                house.rosa, TODAY, Optional.empty(), house.teamOf(house.stranger), TODAY, "Prestar la camioneta");

        assertThat(mine(house.stranger, TODAY)).contains("Prestar la camioneta");
        assertThat(mine(house.strangersSupervisor, TODAY)).contains("Prestar la camioneta");
        assertThat(mine(house.rosa, TODAY)).doesNotContain("Prestar la camioneta");
        assertThat(mine(house.teamMate, TODAY)).doesNotContain("Prestar la camioneta");
        WorkTask task = task(house.stranger, "Prestar la camioneta");
        assertThat(task.team()).contains(house.teamOf(house.stranger));
        assertThatThrownBy(() -> tasks.done(house.teamMate, task.id(), true)).isInstanceOf(RefusedException.class);
        tasks.done(house.stranger, task.id(), true);
        assertThat(mine(house.stranger, TODAY)).doesNotContain("Prestar la camioneta");
    }

    @Test
    void aTaskAboutAFileIsForNoTeamThatCouldNotSeeIt() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        tasks.makeForTeam(
                house.rosa, TODAY, Optional.of(file), house.teamOf(house.rosa), TODAY, "Llevarla al registro");
        assertThat(mine(house.night, TODAY)).contains("Llevarla al registro");
        for (TeamId team : List.of(house.teamOf(house.stranger), TeamId.random(House.RANDOM))) {
            assertThatThrownBy(() -> tasks.makeForTeam(house.rosa, TODAY, Optional.of(file), team, TODAY, "x"))
                    .isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() ->
                        tasks.makeForTeam(house.rosa, TODAY, Optional.empty(), TeamId.random(House.RANDOM), TODAY, "x"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void nobodyNamesACoverForAColleagueOrFromAnotherTeam() {
        isRefused(house.teamMate, house.rosa.member(), house.teamMate.member());
        isRefused(house.rosa, house.rosa.member(), house.stranger.member());
        isRefused(house.rosa, house.rosa.member(), house.rosa.member());
        isRefused(house.strangersSupervisor, house.rosa.member(), house.teamMate.member());
    }

    private void isRefused(Actor actor, MemberId member, MemberId covers) {
        assertThatThrownBy(() -> tasks.cover(actor, TODAY, member, covers, TODAY, TODAY))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aTaskThatNobodyCouldSeeOrDoIsNotSet() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        assertThatThrownBy(() -> make(house.rosa, Optional.of(file), Optional.of(house.stranger), TODAY, "Llamar"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> make(house.rosa, Optional.empty(), Optional.of(house.stranger), TODAY, "Llamar"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> make(house.rosa, Optional.empty(), Optional.empty(), TODAY.minusDays(1), " "))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems()).hasSize(2));
        assertThatThrownBy(() -> make(house.lawyer, Optional.empty(), Optional.empty(), TODAY, "Llamar"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> make(house.stranger, Optional.of(file), Optional.empty(), TODAY, "Llamar"))
                .isInstanceOf(RefusedException.class);
    }
}
