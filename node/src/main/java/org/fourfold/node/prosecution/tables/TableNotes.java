package org.fourfold.node.prosecution.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.tables.SheetFacts;

/** What a person should know of a table that was taken all the same. */
final class TableNotes {

    private static final int MERGES_TOLD_MAX = 20;

    private final Mapping mapping;
    private final Set<Integer> columns;
    private final Headings headings;

    TableNotes(Mapping mapping, Headings headings) {
        this.mapping = mapping;
        this.headings = headings;
        this.columns = MappingCheck.columns(mapping).stream()
                .map(headings::column)
                .map(java.util.OptionalInt::orElseThrow)
                .collect(Collectors.toSet());
    }

    List<Problem> of(SheetFacts facts, long totals, long again) {
        List<Problem> notes = new ArrayList<>();
        if (totals > 0) {
            notes.add(Problem.of("prosecution.table.totals-left-out").with("count", Long.toString(totals)));
        }
        if (again > 0) {
            notes.add(Problem.of("prosecution.table.headings-again").with("count", Long.toString(again)));
        }
        if (facts.hiddenRows() > 0) {
            notes.add(Problem.of("prosecution.table.hidden-rows").with("count", Long.toString(facts.hiddenRows())));
        }
        List<SheetFacts.Merge> merges =
                facts.merges().stream().filter(this::matters).toList();
        merges.stream()
                .limit(MERGES_TOLD_MAX)
                .map(merge -> Problem.inCell(
                        "prosecution.table.merged-cells",
                        merge.firstRow(),
                        headings.name(merge.firstColumn()),
                        Map.of("range", merge.range())))
                .forEach(notes::add);
        boolean notAllKnown = facts.mergeCount() > facts.merges().size();
        if (merges.size() > MERGES_TOLD_MAX || notAllKnown) {
            notes.add(Problem.of("prosecution.table.merged-more").with("count", Long.toString(facts.mergeCount())));
        }
        return notes;
    }

    private boolean matters(SheetFacts.Merge merge) {
        return merge.lastRow() > mapping.headerRow()
                && columns.stream().anyMatch(at -> at >= merge.firstColumn() && at <= merge.lastColumn());
    }
}
