package org.fourfold.node.protection.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.count.CountedFile.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of totals that leave the house. */
class OutgoingTest {

    private static final CountPeriod MARCH =
            CountPeriod.of(CountPeriod.Length.MONTH, YearMonth.of(2026, 3), Month.OCTOBER);

    /** As many new and continuing clients, all of them counselled. */
    private static Tally tally(int fresh, int continuing) {
        Counter counter = new Counter(MARCH);
        for (int i = 0; i < fresh + continuing; i++) {
            List<Received> received =
                    new ArrayList<>(List.of(new Received(ServiceKind.COUNSELLING, LocalDate.parse("2026-03-10"), 2)));
            if (i >= fresh) {
                received.add(new Received(ServiceKind.COUNSELLING, LocalDate.parse("2026-02-10"), 1));
            }
            CountedFile file = new CountedFile(
                    UUID.randomUUID(),
                    new UUID(1, 1),
                    LocalDate.parse("2026-03-01"),
                    Optional.empty(),
                    received,
                    List.of(),
                    List.of());
            if (counter.add(file) == Counter.Standing.NEW) {
                counter.told(i, LocalDate.parse("2026-03-10"), Optional.empty(), Optional.of("no"));
            }
        }
        return counter.tally();
    }

    private static boolean told(Outgoing outgoing, String code) {
        return outgoing.persons(outgoing.cell(code).orElseThrow()).isPresent();
    }

    @ParameterizedTest(name = "{0} new and {1} continuing: new told {2}, continuing {3}, together {4}")
    @CsvSource({
        "10, 10, true, true, true",
        "0, 10, true, true, true",
        "10, 3, false, false, true",
        "3, 10, false, false, true",
        "2, 2, false, false, false",
        "0, 4, true, false, false",
        "5, 5, true, true, true",
    })
    void oneToFourPersonsAreNotToldNorWhatWouldTellThem(
            int fresh, int continuing, boolean freshTold, boolean continuingTold, boolean totalTold) {
        Outgoing outgoing = new Outgoing(tally(fresh, continuing));
        assertThat(told(outgoing, "clients.new")).isEqualTo(freshTold);
        assertThat(told(outgoing, "clients.continuing")).isEqualTo(continuingTold);
        assertThat(told(outgoing, "clients.total")).isEqualTo(totalTold);
    }

    @Test
    void tablesThatAddUpToAHiddenNumberAreHiddenToo() {
        Outgoing outgoing = new Outgoing(tally(10, 3));
        assertThat(told(outgoing, "age.not-reported")).isFalse();
        assertThat(told(outgoing, "interpreter.no")).isFalse();
        assertThat(told(new Outgoing(tally(10, 10)), "interpreter.no")).isTrue();
    }

    @Test
    void howOftenAFamilyWasGivenIsNotToldWhereOneOfItsServicesIsHidden() {
        Counter counter = new Counter(MARCH);
        for (int i = 0; i < 8; i++) {
            ServiceKind kind = i == 0 ? ServiceKind.CRISIS : ServiceKind.COUNSELLING;
            Received received = new Received(kind, LocalDate.parse("2026-03-10"), 1);
            counter.add(new CountedFile(
                    UUID.randomUUID(),
                    new UUID(1, 1),
                    LocalDate.parse("2026-03-01"),
                    Optional.empty(),
                    List.of(received),
                    List.of(),
                    List.of()));
        }
        Outgoing outgoing = new Outgoing(counter.tally());
        CountCell family = outgoing.cell("family.emotional").orElseThrow();
        assertThat(outgoing.persons(family)).hasValue(8);
        assertThat(outgoing.times(family)).isEmpty();
        assertThat(outgoing.times(outgoing.cell("service.counselling").orElseThrow()))
                .hasValue(7);
    }

    @Test
    void howMuchEachMemberDoesGoesNowhere() {
        Outgoing outgoing = new Outgoing(tally(10, 10));
        String row = "workload." + new UUID(1, 1);
        assertThat(tally(10, 10).cell(row)).isPresent();
        assertThat(outgoing.cell(row)).isEmpty();
        assertThat(outgoing.cells()).noneMatch(cell -> cell.measure().table() == CountTable.WORKLOAD);
    }

    /**
     * Somebody outside knows the rule, every number that is told, and what the rows add up to. Every table of four rows and up
     * to fourteen persons is published; of those that look alike from outside, no hidden row may be the same in all.
     */
    @Test
    void noHiddenRowCanBeReckonedByWhoKnowsTheRuleAndTheSum() {
        Map<List<Long>, List<long[]>> alike = new HashMap<>();
        for (long[] rows : tables(4, 14)) {
            long sum = Arrays.stream(rows).sum();
            if (sum >= Outgoing.SMALLEST) {
                BitSet away = Outgoing.addingUp(rows);
                List<Long> outside = new ArrayList<>(List.of(sum));
                for (int i = 0; i < rows.length; i++) {
                    outside.add(away.get(i) ? -1 : rows[i]);
                }
                alike.computeIfAbsent(outside, none -> new ArrayList<>()).add(rows);
            }
        }
        assertThat(alike).hasSizeGreaterThan(100);
        alike.forEach((outside, tables) -> {
            for (int row = 0; row < 4; row++) {
                if (outside.get(row + 1) < 0) {
                    Set<Long> possible = new HashSet<>();
                    for (long[] table : tables) {
                        possible.add(table[row]);
                    }
                    assertThat(possible).as("row %d of %s", row, outside).hasSizeGreaterThan(1);
                }
            }
        });
    }

    private static List<long[]> tables(int rows, int most) {
        if (rows == 0) {
            return List.of(new long[0]);
        }
        List<long[]> all = new ArrayList<>();
        for (int first = 0; first <= most; first++) {
            for (long[] rest : tables(rows - 1, most - first)) {
                long[] table = new long[rows];
                table[0] = first;
                System.arraycopy(rest, 0, table, 1, rest.length);
                all.add(table);
            }
        }
        return all;
    }
}
