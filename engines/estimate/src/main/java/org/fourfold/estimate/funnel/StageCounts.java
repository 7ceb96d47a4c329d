package org.fourfold.estimate.funnel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fourfold.estimate.numbers.Printed;
import org.fourfold.estimate.numbers.Wilson;
import org.fourfold.estimate.run.DataDigest;
import org.fourfold.estimate.run.Problems;
import org.fourfold.estimate.run.Provenance;
import org.fourfold.estimate.run.Run;

/**
 * How many cases came to each stage in each year, and nothing else: as statistical offices publish it. The counts of a year are
 * about different cases, so a ratio is a sign and no share; where it is known how many are open, they count as censored half-way
 * (the actuarial rule; Cutler, Ederer 1958) and the bounds say what they could make of the ratio.
 */
public final class StageCounts {

    /** A count from 1 to one below this is not shown, nor a ratio from which it follows. */
    public static final int SHOWN_FROM = 5;

    private static final int YEAR_FIRST = 1900;
    private static final int YEAR_LAST = 2200;
    private static final double COUNT_MAX = 1e9;
    /** A yearly change of the first stage beyond this is told. */
    private static final double INFLOW = 0.05;
    /** A share of open cases beyond this is told. */
    private static final double OPEN = 0.1;

    private static final int LAG_MAX = 3;

    private final List<String> stages;
    private final int[] years;
    /** {@code years × stages}. */
    private final double[] counts;
    /** {@code years × stages}; empty: not known. */
    private final double[] open;

    private StageCounts(List<String> stages, int[] years, double[] counts, double[] open) {
        this.stages = List.copyOf(stages);
        this.years = years;
        this.counts = counts;
        this.open = open;
    }

    /**
     * Counts of whole cases.
     *
     * @param stages first to last
     * @param years ascending or not
     * @param counts row by row: {@code years × stages}
     * @param open of these, how many at that stage are neither passed on nor ended; empty where it is not known
     * @throws org.fourfold.estimate.run.RefusedException with all that is wrong with them
     */
    public static StageCounts of(List<String> stages, int[] years, double[] counts, double[] open) {
        Problems problems = new Problems();
        if (stages.size() < 2) {
            problems.add(FunnelFault.ONE_STAGE, "");
        }
        int cells = stages.size() * years.length;
        if (counts.length != cells || (open.length != 0 && open.length != cells)) {
            problems.add(FunnelFault.LENGTHS_DIFFER, "", counts.length, cells);
        }
        problems.refuse();
        checkYears(years, problems);
        for (int i = 0; i < cells; i++) {
            String place = stages.get(i % stages.size()) + " " + years[i / stages.size()];
            checkCount(counts[i], place, problems);
            if (open.length != 0) {
                checkCount(open[i], place, problems);
                if (open[i] > counts[i]) {
                    problems.add(
                            FunnelFault.MORE_OPEN_THAN_CASES,
                            place,
                            Printed.number(open[i]),
                            Printed.number(counts[i]));
                }
            }
        }
        problems.refuse();
        return new StageCounts(stages, years.clone(), counts.clone(), open.clone());
    }

