package org.fourfold.node.protection.count;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.count.CountedFile.Deadline;
import org.fourfold.node.protection.count.CountedFile.Nights;
import org.fourfold.node.protection.count.CountedFile.Received;

/**
 * Counts files one after the other. The rules are those that the page says in words ({@code protection.counts.rule.*}):
 *
 * <ul>
 *   <li>A person counts once in a cell, however often something was given.
 *   <li>A client is who received a service, goods or a night in the period. New is whose first in the fiscal year lies in the
 *       period; whoever received something earlier in the year is continuing (the counting rule of the U.S. Victims of Crime
 *       Act as state guides give it).
 *   <li>Tables of who they are hold the new ones only and add up to them; "not reported" is a value.
 * </ul>
 *
 * Threads: one.
 */
public final class Counter {

    /** How a person stands in the period. */
    public enum Standing {
        NO_CLIENT,
        NEW,
        CONTINUING
    }

    /** Rows of {@link CountTable#AGE}: whole years on the day of the first service of the year. */
    private enum Band {
        YEARS_0_12(12),
        YEARS_13_17(17),
        YEARS_18_24(24),
        YEARS_25_59(59),
        YEARS_60(Integer.MAX_VALUE);

        private final int last;

        Band(int last) {
            this.last = last;
        }

        static Band of(LocalDate born, LocalDate day) {
            int years = Period.between(born, day).getYears();
            for (Band band : values()) {
                if (years <= band.last) {
                    return band;
                }
            }
            throw new IllegalStateException("the last band has no end");
        }
    }

    private static final String NOT_REPORTED = "not-reported";

    /** What is summed up of one cell. */
    private static final class Sum {
        private final BitSet files = new BitSet();
        private long times;
    }

    private final CountPeriod period;
    private final List<UUID> ids = new ArrayList<>();
    private final Map<Measure, Sum> sums = new LinkedHashMap<>();
    private final Map<Measure, Long> others = new LinkedHashMap<>();

    public Counter(CountPeriod period) {
        this.period = period;
        for (Measure measure : Measures.fixed()) {
            if (!Measures.ofNobody(measure.table())) {
                sums.put(measure, new Sum());
            }
        }
    }

    /** Takes one file in. Of a person who is new, {@link #told} says who they are. */
    public Standing add(CountedFile file) {
        int place = ids.size();
        ids.add(file.id());
        files(place, file);
        deadlines(place, file.deadlines());
        Set<ServiceKind> kinds = EnumSet.noneOf(ServiceKind.class);
        Optional<LocalDate> first = received(place, file, kinds);
        if (kinds.isEmpty()) {
            return Standing.NO_CLIENT;
        }
        Standing standing = period.holds(first.orElseThrow()) ? Standing.NEW : Standing.CONTINUING;
        one(Measure.of(CountTable.CLIENTS, standing), place);
        one(Measure.of(CountTable.CLIENTS, "total"), place);
        return standing;
    }

    /** The first day in the fiscal year and until the end of the period on which something was received. */
    public Optional<LocalDate> first(CountedFile file) {
        Optional<LocalDate> service =
                file.received().stream().map(Received::day).filter(this::inYear).min(LocalDate::compareTo);
        Optional<LocalDate> night = file.nights().stream()
                .filter(nights -> nights(nights, period.yearBegan()) > 0)
                .map(nights -> later(nights.evening(), period.yearBegan()))
                .min(LocalDate::compareTo);
        return service.isEmpty() || (night.isPresent() && night.get().isBefore(service.get())) ? night : service;
    }

    /**
     * Who a new client is.
     *
     * @param place the place at which the file was added, from 0
     * @param first the day of {@link #first}
     * @param born as well as it is known; empty where it is not, or is disputed
     * @param interpreter {@code yes}, {@code no}, or empty
     */
    public void told(int place, LocalDate first, Optional<Dated> born, Optional<String> interpreter) {
        Optional<Band> band = born.filter(dated -> !dated.to().isAfter(first))
                .filter(dated -> Band.of(dated.from(), first) == Band.of(dated.to(), first))
                .map(dated -> Band.of(dated.from(), first));
        one(
                band.map(one -> Measure.of(CountTable.AGE, one))
                        .orElseGet(() -> Measure.of(CountTable.AGE, NOT_REPORTED)),
                place);
        one(Measure.of(CountTable.INTERPRETER, interpreter.orElse(NOT_REPORTED)), place);
    }

