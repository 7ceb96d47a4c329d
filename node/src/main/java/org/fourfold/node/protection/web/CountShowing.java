package org.fourfold.node.protection.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CountRun;
import org.fourfold.node.protection.Counts;
import org.fourfold.node.protection.count.CountCell;
import org.fourfold.node.protection.count.CountTable;
import org.fourfold.node.protection.count.Outgoing;
import org.fourfold.node.protection.count.Tally;
import org.fourfold.node.shell.PageFrame;

/** Counts as pages show them. */
final class CountShowing {

    private CountShowing() {}

    static CountsPage.Result result(PageFrame frame, CountRun run, Tally tally, Map<MemberId, String> names) {
        Outgoing outgoing = new Outgoing(tally);
        String path = CountsController.COUNTS + "/" + run.id();
        return new CountsPage.Result(
                path,
                CountWords.period(frame, run.period()),
                frame.moment(run.asked()),
                frame.text("protection.counts.files", "count", tally.files()),
                run.elsewhere() == 0 ? "" : frame.text("protection.counts.elsewhere", "count", run.elsewhere()),
                Arrays.stream(CountTable.values())
                        .map(table -> table(frame, table, tally.cells(table), outgoing, path, names))
                        .toList(),
                CountsController.COUNTS + "?length=" + run.period().length() + "&month="
                        + YearMonth.from(run.period().from()) + "&begins="
                        + run.period().yearBegan().getMonth());
    }

    private static CountsPage.Table table(
            PageFrame frame,
            CountTable table,
            List<CountCell> cells,
            Outgoing outgoing,
            String path,
            Map<MemberId, String> names) {
        boolean times = countsTimes(table);
        return new CountsPage.Table(
                CountWords.table(frame, table),
                times ? frame.text("protection.counts.times") : "",
                cells.stream()
                        .filter(cell -> cell.persons() > 0 || !isLong(table))
                        .map(cell -> row(frame, cell, outgoing, path, names))
                        .toList());
    }

    /** Of what there are many kinds of, only those are shown that were given. */
    private static boolean isLong(CountTable table) {
        return table == CountTable.FAMILY || table == CountTable.SERVICE;
    }

    /** Whether how often says more than how many. */
    static boolean countsTimes(CountTable table) {
        return table == CountTable.FAMILY || table == CountTable.SERVICE || table == CountTable.DEADLINES;
    }

    private static CountsPage.Row row(
            PageFrame frame, CountCell cell, Outgoing outgoing, String path, Map<MemberId, String> names) {
        boolean times = countsTimes(cell.measure().table());
        boolean goesOut = cell.measure().table().goesOut();
        String outside = goesOut ? told(frame, outgoing.persons(cell)) : "–";
        return new CountsPage.Row(
                name(frame, cell, names),
                frame.number(cell.persons()),
                times ? frame.number(cell.times()) : "",
                times ? outside + " / " + told(frame, outgoing.times(cell)) : outside,
                cell.files().isEmpty() ? "" : path + "/" + cell.measure().code());
    }

    static String told(PageFrame frame, OptionalLong number) {
        return number.isPresent() ? frame.number(number.getAsLong()) : frame.text("protection.counts.left-out");
    }

    /** @param names of the members whose work is counted */
    static String name(PageFrame frame, CountCell cell, Map<MemberId, String> names) {
        return cell.measure().table() == CountTable.WORKLOAD
                ? names.getOrDefault(MemberId.parse(cell.measure().row()), "")
                : CountWords.row(frame, cell.measure());
    }

    /** Whose work is counted. */
    static Set<MemberId> members(Tally tally) {
        return tally.cells(CountTable.WORKLOAD).stream()
                .map(cell -> MemberId.parse(cell.measure().row()))
                .collect(Collectors.toSet());
    }

    static CountsPage.Why why(PageFrame frame, CountRun run, CountCell cell, List<CaseFile> files, int skip) {
        String path = CountsController.COUNTS + "/" + run.id();
        int next = skip + Counts.FILES_MAX;
        return new CountsPage.Why(
                CountWords.rule(frame, cell.measure()),
                CountWords.period(frame, run.period()),
                frame.text("protection.counts.files", "count", cell.persons()),
                files.stream()
                        .map(file -> new CountsPage.File(file.number().text(), "/files/" + file.id()))
                        .toList(),
                path + "/" + cell.measure().code(),
                next < cell.persons() ? Optional.of(Integer.toString(next)) : Optional.empty(),
                skip == 0,
                path);
    }
}
