package org.fourfold.node.prevention.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prevention.ImportId;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.ImportRun;
import org.fourfold.node.shell.PageFrame;

/** What became of a file, in words. */
final class Results {

    private Results() {}

    static ImportPage.Result of(ImportReport report, PageFrame frame) {
        return new ImportPage.Result(
                report.dryRun(),
                report.fileRefused(),
                report.layout().orElse(""),
                report.reading().encoding(),
                report.reading().delimiter(),
                report.reading().compression(),
                report.reading().digest(),
                report.rows(),
                report.read(),
                report.accepted(),
                report.refused(),
                report.duplicates(),
                refusals(report.problems(), frame),
                report.problemCount(),
                link(report.id()));
    }

    static ImportPage.Result of(ImportRun run, PageFrame frame) {
        return new ImportPage.Result(
                false,
                false,
                run.layout(),
                run.reading().encoding(),
                run.reading().delimiter(),
                run.reading().compression(),
                run.reading().digest(),
                run.rows(),
                run.read(),
                run.accepted(),
                run.refused(),
                run.duplicates(),
                refusals(run.problems(), frame),
                run.problems().size(),
                run.layout().startsWith("iom-") ? link(Optional.of(run.id())) : "");
    }

    private static String link(Optional<ImportId> id) {
        return id.map(known -> "/map?import=" + known).orElse("");
    }

    private static List<ImportPage.Refusal> refusals(List<Problem> problems, PageFrame frame) {
        return problems.stream()
                .map(problem -> {
                    boolean cell = problem.place() instanceof Problem.Place.Cell;
                    Problem.Place.Cell place =
                            cell ? (Problem.Place.Cell) problem.place() : new Problem.Place.Cell(0, "");
                    return new ImportPage.Refusal(
                            place.row() > 0 ? frame.number(place.row()) : "",
                            place.column(),
                            frame.fault(problem),
                            frame.mend(problem));
                })
                .toList();
    }
}
