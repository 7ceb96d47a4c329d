package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is planned with a person, approved, and given. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {

    private final House house = new House();
    private final Plans plans = house.plans;

    @AfterAll
    void close() {
        house.close();
    }

    private void add(Actor actor, CaseFileId file, PlanEntry.Kind kind, String words) {
        plans.add(actor, file, kind, words, Optional.empty(), "");
    }

    private List<String> words(Actor actor, CaseFileId file) {
        return plans.of(actor, file).entries().stream().map(PlanEntry::words).toList();
    }

    private StoreItem item(String name) {
        return plans.store(house.night).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlanIsWrittenByWhoMayWriteItsGroup() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        add(house.rosa, file, PlanEntry.Kind.SAFETY, "Salir por atrás");
        add(house.teamMate, file, PlanEntry.Kind.GOAL, "Quiero volver a coser");
        plans.add(
                house.night,
                file,
                PlanEntry.Kind.INTERPRETER,
                "Mam, por teléfono",
                Optional.of(LocalDate.of(2026, 12, 1)),
                "09:30");
        assertThat(words(house.night, file))
                .containsExactlyInAnyOrder("Salir por atrás", "Quiero volver a coser", "Mam, por teléfono");
        assertThatThrownBy(() -> add(house.teamMate, file, PlanEntry.Kind.SAFETY, "x"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> plans.of(house.stranger, file)).isInstanceOf(RefusedException.class);
        assertThat(plans.of(house.teamMate, file).writable()).doesNotContain(PlanEntry.Kind.SAFETY);
    }

    @Test
    void aLineIsDoneOrDroppedByWhoMayWriteIt() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        add(house.rosa, file, PlanEntry.Kind.SAFETY, "Salir por atrás");
        PlanEntry safety = plans.of(house.rosa, file).entries().getFirst();
        assertThatThrownBy(() -> plans.stands(house.teamMate, file, safety.id(), PlanEntry.State.DROPPED))
                .isInstanceOf(RefusedException.class);
        plans.stands(house.night, file, safety.id(), PlanEntry.State.DONE);
        PlanEntry now = plans.of(house.rosa, file).entries().getFirst();
        assertThat(now.state()).isEqualTo(PlanEntry.State.DONE);
        assertThat(now.words()).isEqualTo("Salir por atrás");
        assertThat(now.by()).isEqualTo(house.night.member());
    }

    @Test
    void theOwnersSupervisorApprovesAndALaterChangeIsTold() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        add(house.rosa, file, PlanEntry.Kind.SERVICE, "Clínica, con Rosa");
        for (Actor actor : List.of(house.rosa, house.teamMate, house.night)) {
            assertThatThrownBy(() -> plans.approve(actor, file)).isInstanceOf(ProblemException.class);
        }
        plans.approve(house.supervisor, file);
        PlanView approved = plans.of(house.rosa, file);
        assertThat(approved.approved().orElseThrow().supervisor()).isEqualTo(house.supervisor.member());
        assertThat(approved.changedSince()).isFalse();
        house.later(Duration.ofMinutes(1));
        add(house.rosa, file, PlanEntry.Kind.SERVICE, "Abogada");
        assertThat(plans.of(house.rosa, file).changedSince()).isTrue();

        CaseFileId own = house.fileOf(house.supervisor, "Otra");
        assertThatThrownBy(() -> plans.approve(house.supervisor, own)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPlanWaitsOnTheSupervisorsDeskUntilItIsApprovedAsItStands() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        CaseFileId sealed = house.fileOf(house.rosa, "Secreta");
        add(house.rosa, file, PlanEntry.Kind.GOAL, "Quiero volver a coser");
        add(house.rosa, sealed, PlanEntry.Kind.GOAL, "Nadie más");
        house.protection.seal(house.rosa, sealed, true);

        assertThat(plans.waiting(house.supervisor))
                .extracting(CaseFile::id)
                .contains(file)
                .doesNotContain(sealed);
        assertThat(plans.waiting(house.strangersSupervisor)).isEmpty();
        assertThatThrownBy(() -> plans.waiting(house.rosa)).isInstanceOf(RefusedException.class);

        house.later(Duration.ofMinutes(1));
        plans.approve(house.supervisor, file);
        house.later(Duration.ofMinutes(1));
        plans.addItem(house.rosa, "Toalla", 5);
        plans.handOut(house.rosa, file, item("Toalla").id(), 1);
        assertThat(plans.waiting(house.supervisor)).extracting(CaseFile::id).doesNotContain(file);

        add(house.rosa, file, PlanEntry.Kind.NEED, "Zapatos");
        assertThat(plans.waiting(house.supervisor)).extracting(CaseFile::id).contains(file);
        house.protection.close(
                house.rosa, file, new Answers(Map.of(Field.CLOSING_REASON, new Answer.Given<>("own-wish"))));
        assertThat(plans.waiting(house.supervisor)).extracting(CaseFile::id).doesNotContain(file);
    }

    @Test
    void whatIsHandedOutLeavesTheStoreAndStandsInTheFile() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        plans.addItem(house.rosa, "Jabón", 5);
        plans.handOut(house.night, file, item("Jabón").id(), 3);
        assertThat(item("Jabón").stock()).isEqualTo(2);
        PlanEntry given = plans.of(house.rosa, file).entries().getFirst();
        assertThat(given.kind()).isEqualTo(PlanEntry.Kind.GOODS);
        assertThat(given.quantity()).isEqualTo(3);
        assertThatThrownBy(() -> plans.handOut(house.night, file, item("Jabón").id(), 3))
                .isInstanceOf(ProblemException.class);
        assertThat(words(house.rosa, file)).hasSize(1);
        assertThatThrownBy(
                        () -> plans.handOut(house.stranger, file, item("Jabón").id(), 1))
                .isInstanceOf(RefusedException.class);
        assertThat(item("Jabón").stock()).isEqualTo(2);
        plans.counted(house.night, item("Jabón").id(), 40);
        assertThat(item("Jabón").stock()).isEqualTo(40);
        assertThatThrownBy(() -> plans.addItem(house.rosa, "Jabón", 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> plans.store(house.lawyer)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aPlanGoesWithItsFileAndStandsNowhereInClear() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        add(house.rosa, file, PlanEntry.Kind.GOAL, "Canaria de plan");
        assertThat(house.count("SELECT count(*) FROM protection.plan_entry WHERE file = '" + file
                        + "' AND position(convert_to('Canaria', 'UTF8') IN ciphertext) > 0"))
                .isZero();
        house.protection.erase(house.rosa, file);
        assertThat(house.count("SELECT count(*) FROM protection.plan_entry WHERE file = '" + file + "'"))
                .isZero();
    }

    @Test
    void whatCannotBeIsNotWrittenDown() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        assertThatThrownBy(() -> plans.add(house.rosa, file, PlanEntry.Kind.INTERPRETER, " ", Optional.empty(), ""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems()).hasSize(2));
        assertThatThrownBy(() -> add(house.rosa, file, PlanEntry.Kind.GOODS, "Jabón"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> plans.addItem(house.rosa, "", -1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems()).hasSize(2));
    }
}