    /** What is of nobody's file. */
    public void other(Measure measure, long number) {
        others.put(measure, number);
    }

    /** Takes in what another counted of other files. */
    public void addAll(Counter other) {
        int from = ids.size();
        ids.addAll(other.ids);
        other.sums.forEach((measure, counted) -> {
            Sum sum = sums.computeIfAbsent(measure, none -> new Sum());
            counted.files.stream().forEach(place -> sum.files.set(from + place));
            sum.times += counted.times;
        });
        others.putAll(other.others);
    }

    /** How many were taken in. */
    public int size() {
        return ids.size();
    }

    public Tally tally() {
        List<CountCell> cells = new ArrayList<>();
        sums.forEach(
                (measure, sum) -> cells.add(new CountCell(measure, sum.files.cardinality(), sum.times, sum.files)));
        others.forEach((measure, number) -> cells.add(CountCell.ofNobody(measure, number)));
        return new Tally(period, ids, cells);
    }

    private void files(int place, CountedFile file) {
        boolean before = file.opened().isBefore(period.from());
        boolean openAtFrom = before
                && file.closed().filter(day -> day.isBefore(period.from())).isEmpty();
        boolean openAtEnd = file.opened().isBefore(period.until())
                && file.closed().filter(day -> day.isBefore(period.until())).isEmpty();
        if (openAtFrom) {
            one(Measure.of(CountTable.FILES, "at-start"), place);
        }
        if (period.holds(file.opened())) {
            one(Measure.of(CountTable.FILES, "opened"), place);
        }
        if (file.closed().filter(period::holds).isPresent()) {
            one(Measure.of(CountTable.FILES, "closed"), place);
        }
        if (openAtEnd) {
            one(Measure.of(CountTable.FILES, "at-end"), place);
            one(Measure.of(CountTable.WORKLOAD, file.owner().toString()), place);
        }
    }

    private void deadlines(int place, List<Deadline> deadlines) {
        for (Deadline deadline : deadlines) {
            if (period.holds(deadline.ends())) {
                one(Measure.of(CountTable.DEADLINES, "ended"), place);
                one(Measure.of(CountTable.DEADLINES, deadline.met() ? "met" : "not-met"), place);
            }
        }
    }

    private Optional<LocalDate> received(int place, CountedFile file, Set<ServiceKind> kinds) {
        for (Received one : file.received()) {
            if (period.holds(one.day())) {
                kinds.add(one.kind());
                more(Measure.of(CountTable.SERVICE, one.kind()), place, one.times());
                more(Measure.of(CountTable.FAMILY, one.kind().family()), place, one.times());
            }
        }
        for (Nights nights : file.nights()) {
            long slept = nights(nights, period.from());
            if (slept > 0) {
                kinds.add(ServiceKind.NIGHTS);
                more(Measure.of(CountTable.SERVICE, ServiceKind.NIGHTS), place, slept);
                more(Measure.of(CountTable.FAMILY, ServiceKind.NIGHTS.family()), place, slept);
            }
        }
        return first(file);
    }

    private long nights(Nights nights, LocalDate since) {
        LocalDate from = later(nights.evening(), since);
        LocalDate until = nights.morning().isBefore(period.until()) ? nights.morning() : period.until();
        return Math.max(0, until.toEpochDay() - from.toEpochDay());
    }

    private boolean inYear(LocalDate day) {
        return !day.isBefore(period.yearBegan()) && day.isBefore(period.until());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private void one(Measure measure, int place) {
        more(measure, place, 1);
    }

    private void more(Measure measure, int place, long times) {
        Sum sum = sums.computeIfAbsent(measure, none -> new Sum());
        sum.files.set(place);
        sum.times += times;
    }
}
