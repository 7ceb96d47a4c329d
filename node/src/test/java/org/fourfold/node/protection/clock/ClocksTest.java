package org.fourfold.node.protection.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.protection.clock.LegalClock.Note;
import org.fourfold.node.protection.clock.LegalClock.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped rules make of facts. Every date was counted by hand on a printed calendar. */
class ClocksTest {

    private static final ZoneId GUATEMALA = ZoneId.of("America/Guatemala");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<RulePack> PACKS = RulePacks.shipped();

    /** Noon in Guatemala on the day when Ludi is 17 years and 324 days old. */
    private static final Instant NOW = Instant.parse("2026-11-27T18:00:00Z");

    private final List<Fact> facts = new ArrayList<>();
    private int next = 1;

    private Fact tell(FactKind kind, Dated dated, Optional<Instant> moment, Optional<UUID> of) {
        Fact fact = new Fact(new UUID(7, next++), kind, dated, moment, of, "");
        facts.add(fact);
        return fact;
    }

    private Fact tell(FactKind kind, String told) {
        Dated dated = switch (told.length()) {
            case 4 -> Dated.year(Integer.parseInt(told));
            case 7 -> Dated.month(YearMonth.parse(told));
            default -> Dated.day(LocalDate.parse(told));
        };
        return tell(kind, dated, Optional.empty(), Optional.empty());
    }

    private Fact tell(FactKind kind, String local, ZoneId zone) {
        LocalDateTime at = LocalDateTime.parse(local);
        return tell(
                kind, Dated.day(at.toLocalDate()), Optional.of(at.atZone(zone).toInstant()), Optional.empty());
    }

    private Fact stops(Fact start, FactKind kind, String day) {
        return tell(kind, Dated.day(LocalDate.parse(day)), Optional.empty(), Optional.of(start.id()));
    }

    private List<LegalClock> clocks(Instant now, ZoneId zone) {
        return Clocks.of(facts, PACKS, now, zone);
    }

    private Optional<LegalClock> find(String rule) {
        return clocks(NOW, GUATEMALA).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst();
    }

    private LegalClock clock(String rule) {
        return find(rule).orElseThrow();
    }

    private static LocalDate day(LegalClock clock) {
        return clock.end().orElseThrow().day().orElseThrow();
    }

    private static Instant at(LegalClock clock) {
        return clock.end().orElseThrow().at();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # rule, starts with, told, last day
            us.interim-assistance, interim-began, 2026-09-01, 2026-11-29
            us.interim-extended, interim-extended-until, 2026-12-20, 2026-12-20
            us.continued-presence, continued-presence-until, 2027-06-30, 2027-06-30
            us.t-status, t-granted, 2026-03-10, 2030-03-09
            us.t-status, t-granted, 2028-02-29, 2032-02-28
            us.u-status, u-granted, 2025-01-01, 2028-12-31
            us.u-certification, u-signed, 2026-03-10, 2026-09-09
            us.u-certification, u-signed, 2026-08-31, 2027-02-27
            us.family-21, family-birth, 2006-01-10, 2027-01-09
            us.family-21, family-birth, 2008-02-29, 2029-02-27
            mx.refuge-claim, mx-entered, 2026-03-02, 2026-04-14
            mx.refuge-claim, mx-entered, 2026-03-01, 2026-04-13
            mx.refuge-decision, refuge-claimed, 2024-09-02, 2024-11-06
            mx.refuge-review, refuge-denied, 2026-12-11, 2027-01-05
            mx.humanitarian-card, card-until, 2027-03-15, 2027-03-15
            """)
    void theLastDayOfEachRule(String rule, String kind, String told, LocalDate last) {
        tell(FactKind.parse(kind).orElseThrow(), told);
        assertThat(day(clock(rule))).isEqualTo(last);
        assertThat(at(clock(rule))).isEqualTo(last.plusDays(1) + "T06:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # birth as told, last day before 18, said beside it
            2009-01-07, 2027-01-06, none
            2008-02-29, 2026-02-27, LEAP_DAY
            2012-02-29, 2030-02-27, LEAP_DAY
            2009-03, 2027-02-28, ESTIMATED
            2009, 2026-12-31, ESTIMATED
            """)
    void theRequestComesBeforeTheEighteenthBirthday(String birth, LocalDate last, String note) {
        tell(FactKind.BIRTH, birth);
        tell(FactKind.US_MINOR_FOUND, "2025-11-20");
        LegalClock clock = clock("us.request-for-assistance");
        assertThat(day(clock)).isEqualTo(last);
        assertThat(clock.notes())
                .isEqualTo(note.equals("none") ? java.util.Set.of() : java.util.Set.of(Note.valueOf(note)));
    }

