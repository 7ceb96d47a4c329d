package org.fourfold.node.protection.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.count.CountPeriod.Length;
import org.fourfold.node.protection.count.CountedFile.Deadline;
import org.fourfold.node.protection.count.CountedFile.Nights;
import org.fourfold.node.protection.count.CountedFile.Received;
import org.junit.jupiter.api.Test;

/** Who counts where, by the rules that the page says in words. The fiscal year is the U.S. federal one, October to September. */
class CounterTest {

    private static final CountPeriod MARCH = CountPeriod.of(Length.MONTH, YearMonth.of(2026, 3), Month.OCTOBER);

    private final Counter counter = new Counter(MARCH);

    private static Received counselling(String day) {
        return new Received(ServiceKind.COUNSELLING, LocalDate.parse(day), 1);
    }

    private static CountedFile file(String opened, String closed, List<Received> received, List<Nights> nights) {
        return new CountedFile(
                UUID.randomUUID(),
                new UUID(1, 1),
                LocalDate.parse(opened),
                closed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(closed)),
                received,
                nights,
                List.of());
    }

    private static CountedFile receiving(String... days) {
        return file(
                "2025-01-01",
                "",
                Arrays.stream(days).map(CounterTest::counselling).toList(),
                List.of());
    }

    private long persons(String code) {
        return counter.tally().cell(code).orElseThrow().persons();
    }

    private long times(String code) {
        return counter.tally().cell(code).orElseThrow().times();
    }

    @Test
    void aQuarterOfTheFederalFiscalYearBeginsInOctoberJanuaryAprilAndJuly() {
        CountPeriod march = CountPeriod.of(Length.QUARTER, YearMonth.of(2026, 3), Month.OCTOBER);
        assertThat(march.from()).isEqualTo("2026-01-01");
        assertThat(march.last()).isEqualTo("2026-03-31");
        assertThat(march.yearBegan()).isEqualTo("2025-10-01");
        assertThat(CountPeriod.of(Length.HALF_YEAR, YearMonth.of(2026, 3), Month.OCTOBER)
                        .from())
                .isEqualTo("2025-10-01");
        assertThat(CountPeriod.of(Length.YEAR, YearMonth.of(2026, 9), Month.OCTOBER)
                        .last())
                .isEqualTo("2026-09-30");
        assertThat(CountPeriod.of(Length.YEAR, YearMonth.of(2026, 12), Month.JANUARY)
                        .from())
                .isEqualTo("2026-01-01");
    }

    @Test
    void aPersonIsNewOnceInAFiscalYearAndThenContinuing() {
        assertThat(counter.add(receiving("2026-03-01"))).isEqualTo(Counter.Standing.NEW);
        assertThat(counter.add(receiving("2025-09-30", "2026-03-31"))).isEqualTo(Counter.Standing.NEW);
        assertThat(counter.add(receiving("2025-10-01", "2026-03-31"))).isEqualTo(Counter.Standing.CONTINUING);
        assertThat(counter.add(receiving("2026-02-28"))).isEqualTo(Counter.Standing.NO_CLIENT);
        assertThat(counter.add(receiving("2026-04-01"))).isEqualTo(Counter.Standing.NO_CLIENT);
        assertThat(persons("clients.new")).isEqualTo(2);
        assertThat(persons("clients.continuing")).isEqualTo(1);
        assertThat(persons("clients.total")).isEqualTo(3);
    }

    @Test
    void aNightInTheHouseMakesAClientToo() {
        counter.add(file(
                "2026-01-01",
                "",
                List.of(),
                List.of(new Nights(LocalDate.parse("2026-02-27"), LocalDate.parse("2026-03-03")))));
        assertThat(persons("clients.continuing")).isEqualTo(1);
        assertThat(times("service.nights")).isEqualTo(2);
        assertThat(times("family.shelter")).isEqualTo(2);
    }

    @Test
    void whoCameAndLeftOnOneDaySleptNoNight() {
        LocalDate day = LocalDate.parse("2026-03-05");
        counter.add(file("2026-03-05", "", List.of(), List.of(new Nights(day, day))));
        assertThat(persons("service.nights")).isZero();
        assertThat(persons("clients.total")).isZero();
    }

    @Test
    void filesOpenAtTheBeginningAndOpenedAndNotClosedAreOpenAtTheEnd() {
        Random random = new Random(11);
        LocalDate start = LocalDate.parse("2026-01-01");
        for (int i = 0; i < 2_000; i++) {
            LocalDate opened = start.plusDays(random.nextInt(120));
            Optional<LocalDate> closed =
                    random.nextBoolean() ? Optional.empty() : Optional.of(opened.plusDays(random.nextInt(60)));
            counter.add(file(opened.toString(), closed.map(LocalDate::toString).orElse(""), List.of(), List.of()));
        }
        assertThat(persons("files.at-start") + persons("files.opened") - persons("files.closed"))
                .isEqualTo(persons("files.at-end"));
        assertThat(persons("files.opened")).isPositive();
        assertThat(persons("files.closed")).isPositive();
    }

    @Test
    void tablesOfWhoTheyAreAddUpToTheNewOnes() {
        List<String> interpreters = new ArrayList<>(List.of("yes", "no", ""));
        Random random = new Random(12);
        for (int i = 0; i < 500; i++) {
            CountedFile one = receiving(random.nextBoolean() ? "2026-03-10" : "2025-11-10", "2026-03-12");
            int place = counter.size();
            if (counter.add(one) == Counter.Standing.NEW) {
                Dated born = Dated.year(1940 + random.nextInt(86));
                String answer = interpreters.get(random.nextInt(3));
                counter.told(
                        place,
                        counter.first(one).orElseThrow(),
                        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(born),
                        Optional.of(answer).filter(some -> !some.isEmpty()));
            }
        }
        Tally tally = counter.tally();
        long fresh = persons("clients.new");
        assertThat(fresh).isPositive();
        for (CountTable table : List.of(CountTable.AGE, CountTable.INTERPRETER)) {
            assertThat(tally.cells(table).stream().mapToLong(CountCell::persons).sum())
                    .as(table.name())
                    .isEqualTo(fresh);
        }
    }

    @Test
    void theAgeIsThatOnTheDayOfTheFirstServiceOfTheYear() {
        age("2026-03-10", Dated.day(LocalDate.parse("2008-03-10")));
        assertThat(persons("age.years-18-24")).isEqualTo(1);
        age("2026-03-10", Dated.day(LocalDate.parse("2008-03-11")));
        assertThat(persons("age.years-13-17")).isEqualTo(1);
        age("2026-03-01", Dated.day(LocalDate.parse("2008-02-29")));
        assertThat(persons("age.years-18-24")).isEqualTo(2);
    }

    @Test
    void aDateThatLeavesTheBandOpenIsNotReported() {
        age("2026-03-10", Dated.year(2008));
        age("2026-03-10", Dated.day(LocalDate.parse("2026-03-11")));
        assertThat(persons("age.not-reported")).isEqualTo(2);
        age("2026-03-10", Dated.year(1980));
        assertThat(persons("age.years-25-59")).isEqualTo(1);
    }

    private void age(String day, Dated born) {
        int place = counter.size();
        counter.add(receiving(day));
        counter.told(place, LocalDate.parse(day), Optional.of(born), Optional.empty());
    }

    @Test
    void aDeadlineIsMetWhenWhatItAsksForWasDoneByThen() {
        LocalDate end = LocalDate.parse("2026-03-10");
        counter.add(new CountedFile(
                UUID.randomUUID(),
                new UUID(1, 1),
                end,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(
                        new Deadline(end, Optional.of(end)),
                        new Deadline(end, Optional.of(end.plusDays(1))),
                        new Deadline(end, Optional.empty()),
                        new Deadline(end.plusMonths(1), Optional.empty()))));
        assertThat(times("deadlines.ended")).isEqualTo(3);
        assertThat(times("deadlines.met")).isEqualTo(1);
        assertThat(times("deadlines.not-met")).isEqualTo(2);
    }

    @Test
    void everyCellSaysWhichFilesItIsMadeOf() {
        CountedFile one = receiving("2026-03-01", "2026-03-02");
        CountedFile other = receiving("2026-03-03");
        counter.add(receiving());
        counter.add(one);
        counter.add(other);
        Tally tally = counter.tally();
        CountCell cell = tally.cell("service.counselling").orElseThrow();
        assertThat(cell.times()).isEqualTo(3);
        assertThat(tally.filesOf(cell, 0, 10)).containsExactly(one.id(), other.id());
        assertThat(tally.filesOf(cell, 1, 10)).containsExactly(other.id());
        assertThat(tally.filesOf(cell, 0, 1)).containsExactly(one.id());
    }
}
