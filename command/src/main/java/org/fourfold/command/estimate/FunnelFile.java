package org.fourfold.command.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.fourfold.estimate.funnel.CaseHistories;
import org.fourfold.estimate.funnel.CaseHistory;
import org.fourfold.estimate.funnel.Road;
import org.fourfold.estimate.funnel.StageCounts;

/**
 * How far cases got, in one of two shapes: counts (a row a year, a column a stage from the first to the last), or cases (a row a
 * case, a column a stage or end with the day on which it was reached).
 */
public final class FunnelFile {

    private static final String[] YEARS = {"year", "año", "anio"};
    private static final String OPEN = "open_";
    private static final String SEEN_FROM = "seen_from";

    private FunnelFile() {}

    /** Whether it holds counts by year, and not single cases. */
    public static boolean isOfCounts(Table table) {
        return table.find(YEARS).isPresent();
    }

    /** Counts; a column {@code open_charged} says how many of those charged are undecided. */
    public static StageCounts counts(Table table) {
        int year = table.need(YEARS);
        int[] stages = IntStream.range(0, table.columns().size())
                .filter(column -> column != year && !table.columns().get(column).startsWith(OPEN))
                .toArray();
        List<String> names = IntStream.of(stages).mapToObj(table.columns()::get).toList();
        int[] years = new int[table.rows()];
        double[] counts = new double[table.rows() * stages.length];
        boolean isOpenKnown = table.columns().stream().anyMatch(column -> column.startsWith(OPEN));
        double[] open = new double[isOpenKnown ? counts.length : 0];
        for (int row = 0; row < years.length; row++) {
            years[row] = (int) table.number(row, year);
            for (int s = 0; s < stages.length; s++) {
                int at = row * stages.length + s;
                counts[at] = table.number(row, stages[s]);
                OptionalInt undecided = table.find(OPEN + names.get(s));
                if (isOpenKnown && undecided.isPresent()) {
                    open[at] = table.number(row, undecided.getAsInt());
                }
            }
        }
        return StageCounts.of(names, years, counts, open);
    }

    /**
     * Cases, as they stood on a day. The road is that of {@link Road#usual}, as far as the file has its columns.
     *
     * @param outcome a stage that must be among the columns
     */
    public static CaseHistories cases(Table table, LocalDate dataDay, String outcome) {
        Road usual = Road.usual();
        List<String> stages = usual.stages().stream()
                .filter(stage -> table.find(stage).isPresent())
                .toList();
        int first = table.need(usual.stages().getFirst());
        int _ = table.need(outcome);
        Road road = new Road(
                stages,
                usual.ends().stream().filter(end -> table.find(end).isPresent()).toList());
        OptionalInt seenFrom = table.find(SEEN_FROM);
        List<CaseHistory> cases = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            LocalDate reported = table.day(row, first);
            LocalDate seen = seenFrom.isPresent()
                            && !table.text(row, seenFrom.getAsInt()).isEmpty()
                    ? table.day(row, seenFrom.getAsInt())
                    : reported;
            cases.add(new CaseHistory(reported, seen, steps(table, row, road)));
        }
        return CaseHistories.of(road, cases, dataDay);
    }

    private static List<CaseHistory.Step> steps(Table table, int row, Road road) {
        List<CaseHistory.Step> steps = new ArrayList<>();
        for (String state : road.states().subList(1, road.states().size())) {
            int column = table.need(state);
            if (!table.text(row, column).isEmpty()) {
                steps.add(new CaseHistory.Step(table.day(row, column), state.toLowerCase(Locale.ROOT)));
            }
        }
        steps.sort(Comparator.comparing(CaseHistory.Step::day));
        return steps;
    }
}