    private static void checkYears(int[] years, Problems problems) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < years.length; y++) {
            if (years[y] < YEAR_FIRST || years[y] > YEAR_LAST) {
                problems.add(
                        FunnelFault.YEAR_OUT_OF_RANGE,
                        String.valueOf(y + 1),
                        Printed.number(years[y]),
                        Printed.number(YEAR_FIRST),
                        Printed.number(YEAR_LAST));
            }
            if (!seen.add(years[y])) {
                problems.add(FunnelFault.YEAR_TWICE, "", Printed.number(years[y]));
            }
        }
        if (years.length == 0) {
            problems.add(FunnelFault.NOBODY, "");
        }
    }

    private static void checkCount(double count, String place, Problems problems) {
        if (count < 0) {
            problems.add(FunnelFault.NEGATIVE_COUNT, place, Printed.number(count));
        } else if (!(count == Math.rint(count) && count <= COUNT_MAX)) {
            problems.add(FunnelFault.NO_WHOLE_COUNT, place, Printed.number(count));
        }
    }

    private double count(int year, int stage) {
        return counts[year * stages.size() + stage];
    }

    private double open(int year, int stage) {
        return open.length == 0 ? 0 : open[year * stages.size() + stage];
    }

    /** All ratios from one stage to the next, those that must not be shown hidden. */
    CountsResult result(double level, Run run) {
        Problems problems = new Problems();
        problems.add(FunnelFault.NOT_A_COHORT, "");
        inflow(problems);
        List<CountsResult.Ratio> ratios = new ArrayList<>();
        for (int y = 0; y < years.length; y++) {
            for (int s = 1; s < stages.size(); s++) {
                ratios.add(ratio(y, s, level, problems));
            }
        }
        long hidden =
                ratios.stream().filter(r -> r instanceof CountsResult.Hidden).count();
        if (hidden > 0) {
            problems.add(FunnelFault.SMALL_COUNTS_HIDDEN, "", hidden);
        }
        if (ratios.stream().noneMatch(r -> r instanceof CountsResult.Shown)) {
            problems.add(FunnelFault.NOBODY, "");
        }
        problems.refuse();
        DataDigest digest = new DataDigest();
        stages.forEach(digest::text);
        digest.numbers(counts).numbers(open);
        for (int year : years) {
            digest.whole(year);
        }
        return new CountsResult(Provenance.of(digest, run), ratios, lagged(level), problems.all());
    }

    private CountsResult.Ratio ratio(int y, int s, double level, Problems problems) {
        double of = count(y, s - 1);
        double reached = count(y, s);
        double waiting = open(y, s - 1);
        String from = stages.get(s - 1);
        String to = stages.get(s);
        String place = String.valueOf(years[y]);
        if (isSmall(of) || isSmall(reached) || isSmall(of - reached) || isSmall(waiting)) {
            return new CountsResult.Hidden(years[y], from, to);
        }
        if (reached > of) {
            problems.add(FunnelFault.MORE_THAN_BEFORE, place, to, Printed.number(reached), Printed.number(of));
            return new CountsResult.More(years[y], from, to, (long) of, (long) reached);
        }
        if (of == 0) {
            return new CountsResult.Nobody(years[y], from, to);
        }
        if (waiting > OPEN * of) {
            problems.add(FunnelFault.MANY_OPEN, place, Math.round(100 * waiting / of));
        }
        double all = Math.max(reached, of - waiting / 2);
        return new CountsResult.Shown(
                years[y],
                from,
                to,
                (long) of,
                (long) reached,
                (long) waiting,
                Wilson.of(reached, all, level),
                reached / of,
                Math.min(1, (reached + waiting) / of));
    }

    private static boolean isSmall(double count) {
        return count > 0 && count < SHOWN_FROM;
    }

    /** Over all years together, the later stage so many years after the earlier one: how much the delay could matter. */
    private List<CountsResult.Lagged> lagged(double level) {
        List<CountsResult.Lagged> found = new ArrayList<>();
        for (int s = 1; s < stages.size(); s++) {
            for (int lag = 0; lag <= LAG_MAX; lag++) {
                double of = 0;
                double reached = 0;
                int pairs = 0;
                for (int y = 0; y < years.length; y++) {
                    for (int later = 0; later < years.length; later++) {
                        if (years[later] == years[y] + lag) {
                            of += count(y, s - 1);
                            reached += count(later, s);
                            pairs++;
                        }
                    }
                }
                if (pairs > 0 && of > 0 && reached <= of && !isSmall(reached) && !isSmall(of - reached)) {
                    found.add(new CountsResult.Lagged(
                            stages.get(s - 1), stages.get(s), lag, pairs, Wilson.of(reached, of, level)));
                }
            }
        }
        return found;
    }

    /** The yearly change of the first stage: the slope of its logarithm. */
    private void inflow(Problems problems) {
        double n = years.length;
        double meanYear = 0;
        double meanLog = 0;
        for (int y = 0; y < years.length; y++) {
            meanYear += years[y] / n;
            meanLog += Math.log(count(y, 0) + 0.5) / n;
        }
        double across = 0;
        double along = 0;
        for (int y = 0; y < years.length; y++) {
            across += (years[y] - meanYear) * (Math.log(count(y, 0) + 0.5) - meanLog);
            along += (years[y] - meanYear) * (years[y] - meanYear);
        }
        double change = along > 0 ? Math.expm1(across / along) : 0;
        if (Math.abs(change) > INFLOW) {
            problems.add(FunnelFault.INFLOW_CHANGES, "", String.format(Locale.ROOT, "%+.0f", 100 * change));
        }
    }
}
