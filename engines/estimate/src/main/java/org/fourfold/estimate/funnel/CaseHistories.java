package org.fourfold.estimate.funnel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;

/**
 * Many cases on one road, in days since each was reported.
 *
 * <p>A case that has not ended is open until the day of the data, and there is no other way to be unknown: an archived case cannot
 * pass for one that may still be convicted.
 */
public final class CaseHistories {

    /** No case before this day is taken: it would be a mistyped year. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    final Road road;
    /** When each came under observation; 0 from the beginning. */
    final double[] seen;
    /** When the data end for each, in days since it was reported. */
    final double[] until;
    /** Steps of case i: from {@code start[i]} to {@code start[i + 1]}. */
    final int[] start;

    final double[] day;
    final int[] state;

    private CaseHistories(Road road, double[] seen, double[] until, int[] start, double[] day, int[] state) {
        this.road = road;
        this.seen = seen;
        this.until = until;
        this.start = start;
        this.day = day;
        this.state = state;
    }

    /**
     * Cases as they stood on {@code dataDay}. Of several steps on one day the last counts.
     *
     * @throws org.fourfold.estimate.run.RefusedException with all that is wrong, a case by its place in the list
     */
    public static CaseHistories of(Road road, List<CaseHistory> cases, LocalDate dataDay) {
        Problems problems = new Problems();
        if (cases.isEmpty()) {
            problems.add(FunnelFault.NOBODY, "");
        }
        int n = cases.size();
        int steps = cases.stream().mapToInt(c -> c.steps().size()).sum();
        CaseHistories made = new CaseHistories(
                road, new double[n], new double[n], new int[n + 1], new double[steps], new int[steps]);
        List<String> states = road.states();
        int at = 0;
        for (int i = 0; i < n; i++) {
            at = made.add(cases.get(i), i, at, states, dataDay, problems);
        }
        problems.refuse();
        return new CaseHistories(
                road, made.seen, made.until, made.start, Arrays.copyOf(made.day, at), Arrays.copyOf(made.state, at));
    }

    private int add(CaseHistory one, int i, int from, List<String> states, LocalDate dataDay, Problems problems) {
        String place = String.valueOf(i + 1);
        seen[i] = Math.max(0, days(one.reported(), one.seenFrom()));
        until[i] = days(one.reported(), dataDay);
        check(one.reported(), EARLIEST, dataDay, place, problems);
        int at = from;
        LocalDate before = one.reported();
        int now = 0;
        for (CaseHistory.Step step : one.steps()) {
            int next = states.indexOf(step.state());
            check(step.day(), EARLIEST, dataDay, place, problems);
            if (next < 0) {
                problems.add(FunnelFault.UNKNOWN_STATE, place, step.state());
                break;
            }
            if (step.day().isBefore(before)) {
                problems.add(FunnelFault.STEPS_OUT_OF_ORDER, place, step.day(), before);
            }
            if (road.isLast(now)) {
                problems.add(FunnelFault.STEP_AFTER_END, place, states.get(now));
            }
            if (at > from && step.day().equals(before)) {
                at--;
            }
            day[at] = days(one.reported(), step.day());
            state[at++] = next;
            before = step.day();
            now = next;
        }
        double end = road.isLast(now) && at > from ? day[at - 1] : until[i];
        if (seen[i] > 0 && seen[i] >= end) {
            problems.add(
                    FunnelFault.ENTRY_AFTER_EXIT,
                    place,
                    one.seenFrom(),
                    one.reported().plusDays((long) end));
        }
        start[i + 1] = at;
        return at;
    }

    private static void check(LocalDate day, LocalDate from, LocalDate to, String place, Problems problems) {
        if (day.isBefore(from) || day.isAfter(to)) {
            problems.add(FunnelFault.DATE_OUT_OF_RANGE, place, day, from, to);
        }
    }

    private static double days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    public Road road() {
        return road;
    }

