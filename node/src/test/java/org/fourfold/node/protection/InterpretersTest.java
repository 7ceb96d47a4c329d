package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.registry.Organisation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who interprets for the house, for whom they did, and for whom they must not. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterpretersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final House house = new House();
    private final Interpreters interpreters = house.interpreters;
    private final Plans plans = house.plans;

    @AfterAll
    void close() {
        house.close();
    }

    private static Interpreter.Terms terms(String name, Optional<Organisation> from, boolean active) {
        return new Interpreter.Terms(
                name,
                "mam, español",
                "por la radio",
                Optional.of(LocalDate.of(2026, 1, 5)),
                "personas de su aldea",
                from.map(Organisation::id),
                active);
    }

    private UUID add(Interpreter.Terms terms) {
        interpreters.put(house.rosa, Optional.empty(), terms);
        return interpreters.all(house.rosa).stream()
                .filter(one -> one.terms().equals(terms))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void theListIsReadByTheHouseAndWrittenByWhoPlans() {
        UUID id = add(terms("Canaria Intérprete", Optional.empty(), true));

        assertThat(interpreters.all(house.night)).extracting(Interpreter::id).contains(id);
        interpreters.put(house.supervisor, Optional.of(id), terms("Canaria Intérprete", Optional.empty(), false));
        assertThat(interpreters.all(house.stranger))
                .filteredOn(one -> one.id().equals(id))
                .singleElement()
                .satisfies(one -> assertThat(one.terms().active()).isFalse());
        assertThatThrownBy(() -> interpreters.all(house.lawyer)).isInstanceOf(RefusedException.class);
        Interpreter.Terms other = terms("Otra", Optional.empty(), true);
        assertThatThrownBy(() -> interpreters.put(house.night, Optional.empty(), other))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> interpreters.put(house.rosa, Optional.of(UUID.randomUUID()), other))
                .isInstanceOf(RefusedException.class);
        assertThat(house.count(
                        "SELECT count(*) FROM protection.interpreter WHERE position(convert_to('Canaria', 'UTF8')"
                                + " IN ciphertext) > 0"))
                .isZero();
    }

    @Test
    void whoInterpretedForAPersonStandsFirstForThemAndForNobodyElse() {
        UUID first = add(terms("Ana", Optional.empty(), true));
        UUID second = add(terms("Zoila", Optional.empty(), true));
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        CaseFileId another = house.fileOf(house.rosa, "Lucía");
        plans.book(house.rosa, file, second, "Mam", DAY, "10:00");

        PlanView plan = plans.of(house.rosa, file);
        assertThat(plan.interpreters().getFirst().interpreter().id()).isEqualTo(second);
        assertThat(plan.interpreters().getFirst().before()).isEqualTo(1);
        assertThat(plan.entries().getFirst().interpreter()).contains(second);
        assertThat(order(another)).containsSubsequence(first, second);

        plans.stands(house.rosa, file, plan.entries().getFirst().id(), PlanEntry.State.DROPPED);
        assertThat(order(file)).containsSubsequence(first, second);
    }

    private List<UUID> order(CaseFileId file) {
        return plans.of(house.rosa, file).interpreters().stream()
                .map(one -> one.interpreter().id())
                .toList();
    }

    @Test
    void aPlanSaysToWhomThePersonSaidThatNothingMayGo() {
        Organisation parish = house.organisations.add(house.rosa, "Parroquia", RecipientKind.SERVICE);
        add(terms("De la parroquia", Optional.of(parish), true));
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        assertThat(plans.of(house.rosa, file).withheld()).isEmpty();
        house.consents.withhold(house.rosa, file, parish.id());
        assertThat(plans.of(house.night, file).withheld()).containsExactly(parish.id());
    }

    @Test
    void nobodyIsBookedWhoIsNotOnTheListOrNotBookedAnyMore() {
        CaseFileId file = house.fileOf(house.rosa, "Marta");
        UUID gone = add(terms("Ya no", Optional.empty(), false));
        for (UUID who : List.of(gone, UUID.randomUUID())) {
            assertThatThrownBy(() -> plans.book(house.rosa, file, who, "Mam", DAY, ""))
                    .isInstanceOf(ProblemException.class);
        }
        assertThat(plans.of(house.rosa, file).entries()).isEmpty();
        assertThatThrownBy(() -> interpreters.put(
                        house.rosa,
                        Optional.empty(),
                        new Interpreter.Terms(
                                " ", "", "", Optional.of(LocalDate.of(2099, 1, 1)), "", Optional.empty(), true)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems()).hasSize(3));
    }
}
