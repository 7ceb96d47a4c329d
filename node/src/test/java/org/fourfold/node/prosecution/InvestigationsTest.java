package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An investigation's record: seen by those who work on it, added to, never rewritten. Names and facts are invented. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvestigationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Unit unit = new Unit();
    private final Investigations investigations = unit.investigations;
    private final Actor prosecutor = unit.member(Role.PROSECUTOR);
    private final Actor supervisor = unit.member(Role.SUPERVISOR);

    @AfterAll
    void close() {
        unit.close();
    }

    @Test
    void itIsSeenByThoseWhoWorkOnItAndBySupervisorsAlone() {
        InvestigationId id = investigations.open(unit.investigator, " Caso Las Garzas ", DAY);

        assertThat(view(unit.investigator, id).investigation().title()).isEqualTo("Caso Las Garzas");
        assertThat(investigations.view(supervisor, id)).isPresent();
        assertThat(investigations.view(prosecutor, id)).isEmpty();
        assertThat(investigations.list(prosecutor, Optional.empty()).rows()).isEmpty();
        assertThatThrownBy(() -> investigations.add(prosecutor, id, prosecutor.member()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(codes(refused)).containsExactly("prosecution.investigation-gone"));

        investigations.add(unit.investigator, id, prosecutor.member());
        assertThat(investigations.view(prosecutor, id)).isPresent();
        investigations.end(prosecutor, id, unit.investigator.member());
        assertThat(investigations.view(unit.investigator, id)).isEmpty();
        assertThat(view(prosecutor, id).members())
                .extracting(work -> work.member(), work -> work.until().isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(prosecutor.member(), false),
                        org.assertj.core.groups.Tuple.tuple(unit.investigator.member(), true));
        assertThatThrownBy(() -> investigations.end(prosecutor, id, prosecutor.member()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whoDoesNotInvestigateIsLetInOnNone() {
        InvestigationId id = investigations.open(unit.investigator, "Caso inventado", DAY);
        Actor analyst = unit.member(Role.ANALYST);

        assertThatThrownBy(() -> investigations.add(unit.investigator, id, analyst.member()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(codes(refused)).containsExactly("prosecution.member-role"));
        assertThatThrownBy(() -> investigations.list(analyst, Optional.empty())).isInstanceOf(RefusedException.class);
        Actor elsewhere = new Actor(
                unit.investigator.member(), Role.INVESTIGATOR, Purpose.PREVENTION, unit.investigator.organisation());
        assertThatThrownBy(() -> investigations.view(elsewhere, id)).isInstanceOf(RefusedException.class);
    }

    @Test
    void theDocketKeepsWhoAskedForWhichContinuanceAndWhy() {
        InvestigationId id = investigations.open(unit.investigator, "Caso Las Garzas", DAY);
        investigations.enter(
                unit.investigator,
                id,
                new NewEntry.Mandate(DAY, Optional.of(DAY.plusYears(2)), "Acuerdo inventado 12-2026"));
        EntryId hearing = investigations.enter(
                unit.investigator,
                id,
                new NewEntry.Hearing(DAY.plusDays(40), HearingKind.INITIAL, "Juzgado Tercero inventado"));
        investigations.enter(
                unit.investigator,
                id,
                new NewEntry.Continuance(
                        hearing,
                        DAY.plusDays(39),
                        AskedBy.DEFENCE,
                        "El abogado no llegó",
                        Ruling.GRANTED,
                        Optional.of(DAY.plusDays(60))));
        investigations.enter(
                unit.investigator,
                id,
                new NewEntry.Obstruction(
                        DAY.plusDays(50),
                        ObstructionKind.EVIDENCE,
                        "Moción: «los indicios fueron alterados»",
                        "folio 44"));

        InvestigationView view = view(unit.investigator, id);
        assertThat(view.docket())
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("Mandate", "Continuance", "Hearing", "Obstruction");
        assertThat(view.continuances(hearing)).singleElement().satisfies(asked -> {
            assertThat(asked.askedBy()).isEqualTo(AskedBy.DEFENCE);
            assertThat(asked.reason()).isEqualTo("El abogado no llegó");
            assertThat(asked.until()).contains(DAY.plusDays(60));
        });
    }

    @Test
    void whatWasEnteredWronglyIsStruckOutAndStaysReadable() {
        InvestigationId id = investigations.open(unit.investigator, "Caso inventado", DAY);
        EntryId hearing = investigations.enter(
                unit.investigator, id, new NewEntry.Hearing(DAY, HearingKind.TRIAL, "Tribunal inventado"));
        investigations.strike(unit.investigator, id, hearing, "Era otro expediente");

        assertThat(view(unit.investigator, id).docket()).singleElement().satisfies(entry -> {
            assertThat(((DocketEntry.Hearing) entry).court()).isEqualTo("Tribunal inventado");
            assertThat(entry.entered().struck().orElseThrow().why()).isEqualTo("Era otro expediente");
        });
        assertThatThrownBy(() -> investigations.strike(unit.investigator, id, hearing, "otra vez"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> investigations.enter(
                        unit.investigator,
                        id,
                        new NewEntry.Continuance(
                                hearing, DAY, AskedBy.COURT, "agenda", Ruling.PENDING, Optional.empty())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(codes(refused)).containsExactly("prosecution.hearing-gone"));
    }

    @Test
    void allFaultsAreToldAtOnceAndAClosedOneTakesNothing() {
        InvestigationId id = investigations.open(unit.investigator, "Caso inventado", DAY);
        assertThatThrownBy(() -> investigations.enter(
                        unit.investigator,
                        id,
                        new NewEntry.Mandate(LocalDate.of(1026, 3, 2), Optional.of(LocalDate.of(1025, 3, 2)), " ")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(codes(refused))
                                .containsExactly(
                                        "prosecution.day", "prosecution.words-missing", "prosecution.days-turned"));
        assertThatThrownBy(() -> investigations.open(unit.investigator, "", LocalDate.of(2999, 1, 1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(codes(refused))
                                .containsExactly("prosecution.title", "prosecution.day-opened"));

        investigations.close(unit.investigator, id, "Sentencia firme");
        assertThat(view(unit.investigator, id).investigation().isOpen()).isFalse();
        assertThatThrownBy(() -> investigations.enter(
                        unit.investigator, id, new NewEntry.Hearing(DAY, HearingKind.APPEAL, "Sala inventada")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(codes(refused)).containsExactly("prosecution.investigation-closed"));
    }

    private InvestigationView view(Actor actor, InvestigationId id) {
        return investigations.view(actor, id).orElseThrow();
    }

    private static List<String> codes(ProblemException refused) {
        return refused.problems().stream().map(Problem::code).toList();
    }
}