    public int cases() {
        return seen.length;
    }

    /** Where nobody is late, -1 stands for "from the beginning": what happens on day 0 happens to those under observation. */
    private double seenFrom(int i) {
        return seen[i] > 0 ? seen[i] : -1;
    }

    /**
     * When each case first got to a stage (or to one after it), against every way to end before.
     *
     * @param stage its number on the road, from 1
     * @return kind 1 is "got there", the ends follow in their order; cases that had got there before they were seen are left out
     */
    public Exits untilReached(int stage) {
        int ends = road.ends().size();
        Gathered gathered = new Gathered(cases());
        for (int i = 0; i < cases(); i++) {
            int s = reachedAt(i, stage);
            int kind = s < 0
                    ? Exits.OPEN
                    : state[s] < road.stages().size()
                            ? 1
                            : 2 + state[s] - road.stages().size();
            gathered.add(seenFrom(i), s < 0 ? until[i] : day[s], kind);
        }
        String[] kinds = new String[1 + ends];
        kinds[0] = road.stages().get(stage);
        for (int e = 0; e < ends; e++) {
            kinds[1 + e] = road.ends().get(e);
        }
        return gathered.exits(List.of(kinds));
    }

    /** The cases that {@link #untilReached} has, in its order. */
    int[] keptUntil(int stage) {
        return IntStream.range(0, cases())
                .filter(i -> {
                    int s = reachedAt(i, stage);
                    return seenFrom(i) < (s < 0 ? until[i] : day[s]);
                })
                .toArray();
    }

    /** The step by which a case got to the stage, beyond it, or to an end; -1 for none. */
    private int reachedAt(int i, int stage) {
        for (int s = start[i]; s < start[i + 1]; s++) {
            if (state[s] >= stage) {
                return s;
            }
        }
        return -1;
    }

    /**
     * How cases left a stage, in days since they came to it.
     *
     * @param stage its number on the road, from 0
     * @return the kinds are all states, in the road's order; empty of cases when none was seen there
     */
    public Optional<Exits> leaving(int stage) {
        Gathered gathered = new Gathered(cases());
        for (int i = 0; i < cases(); i++) {
            int now = 0;
            double since = 0;
            for (int s = start[i]; s <= start[i + 1]; s++) {
                boolean open = s == start[i + 1];
                if (now == stage && !road.isLast(now)) {
                    double left = open ? until[i] : day[s];
                    double late = seen[i] > since ? seen[i] - since : -1;
                    gathered.add(late, left - since, open ? Exits.OPEN : state[s] + 1);
                }
                if (!open) {
                    now = state[s];
                    since = day[s];
                }
            }
        }
        return gathered.size == 0 ? Optional.empty() : Optional.of(gathered.exits(road.states()));
    }

    /** What the cases say, for the digest of a result. */
    public void into(DataDigest digest) {
        road.states().forEach(digest::text);
        digest.whole(road.stages().size()).numbers(seen).numbers(until).numbers(day);
        for (int one : start) {
            digest.whole(one);
        }
        for (int one : state) {
            digest.whole(one);
        }
    }

    /** Stays under observation, as they are found. */
    private static final class Gathered {
        private final double[] entry;
        private final double[] exit;
        private final int[] kind;
        private int size;

        Gathered(int most) {
            entry = new double[most];
            exit = new double[most];
            kind = new int[most];
        }

        void add(double from, double to, int how) {
            if (from < to) {
                entry[size] = from;
                exit[size] = to;
                kind[size++] = how;
            }
        }

        Exits exits(List<String> kinds) {
            double[] ends = Arrays.copyOf(exit, size);
            int[] ways = Arrays.copyOf(kind, size);
            return Arrays.stream(entry, 0, size).allMatch(e -> e < 0)
                    ? Exits.of(kinds, ends, ways)
                    : Exits.of(kinds, Arrays.copyOf(entry, size), ends, ways);
        }
    }
}
