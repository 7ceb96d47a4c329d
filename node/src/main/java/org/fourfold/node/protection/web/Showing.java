package org.fourfold.node.protection.web;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileLine;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.Found;
import org.fourfold.node.protection.HtcdsReport;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.Shape;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.Consultation;

/** Turns answers, files and members into words in the reader's language. */
final class Showing {

    private static final List<String> NO_DATE = List.of("", "", "", "");

    private Showing() {}

    static List<FieldInput> inputs(PageFrame frame, Collection<Field> fields, Answers answers) {
        return inputs(frame, fields, answers, Map.of());
    }

    /** The fields with what was typed, as it was typed; where nothing was sent yet, with what is kept. */
    static List<FieldInput> inputs(
            PageFrame frame, Collection<Field> fields, Answers answers, Map<String, List<String>> typed) {
        return fields.stream()
                .map(field -> input(
                        frame,
                        field.shape(),
                        frame.text(field.labelKey()),
                        frame.text(field.labelKey() + ".hint"),
                        field.options().stream()
                                .map(option -> Choice.of(option, frame.text(field.optionKey(option))))
                                .toList(),
                        answers.given(field).orElse(""),
                        Optional.ofNullable(typed.get(field.formName()))))
                .toList();
    }

    /**
     * One place of a form.
     *
     * @param kept what is kept, or nothing
     * @param typed what was sent, where it has to be shown again
     */
    static FieldInput input(
            PageFrame frame,
            Shape shape,
            String label,
            String hint,
            List<Choice> choices,
            String kept,
            Optional<List<String>> typed) {
        boolean isDate = shape.kind() == Field.Kind.DATED;
        Set<String> chosen = typed.<Set<String>>map(HashSet::new)
                .orElseGet(() -> kept.isEmpty() ? Set.of() : new HashSet<>(shape.codes(kept)));
        String words = typed.flatMap(sent -> sent.stream().findFirst()).orElse(kept);
        return new FieldInput(
                shape.formName(),
                label,
                hint,
                isDate ? months(frame) : choices,
                shape.kind() == Field.Kind.SEVERAL,
                chosen,
                shape.kind() == Field.Kind.WORDS ? words : "",
                isDate ? dateParts(kept, typed) : List.of());
    }

    private static List<String> dateParts(String kept, Optional<List<String>> typed) {
        return typed.filter(sent -> sent.size() == NO_DATE.size())
                .orElseGet(() -> kept.isEmpty() ? NO_DATE : DatedText.parts(kept));
    }

    private static List<Choice> months(PageFrame frame) {
        List<Choice> months = new ArrayList<>(List.of(Choice.of("", frame.text("protection.date.no-month"))));
        for (Month month : Month.values()) {
            months.add(Choice.of(
                    Integer.toString(month.getValue()),
                    month.getDisplayName(
                            TextStyle.FULL_STANDALONE, frame.language().locale())));
        }
        return months;
    }

    /** A date in words, as well as it is known. */
    static String date(PageFrame frame, Dated date) {
        return switch (date.precision()) {
            case DAY -> frame.date(date.from());
            case MONTH -> frame.month(YearMonth.from(date.from()));
            case YEAR -> Integer.toString(date.from().getYear());
            case ESTIMATED ->
                frame.text(
                        "protection.date.between",
                        Map.of(
                                "from", Integer.toString(date.from().getYear()),
                                "to", Integer.toString(date.to().getYear())));
        };
    }

    /** The questions' fields with their answers; {@code href} leads to a question, or is empty. */
    static List<Row> rows(PageFrame frame, Collection<Question> questions, Answers answers, String href) {
        List<Row> rows = new ArrayList<>();
        for (Question question : questions) {
            for (Field field : question.fields()) {
                String path = href.isEmpty() ? "" : href + question.path();
                rows.add(row(frame, field, answers.of(field), path));
            }
        }
        return rows;
    }

