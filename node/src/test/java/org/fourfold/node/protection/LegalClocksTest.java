package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.RuleReview.Verdict;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.LegalClock;
import org.fourfold.node.protection.clock.LegalClock.State;
import org.fourfold.node.protection.clock.RulePack;
import org.fourfold.node.protection.clock.RulePacks;
import org.fourfold.node.protection.clock.When;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Deadlines of a file: who tells what, who sees which, on whose desk they are, what a lawyer says of the rules. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegalClocksTest {

    private final House house = new House();
    private final LegalClocks clocks = house.clocks;

    @AfterAll
    void close() {
        house.close();
    }

    private LocalDate today() {
        return house.now().atZone(House.ZONE).toLocalDate();
    }

    private static LegalClocks.Told on(LocalDate day) {
        return told(Dated.day(day), "Folio 12");
    }

    private static LegalClocks.Told told(Dated dated, String proof) {
        return new LegalClocks.Told(new When(dated, Optional.empty()), proof);
    }

    private void tell(Actor actor, CaseFileId file, FactKind kind, LocalDate day) {
        clocks.tell(actor, file, kind, on(day), Optional.empty());
    }

    private CaseFileId file() {
        return house.fileOf(house.rosa, "Ludi Tot");
    }

    private CaseFileId fileWithLawyer() {
        CaseFileId file = file();
        house.protection.nameLawyer(house.rosa, file, house.lawyer.member());
        return file;
    }

    private ToldFact fact(Actor actor, CaseFileId file, FactKind kind) {
        return clocks.of(actor, file).facts().stream()
                .filter(told -> told.fact().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<String> seen(Actor actor, CaseFileId file) {
        return clocks.of(actor, file).clocks().stream()
                .map(clock -> clock.rule().id() + " " + clock.state())
                .toList();
    }

    private List<CaseFileId> desk(Actor actor) {
        return clocks.due(actor).stream().map(DueClock::file).toList();
    }

    private static void faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        faults -> assertThat(faults.problems())
                                .extracting(one -> one.code())
                                .contains(code));
    }

    @Test
    void aFactStartsAClockAndTheProofOfActionStopsIt() {
        CaseFileId file = file();
        tell(house.rosa, file, FactKind.MX_CHILD_HARMED, today());
        assertThat(seen(house.rosa, file)).containsExactly("mx.procuraduria OVERDUE");
        UUID start = fact(house.rosa, file, FactKind.MX_CHILD_HARMED).fact().id();

        clocks.tell(house.rosa, file, FactKind.PROCURADURIA_TOLD, on(today()), Optional.of(start));

        LegalClock clock = clocks.of(house.rosa, file).clocks().getFirst();
        assertThat(clock.state()).isEqualTo(State.DONE);
        assertThat(clock.stop().orElseThrow().proof()).isEqualTo("Folio 12");
        assertThat(desk(house.rosa)).doesNotContain(file);
    }

    @Test
    void theBirthDateIsTheAnswerOfTheFileAndTurning18IsReckonedFromIt() {
        CaseFileId file = file();
        tell(house.rosa, file, FactKind.US_MINOR_FOUND, today());
        assertThat(before18(file).end()).isEmpty();
        born(file, today().minusYears(17).minusDays(324));
        assertThat(before18(file).end().orElseThrow().day())
                .contains(today().minusYears(17).minusDays(324).plusYears(18).minusDays(1));
        born(file, today().minusYears(17));
        assertThat(before18(file).end().orElseThrow().day())
                .contains(today().minusYears(17).plusYears(18).minusDays(1));
        assertThatThrownBy(() -> tell(house.rosa, file, FactKind.BIRTH, today()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LegalClock before18(CaseFileId file) {
        return clocks.of(house.rosa, file).clocks().stream()
                .filter(clock -> clock.rule().id().equals("us.request-for-assistance"))
                .findFirst()
                .orElseThrow();
    }

    private void born(CaseFileId file, LocalDate day) {
        house.protection.answer(
                house.rosa,
                file,
                List.of(Field.BIRTH),
                new Answers(java.util.Map.of(Field.BIRTH, new org.fourfold.node.frame.Answer.Given<>(day.toString()))));
    }

    @Test
    void aCorrectedDateMovesTheEndAndTheFormerOneIsKept() {
        CaseFileId file = file();
        tell(house.rosa, file, FactKind.INTERIM_BEGAN, today().minusDays(10));
        ToldFact first = fact(house.rosa, file, FactKind.INTERIM_BEGAN);
        clocks.correct(house.rosa, file, FactKind.INTERIM_BEGAN, first.fact().id(), 1, on(today().minusDays(4)));

        LegalClock clock = clocks.of(house.rosa, file).clocks().getFirst();
        assertThat(clock.end().orElseThrow().day())
                .contains(today().minusDays(4).plusDays(89));
        assertThat(fact(house.rosa, file, FactKind.INTERIM_BEGAN).revision()).isEqualTo(2);
        assertThat(house.count("SELECT count(*) FROM protection.legal_fact WHERE file = '%s'".formatted(file)))
                .isEqualTo(2);
        faults(
                () -> clocks.correct(
                        house.rosa, file, FactKind.INTERIM_BEGAN, first.fact().id(), 1, on(today())),
                "protection.fact-changed");
    }

    @Test
    void whatIsStruckStartsNothingAndStaysReadable() {
        CaseFileId file = file();
        tell(house.rosa, file, FactKind.INTERIM_BEGAN, today());
        ToldFact told = fact(house.rosa, file, FactKind.INTERIM_BEGAN);
        clocks.strike(house.rosa, file, FactKind.INTERIM_BEGAN, told.fact().id(), 1);
        assertThat(seen(house.rosa, file)).isEmpty();
        assertThat(fact(house.rosa, file, FactKind.INTERIM_BEGAN).struck()).isTrue();
        assertThat(house.count("SELECT count(*) FROM protection.clock WHERE file = '%s'".formatted(file)))
                .isZero();
    }

    @Test
    void migrationStatusIsSeenAndWrittenByTheFilesLawyerOnly() {
        CaseFileId file = fileWithLawyer();
        tell(house.lawyer, file, FactKind.CARD_UNTIL, today().plusDays(40));

        assertThat(seen(house.lawyer, file)).containsExactly("mx.humanitarian-card RUNNING");
        for (Actor other : List.of(house.rosa, house.teamMate, house.night)) {
            FileClocks seen = clocks.of(other, file);
            assertThat(seen.clocks()).isEmpty();
            assertThat(seen.facts()).isEmpty();
            assertThat(seen.hidden()).isEmpty();
            assertThatThrownBy(() -> tell(other, file, FactKind.CARD_UNTIL, today()))
                    .isInstanceOf(RefusedException.class);
        }
        FileClocks supervised = clocks.of(house.supervisor, file);
        assertThat(supervised.clocks()).isEmpty();
        assertThat(supervised.facts()).isEmpty();
        assertThat(supervised.hidden())
                .containsExactly(new FileClocks.Hidden(
                        today().plusDays(41).atStartOfDay(House.ZONE).toInstant(), Optional.empty()));
        assertThatThrownBy(() -> clocks.of(house.stranger, file)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> tell(house.lawyer, file, FactKind.INTERIM_BEGAN, today()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void theNightStaffTellWhatHappenedTonightAndTheTeamReadsIt() {
        CaseFileId file = file();
        tell(house.night, file, FactKind.MX_CHILD_HARMED, today());
        assertThat(seen(house.teamMate, file)).containsExactly("mx.procuraduria OVERDUE");
        assertThat(desk(house.rosa)).contains(file);
        assertThatThrownBy(() -> tell(house.teamMate, file, FactKind.PROCURADURIA_TOLD, today()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> tell(house.night, file, FactKind.T_GRANTED, today()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aDeadlineGoesFromDeskToDeskAsItsEndComesNearer() {
        CaseFileId file = fileWithLawyer();
        tell(house.lawyer, file, FactKind.CARD_UNTIL, today().plusDays(61));
        assertThat(desk(house.lawyer)).doesNotContain(file);
        house.later(Duration.ofDays(2));
        assertThat(desk(house.lawyer)).contains(file);
        assertThat(desk(house.supervisor)).doesNotContain(file);
        house.later(Duration.ofDays(53));
        assertThat(desk(house.supervisor)).contains(file);
        assertThat(desk(house.rosa)).doesNotContain(file);
        assertThat(desk(house.strangersSupervisor)).doesNotContain(file);
        assertThat(clocks.due(house.supervisor).stream()
                        .filter(due -> due.file().equals(file))
                        .findFirst()
                        .orElseThrow()
                        .lawyers())
                .isTrue();
        house.protection.close(
                house.rosa,
                file,
                new Answers(
                        java.util.Map.of(Field.CLOSING_REASON, new org.fourfold.node.frame.Answer.Given<>("moved"))));
        assertThat(desk(house.lawyer)).doesNotContain(file);
    }

    @Test
    void datesThatCannotBeAreRefusedWithTheirPlace() {
        CaseFileId file = file();
        faults(() -> tell(house.rosa, file, FactKind.INTERIM_BEGAN, today().plusDays(1)), "protection.fact-future");
        faults(() -> tell(house.rosa, file, FactKind.INTERIM_BEGAN, today().minusYears(121)), "protection.fact-far");
        faults(
                () -> tell(house.rosa, file, FactKind.INTERIM_EXTENDED_UNTIL, today().plusYears(31)),
                "protection.fact-far");
        faults(
                () -> clocks.tell(
                        house.rosa, file, FactKind.INTERIM_BEGAN, told(Dated.year(2026), ""), Optional.empty()),
                "protection.fact-day-needed");
        faults(
                () -> clocks.tell(
                        house.rosa,
                        file,
                        FactKind.INTERIM_BEGAN,
                        told(Dated.day(today()), "x".repeat(301)),
                        Optional.empty()),
                "protection.fact-proof-long");
        faults(
                () -> clocks.tell(
                        house.rosa, file, FactKind.SET_ASIDE, told(Dated.day(today()), "why"), Optional.empty()),
                "protection.fact-why");
        tell(house.rosa, file, FactKind.INTERIM_BEGAN, today().minusDays(3));
        UUID start = fact(house.rosa, file, FactKind.INTERIM_BEGAN).fact().id();
        faults(
                () -> clocks.tell(
                        house.rosa, file, FactKind.ELIGIBILITY_LETTER, on(today().minusDays(4)), Optional.of(start)),
                "protection.fact-before-start");
    }

    @Test
    void anHourThatTheClocksLeaptOverIsRefused() {
        ZoneId newYork = ZoneId.of("America/New_York");
        LegalClocks there = new LegalClocks(
                house.test.database("protection"),
                house.keyring,
                () -> Instant.parse("2026-03-10T12:00:00Z"),
                House.RANDOM,
                () -> newYork,
                RulePacks.shipped());
        CaseFileId file = file();
        LegalClocks.Told leapt = new LegalClocks.Told(
                new When(Dated.day(LocalDate.of(2026, 3, 8)), Optional.of(LocalTime.of(2, 30))), "");
        faults(
                () -> there.tell(house.rosa, file, FactKind.US_MINOR_FOUND, leapt, Optional.empty()),
                "protection.fact-hour-skipped");
    }

    @Test
    void aRuleIsReviewedByALawyerWithNameDateAndWordsAndANewVersionAnew() {
        clocks.review(house.lawyer, "mx.refuge-claim", Verdict.APPROVED, "Leí el artículo 18.");
        RuleReview review = review("mx.refuge-claim");
        assertThat(review.by()).isEqualTo(house.lawyer.member());
        assertThat(review.words()).isEqualTo("Leí el artículo 18.");
        clocks.review(house.lawyer, "mx.refuge-claim", Verdict.REJECTED, "Cambió.");
        assertThat(review("mx.refuge-claim").verdict()).isEqualTo(Verdict.REJECTED);
        for (Actor other : List.of(house.rosa, house.supervisor, house.night)) {
            assertThatThrownBy(() -> clocks.review(other, "mx.refuge-claim", Verdict.APPROVED, "Yo digo."))
                    .isInstanceOf(RefusedException.class);
        }
        faults(() -> clocks.review(house.lawyer, "mx.refuge-claim", Verdict.APPROVED, " "), "protection.review-words");
        faults(() -> clocks.review(house.lawyer, "mx.nothing", Verdict.APPROVED, "x"), "protection.review-unknown");
        assertThat(newer().rules(house.rosa).reviews()).isEmpty();
    }

    private RuleReview review(String rule) {
        return Optional.ofNullable(clocks.rules(house.rosa).reviews().get(rule)).orElseThrow();
    }

    private LegalClocks newer() {
        List<RulePack> packs = RulePacks.shipped().stream()
                .map(pack ->
                        new RulePack(pack.jurisdiction(), "2027-01-01", pack.name(), pack.rules(), pack.workingDays()))
                .toList();
        return new LegalClocks(
                house.test.database("protection"), house.keyring, house::now, House.RANDOM, () -> House.ZONE, packs);
    }

    @Test
    void whatWasReckonedByOtherRulesIsOnTheDeskUntilTheFileIsOpened() {
        CaseFileId file = file();
        tell(house.rosa, file, FactKind.INTERIM_BEGAN, today());
        assertThat(desk(house.rosa)).doesNotContain(file);
        LegalClocks newer = newer();
        assertThat(newer.due(house.rosa).stream()
                        .filter(due -> due.file().equals(file))
                        .map(DueClock::stale))
                .containsExactly(true);
        assertThat(newer.of(house.rosa, file).clocks()).hasSize(1);
        assertThat(newer.due(house.rosa)).extracting(DueClock::file).doesNotContain(file);
    }

    @Test
    void aRejectedRulePutsNothingOnADesk() {
        CaseFileId file = file();
        tell(house.rosa, file, FactKind.US_CUSTODY, today());
        assertThat(desk(house.rosa)).contains(file);
        clocks.review(house.lawyer, "us.unaccompanied", Verdict.REJECTED, "Aquí no.");
        assertThat(seen(house.rosa, file)).hasSize(1);
        assertThat(desk(house.rosa)).doesNotContain(file);
    }

    @Test
    void inClearStandsWhenAndNeverWhat() {
        CaseFileId file = file();
        clocks.tell(
                house.rosa,
                file,
                FactKind.INTERIM_BEGAN,
                told(Dated.day(today()), "carta de la señora Canaria"),
                Optional.empty());
        assertThat(house.count("SELECT count(*) FROM protection.legal_fact WHERE file = '%s'".formatted(file)
                        + " AND (position(convert_to('Canaria', 'UTF8') IN ciphertext) > 0"
                        + " OR position(convert_to('INTERIM', 'UTF8') IN ciphertext) > 0)"))
                .isZero();
        house.protection.erase(house.rosa, file);
        assertThat(house.count("SELECT count(*) FROM protection.legal_fact WHERE file = '%s'".formatted(file)))
                .isZero();
        assertThat(house.count("SELECT count(*) FROM protection.clock WHERE file = '%s'".formatted(file)))
                .isZero();
    }

    @Test
    void aSealedFilesDeadlinesAreKnownToItsOwnerAndItsLawyerOnly() {
        CaseFileId file = fileWithLawyer();
        tell(house.lawyer, file, FactKind.CARD_UNTIL, today().plusDays(2));
        assertThat(desk(house.supervisor)).contains(file);
        house.protection.seal(house.rosa, file, true);
        assertThat(desk(house.supervisor)).doesNotContain(file);
        assertThat(desk(house.lawyer)).contains(file);
        assertThatThrownBy(() -> clocks.of(house.supervisor, file)).isInstanceOf(RefusedException.class);
        assertThat(clocks.of(house.rosa, file).writable()).isEqualTo(Set.of(FieldGroup.IDENTITY, FieldGroup.SAFETY));
    }

    @Test
    void thePageOfAFileNamesItsNearestDeadlineToWhoMaySeeThat() {
        CaseFileId file = fileWithLawyer();
        assertThat(nearest(house.rosa, file)).isEmpty();
        tell(house.lawyer, file, FactKind.REFUGE_DENIED, today());
        assertThat(nearest(house.lawyer, file)).hasSize(1);
        assertThat(nearest(house.rosa, file)).as("the lawyer's is the lawyer's").isEmpty();
        tell(house.rosa, file, FactKind.MX_CHILD_HARMED, today());
        for (Actor actor : List.of(house.rosa, house.teamMate, house.night, house.lawyer)) {
            assertThat(nearest(actor, file)).containsExactly("mx.procuraduria");
        }
        UUID start = fact(house.rosa, file, FactKind.MX_CHILD_HARMED).fact().id();
        clocks.tell(house.rosa, file, FactKind.PROCURADURIA_TOLD, on(today()), Optional.of(start));
        assertThat(nearest(house.rosa, file)).isEmpty();
    }

    private List<String> nearest(Actor actor, CaseFileId file) {
        return clocks.nearest(house.protection.view(actor, file)).clocks().stream()
                .map(clock -> clock.rule().id())
                .toList();
    }
}