    @Test
    void ludiIsSeventeenYearsAndThreeHundredAndTwentyFourDaysOld() {
        tell(FactKind.BIRTH, "2009-01-07");
        tell(FactKind.US_MINOR_FOUND, "2026-11-27T08:30:00", GUATEMALA);
        tell(FactKind.MX_CHILD_HARMED, "2026-11-27T08:30:00", GUATEMALA);

        assertThat(clocks(NOW, GUATEMALA))
                .extracting(clock -> clock.rule().id() + " " + clock.state())
                .containsExactly(
                        "mx.procuraduria OVERDUE", "us.hhs-notice RUNNING", "us.request-for-assistance RUNNING");
        assertThat(at(clock("us.hhs-notice"))).isEqualTo("2026-11-28T14:30:00Z");
        assertThat(day(clock("us.request-for-assistance"))).isEqualTo("2027-01-06");
    }

    @Test
    void turningEighteenDoesNotEndWhatBeganBefore() {
        tell(FactKind.BIRTH, "2009-01-07");
        tell(FactKind.US_MINOR_FOUND, "2027-01-06");
        Instant later = Instant.parse("2027-01-20T18:00:00Z");
        assertThat(clocks(later, GUATEMALA))
                .extracting(clock -> clock.rule().id() + " " + clock.state())
                .containsExactly("us.hhs-notice OVERDUE", "us.request-for-assistance OVERDUE");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # birth, found on, is there a clock, said beside it
            2009-01-07, 2027-01-06, true, none
            2009-01-07, 2027-01-07, false, none
            2008-02-29, 2026-02-28, true, AGE_UNSURE
            2008-02-29, 2026-03-01, false, none
            2008, 2026-06-01, true, AGE_UNSURE
            2008, 2027-01-01, false, none
            '', 2026-06-01, true, AGE_UNKNOWN
            """)
    void whoMayStillBeUnderEighteenIsCountedAsUnderEighteen(String birth, String found, boolean there, String note) {
        if (!birth.isEmpty()) {
            tell(FactKind.BIRTH, birth);
        }
        tell(FactKind.US_MINOR_FOUND, found);
        assertThat(find("us.hhs-notice").isPresent()).isEqualTo(there);
        if (!note.equals("none")) {
            assertThat(clock("us.hhs-notice").notes()).contains(Note.valueOf(note));
        }
    }

    @Test
    void withoutABirthDateNobodySaysUntilWhen() {
        tell(FactKind.US_MINOR_FOUND, "2026-11-20");
        LegalClock clock = clock("us.request-for-assistance");
        assertThat(clock.end()).isEmpty();
        assertThat(clock.state()).isEqualTo(State.END_UNKNOWN);
    }

    @Test
    void hoursAreHoursThoughTheClocksAreSetForwardOrBack() {
        // In New York 8 March 2026 has 23 hours and 1 November 2026 has 25.
        tell(FactKind.US_MINOR_FOUND, "2026-03-07T22:00:00", NEW_YORK);
        assertThat(at(inNewYork("us.hhs-notice"))).isEqualTo("2026-03-09T03:00:00Z");
        facts.clear();
        tell(FactKind.US_MINOR_FOUND, "2026-10-31T22:00:00", NEW_YORK);
        assertThat(at(inNewYork("us.hhs-notice"))).isEqualTo("2026-11-02T02:00:00Z");
    }

    @Test
    void withoutAnHourADayCountsFromItsBeginningAndThatIsSaid() {
        tell(FactKind.US_MINOR_FOUND, "2026-11-27");
        assertThat(at(clock("us.hhs-notice"))).isEqualTo("2026-11-28T06:00:00Z");
        assertThat(clock("us.hhs-notice").notes()).contains(Note.START_HOUR_UNKNOWN);
    }

    private LegalClock inNewYork(String rule) {
        return clocks(NOW, NEW_YORK).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void daysEndWhereTheOrganisationIs() {
        tell(FactKind.CARD_UNTIL, "2026-03-08");
        assertThat(at(clocks(NOW, NEW_YORK).getFirst())).isEqualTo("2026-03-09T04:00:00Z");
        assertThat(at(clocks(NOW, GUATEMALA).getFirst())).isEqualTo("2026-03-09T06:00:00Z");
        assertThat(clocks(Instant.parse("2026-03-09T05:59:59Z"), GUATEMALA)
                        .getFirst()
                        .state())
                .isEqualTo(State.RUNNING);
        assertThat(clocks(Instant.parse("2026-03-09T06:00:00Z"), GUATEMALA)
                        .getFirst()
                        .state())
                .isEqualTo(State.OVERDUE);
    }

    @Test
    void aDeadlineIsOnEachDeskFromItsOwnMoment() {
        tell(FactKind.BIRTH, "2009-01-07");
        tell(FactKind.US_MINOR_FOUND, "2026-11-27T08:30:00", GUATEMALA);
        LegalClock notice = clock("us.hhs-notice");
        assertThat(notice.onDesk(Rule.Desk.OWNER)).contains(Instant.parse("2026-11-27T14:30:00Z"));
        assertThat(notice.onDesk(Rule.Desk.SUPERVISOR)).contains(Instant.parse("2026-11-28T02:30:00Z"));
        assertThat(notice.onDesk(Rule.Desk.LAWYER_OF_FILE)).isEmpty();
        assertThat(notice.next(NOW).orElseThrow().desk()).isEqualTo(Rule.Desk.SUPERVISOR);
        // Ninety and thirty days before the end of 6 January 2027, that is the beginning of the 7th.
        LegalClock request = clock("us.request-for-assistance");
        assertThat(request.onDesk(Rule.Desk.OWNER)).contains(Instant.parse("2026-10-09T06:00:00Z"));
        assertThat(request.onDesk(Rule.Desk.SUPERVISOR)).contains(Instant.parse("2026-12-08T06:00:00Z"));
    }

    @Test
    void whatWasDoneStopsItAndSaysWhetherItWasLate() {
        tell(FactKind.US_MINOR_FOUND, "2026-11-20T08:30:00", GUATEMALA);
        tell(FactKind.HHS_NOTIFIED, "2026-11-21T08:29:00", GUATEMALA);
        assertThat(clock("us.hhs-notice").state()).isEqualTo(State.DONE);
        assertThat(clock("us.hhs-notice").steps()).isEmpty();
        facts.removeLast();
        tell(FactKind.HHS_NOTIFIED, "2026-11-21T08:30:00", GUATEMALA);
        assertThat(clock("us.hhs-notice").state()).isEqualTo(State.DONE_LATE);
        facts.removeLast();
        tell(FactKind.HHS_NOTIFIED, "2026-11-21");
        assertThat(clock("us.hhs-notice").state()).isEqualTo(State.DONE);
        assertThat(clock("us.hhs-notice").notes()).contains(Note.HOUR_UNKNOWN);
        facts.removeLast();
        tell(FactKind.HHS_NOTIFIED, "2026-11-22");
        assertThat(clock("us.hhs-notice").state()).isEqualTo(State.DONE_LATE);
    }

    @Test
    void whatWasDoneBeforeItBeganStopsNothing() {
        tell(FactKind.HHS_NOTIFIED, "2026-11-10");
        tell(FactKind.US_MINOR_FOUND, "2026-11-20T08:30:00", GUATEMALA);
        assertThat(clock("us.hhs-notice").state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void whereTheLawNamesNoNumberNobodySaysThatItWasLate() {
        tell(FactKind.MX_CHILD_HARMED, "2026-11-20");
        tell(FactKind.PROCURADURIA_TOLD, "2026-11-25");
        assertThat(clock("mx.procuraduria").state()).isEqualTo(State.DONE);
    }

    @Test
    void eachOfTwoChildrenHasAClockAndWhatIsToldOfOneStopsNoOther() {
        Fact elder = tell(FactKind.FAMILY_BIRTH, "2006-01-10");
        Fact younger = tell(FactKind.FAMILY_BIRTH, "2008-05-01");
        stops(elder, FactKind.FAMILY_FILED, "2026-11-20");
        assertThat(clocks(NOW, GUATEMALA))
                .extracting(clock -> clock.start().id(), LegalClock::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(younger.id(), State.RUNNING),
                        org.assertj.core.groups.Tuple.tuple(elder.id(), State.DONE));
    }

    @Test
    void aClockIsSetAsideAlone() {
        Fact found = tell(FactKind.US_MINOR_FOUND, "2026-11-20");
        Fact custody = tell(FactKind.US_CUSTODY, "2026-11-20");
        stops(custody, FactKind.SET_ASIDE, "2026-11-21");
        assertThat(clock("us.unaccompanied").state()).isEqualTo(State.SET_ASIDE);
        assertThat(clock("us.hhs-notice").state()).isEqualTo(State.OVERDUE);
        assertThat(clock("us.hhs-notice").start()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # T granted, residence may be asked for from
            2026-03-10, 2029-03-10
            2028-02-29, 2031-03-01
            """)
    void whatMayBeAskedForIsNeverToldTooEarly(String granted, LocalDate first) {
        tell(FactKind.T_GRANTED, granted);
        LegalClock clock = clock("us.t-residence");
        assertThat(day(clock)).isEqualTo(first);
        assertThat(clock.state()).isEqualTo(State.NOT_YET);
        Instant begins = first.atStartOfDay(GUATEMALA).toInstant();
        assertThat(clocks(begins, GUATEMALA)).extracting(LegalClock::state).contains(State.OPEN);
        assertThat(clocks(begins.minus(Duration.ofSeconds(1)), GUATEMALA))
                .extracting(LegalClock::state)
                .contains(State.NOT_YET);
    }

    @Test
    void aRoughDayOfEntryIsCountedFromItsEarliestDay() {
        tell(FactKind.MX_ENTERED, "2026-03");
        LegalClock clock = clock("mx.refuge-claim");
        assertThat(day(clock)).isEqualTo("2026-04-13");
        assertThat(clock.notes()).containsExactly(Note.ESTIMATED);
    }

    @Test
    void aClaimStopsOneClockAndStartsTheNext() {
        tell(FactKind.MX_ENTERED, "2026-11-02");
        tell(FactKind.REFUGE_CLAIMED, "2026-11-20");
        assertThat(clock("mx.refuge-claim").state()).isEqualTo(State.DONE);
        assertThat(clock("mx.refuge-decision").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aRuleHoldsForWhatBeganWhileItWasInForce() {
        tell(FactKind.REFUGE_DENIED, "2011-01-27");
        assertThat(find("mx.refuge-review")).isEmpty();
        facts.clear();
        tell(FactKind.REFUGE_DENIED, "2011-01-28");
        assertThat(find("mx.refuge-review")).isPresent();
    }
}