    static Row row(PageFrame frame, Field field, Answer<String> answer, String href) {
        String term = frame.text(field.labelKey() + ".short");
        return answer.asGiven()
                .map(value -> new Row(term, words(frame, field, value), true, href))
                .orElseGet(() -> new Row(term, frame.text("protection.silence." + answer.code()), false, href));
    }

    static String words(PageFrame frame, Field field, String value) {
        return switch (field.kind()) {
            case WORDS -> value;
            case DATED -> date(frame, DatedText.read(value));
            case ONE, SEVERAL ->
                field.codes(value).stream()
                        .map(code -> frame.text(field.optionKey(code)))
                        .collect(Collectors.joining(", "));
        };
    }

    static List<Line> lines(PageFrame frame, Viewer viewer, Access access, Collection<FileLine> files) {
        Map<MemberId, String> names = access.displayNames(
                files.stream().map(line -> line.file().owner()).collect(Collectors.toSet()));
        return files.stream()
                .map(line -> new Line(
                        line.file().number().text(),
                        line.name().orElseGet(() -> frame.text("protection.no-name")),
                        "/files/" + line.file().id(),
                        names.getOrDefault(line.file().owner(), ""),
                        line.file().owner().equals(viewer.member()),
                        line.file().sealed(),
                        line.file().openedAt()))
                .toList();
    }

    static List<Ask> asks(Access access, Found found) {
        Map<MemberId, String> names = access.displayNames(
                found.askOwners().stream().map(ask -> ask.owner()).toList());
        return found.askOwners().stream()
                .map(ask -> new Ask(
                        names.getOrDefault(ask.owner(), ""),
                        "/files/" + ask.file() + "/emergency",
                        ask.number().map(FileNumber::text).orElse("")))
                .toList();
    }

    /** What another system said, in the order of the standard; then the columns of that system. */
    static List<Row> imported(PageFrame frame, Htcds htcds, Imported imported) {
        List<Row> rows = new ArrayList<>();
        for (Htcds.Field field : htcds.fields()) {
            Optional.ofNullable(imported.cells().get(field.name()))
                    .map(cell -> cellWords(frame, htcds, field, cell))
                    .ifPresent(words -> rows.add(new Row(field.label(frame.language()), words, true, "")));
        }
        imported.cells().forEach((name, cell) -> {
            if (htcds.field(name).isEmpty()) {
                rows.add(new Row(name, cell, true, ""));
            }
        });
        return rows;
    }

    private static String cellWords(PageFrame frame, Htcds htcds, Htcds.Field field, String cell) {
        return field.list().isEmpty()
                ? cell
                : Arrays.stream(cell.split(";", -1))
                        .map(code -> htcds.label(field, code.strip(), frame.language()))
                        .collect(Collectors.joining("; "));
    }

    static TablePage.Result result(PageFrame frame, HtcdsReport report) {
        return new TablePage.Result(
                report.dryRun(),
                report.encoding(),
                report.delimiter(),
                report.rows(),
                report.accepted(),
                report.refused(),
                report.duplicates(),
                report.alike(),
                faults(frame, report.refusals()),
                faults(frame, report.remarks()),
                report.untold());
    }

    private static List<TablePage.Fault> faults(PageFrame frame, List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.place() instanceof Problem.Place.Cell(long row, String column)
                        ? new TablePage.Fault(frame.number(row), column, frame.fault(problem), frame.mend(problem))
                        : new TablePage.Fault("", "", frame.fault(problem), frame.mend(problem)))
                .toList();
    }

    /** Who did it where no name is to be told: the node itself, or somebody sealed. */
    static String who(PageFrame frame, Consultation one) {
        return frame.text(one.sealed() ? "protection.reader.sealed" : "protection.reader.node");
    }

    /** What was done with a file, in words. */
    static String what(PageFrame frame, EventType type) {
        String key = "protection.event." + type.code();
        return frame.messages().has(key) ? frame.text(key) : frame.text("protection.event.other");
    }
}
