package org.fourfold.node.protection.htcds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.registry.Htcds;

/** Turns the lines of a table into rows, or says what stands in the way, cell by cell. */
public final class Rows {

    private static final List<String> CONSENTS = List.of("con_Consent", "vic_AgreementToManagePersonalData");

    private final Htcds htcds;
    private final Sheet sheet;
    private final Cells cells;

    public Rows(Htcds htcds, Sheet sheet, LocalDate today) {
        this.htcds = htcds;
        this.sheet = sheet;
        this.cells = new Cells(htcds, today);
    }

    /** What is to be known of the table as a whole: columns that are kept aside, ticks that are no consent. */
    public List<Problem> remarks() {
        List<Problem> remarks = new ArrayList<>();
        for (String name : sheet.heading()) {
            if (isAside(name)) {
                remarks.add(Problem.inCell("protection.htcds-column-aside", 1, Cells.shown(name), Map.of()));
            }
        }
        for (String name : CONSENTS) {
            if (sheet.heading().contains(name)) {
                remarks.add(Problem.inCell("protection.htcds-no-consent", 1, name, Map.of()));
            }
        }
        return remarks;
    }

    /**
     * One line; throws nothing: without a row there is at least one refusal. A cell that its field may not hold is kept as
     * it came and told among the remarks: it says nothing in a field of ours, and nothing of it is lost.
     */
    public Optional<Row> row(Sheet.Line line, Problems refusals, Problems remarks) {
        Problems own = new Problems();
        Problems told = new Problems();
        Map<String, String> kept = new LinkedHashMap<>();
        Map<Field, Answer<String>> ours = new EnumMap<>(Field.class);
        if (isWhole(line, own)) {
            for (int i = 0; i < sheet.heading().size(); i++) {
                take(
                        new Cell(
                                line.number(),
                                sheet.heading().get(i),
                                Harmless.read(line.cells().get(i)).strip()),
                        new Taken(own, told, kept, ours));
            }
        }
        Answers said = Mapping.answers(kept);
        ours.forEach((field, answer) -> {
            if (said.byField().containsKey(field) && !said.of(field).equals(answer)) {
                own.add(Problem.inCell(
                        "protection.htcds-contradiction", line.number(), OwnColumns.column(field), Map.of()));
            }
        });
        if (!own.isEmpty()) {
            refusals.addAll(own.kept());
            return Optional.empty();
        }
        remarks.addAll(told.kept());
        return Optional.of(Row.of(line.number(), said.with(new Answers(ours)), kept));
    }

    private boolean isWhole(Sheet.Line line, Problems own) {
        List<String> found = line.cells();
        if (found.stream().map(String::strip).toList().equals(sheet.heading())) {
            own.add(Problem.inCell("protection.htcds-heading-again", line.number(), "", Map.of()));
        } else if (found.size() != sheet.heading().size()) {
            own.add(Problem.inCell(
                    "protection.htcds-row-width",
                    line.number(),
                    "",
                    Map.of(
                            "cells", Integer.toString(found.size()),
                            "columns", Integer.toString(sheet.heading().size()))));
        } else if (found.stream().mapToLong(String::length).sum() > Sheet.LINE_CHARACTERS_MAX) {
            own.add(Problem.inCell("protection.htcds-row-long", line.number(), "", Map.of()));
        }
        return own.isEmpty();
    }

    private record Cell(long row, String column, String text) {}

    /** Where what a cell says goes. */
    private record Taken(
            Problems refusals, Problems remarks, Map<String, String> kept, Map<Field, Answer<String>> ours) {}

    private void take(Cell cell, Taken taken) {
        if (cell.text().isEmpty()) {
            return;
        }
        if (cell.text().length() > Sheet.CELL_CHARACTERS_MAX) {
            taken.refusals().add(Problem.inCell("protection.htcds-cell-long", cell.row(), cell.column(), Map.of()));
            return;
        }
        Optional<Htcds.Field> known = htcds.field(cell.column());
        Optional<Field> field = OwnColumns.field(cell.column());
        if (known.isPresent()) {
            taken.remarks().addAll(cells.faults(cell.row(), known.get(), cell.text()));
            taken.kept().put(cell.column(), cell.text());
        } else if (field.isPresent()) {
            OwnColumns.answer(field.get(), cell.text())
                    .ifPresentOrElse(
                            answer -> taken.ours().put(field.get(), answer),
                            () -> taken.refusals().add(ownForm(cell)));
        } else if (cell.column().equals(OwnColumns.ASIDE)) {
            OwnColumns.readAside(cell.text())
                    .ifPresentOrElse(
                            taken.kept()::putAll, () -> taken.refusals().add(ownForm(cell)));
        } else {
            taken.kept().put(cell.column(), cell.text());
        }
    }

    private static Problem ownForm(Cell cell) {
        return Problem.inCell("protection.htcds-own-form", cell.row(), cell.column(), Map.of());
    }

    private boolean isAside(String name) {
        return htcds.field(name).isEmpty() && OwnColumns.field(name).isEmpty() && !name.equals(OwnColumns.ASIDE);
    }
}
