package org.fourfold.node.prosecution.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.shell.PageFrame;

/** What was refused of a file, in words, row by row. */
final class Refusals {

    private Refusals() {}

    /** With links to the rows of a source that stands. */
    static List<SourcePage.Refusal> of(List<Problem> problems, PageFrame frame, Optional<SourceId> source) {
        return problems.stream()
                .map(problem -> {
                    boolean cell = problem.place() instanceof Problem.Place.Cell;
                    Problem.Place.Cell place =
                            cell ? (Problem.Place.Cell) problem.place() : new Problem.Place.Cell(0, "");
                    boolean row = place.row() > 0;
                    return new SourcePage.Refusal(
                            row ? frame.number(place.row()) : "",
                            row ? source.map(id -> Paths.row(id, place.row())).orElse("") : "",
                            place.column(),
                            frame.fault(problem),
                            frame.mend(problem));
                })
                .toList();
    }

    /** Faults for the head of a page: those of a place that is no field of it belong to the whole. */
    static List<Problem> onPage(List<Problem> problems, Set<String> fields) {
        return problems.stream()
                .map(problem -> problem.place() instanceof Problem.Place.Field(String name) && fields.contains(name)
                        ? problem
                        : new Problem(problem.code(), Problem.Place.NOWHERE, problem.details()))
                .toList();
    }

    static SourcePage.Figures figures(ImportReport report) {
        return new SourcePage.Figures(
                report.rows(),
                report.fragments(),
                report.entities(),
                report.claims(),
                report.refused(),
                report.aside(),
                report.overlaps());
    }
}
