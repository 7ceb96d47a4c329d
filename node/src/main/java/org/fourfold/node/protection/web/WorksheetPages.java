package org.fourfold.node.protection.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.ElementFinding;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LegalStandard;
import org.fourfold.node.protection.LegalStandards;
import org.fourfold.node.protection.Shape;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.TraffickingElement;
import org.fourfold.node.protection.Worksheet;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.springframework.stereotype.Component;

/** Puts a worksheet into words. */
@Component
public class WorksheetPages {

    private static final Shape ON = new Shape("on", Field.Kind.DATED, List.of());

    private static final int PAPER_LINES_MAX = 3;
    private static final int PAPER_LINE_MAX = 300;

    private final Instruments instruments;
    private final RightsSaid country;

    public WorksheetPages(Instruments instruments, RightsSaid country) {
        this.instruments = instruments;
        this.country = country;
    }

    /**
     * The page.
     *
     * @param dates what was typed into the dates of its forms
     */
    WorksheetPage page(
            PageFrame frame,
            Worksheet sheet,
            WorksheetPage.Typed typed,
            Map<String, List<String>> dates,
            String formKey,
            boolean paper) {
        String path = "/files/" + sheet.file().id() + "/worksheet";
        boolean writable = sheet.mayWrite() && !paper;
        LegalStandards law = instruments.tests();
        return new WorksheetPage(
                path,
                "/files/" + sheet.file().id(),
                formKey,
                facts(frame, sheet),
                frame.text("protection.worksheet.age." + IdentificationWords.code(sheet.test())),
                Arrays.stream(LegalStandard.values())
                        .map(test -> test(frame, sheet, test, paper))
                        .toList(),
                country.national().map(own -> national(frame, sheet, own)),
                sheet.signs().stream()
                        .filter(sign -> !paper || sign.setAside().isEmpty())
                        .map(sign -> hand(frame, sign, writable ? path : ""))
                        .toList(),
                writable ? Showing.inputs(frame, WorksheetController.TIME, times(sheet), dates) : List.of(),
                elements(frame),
                findings(frame),
                IdentificationWords.choices(
                        Sign.From.values(),
                        from -> frame.text("protection.sign.from." + IdentificationWords.code(from))),
                Showing.input(
                        frame,
                        ON,
                        frame.text("protection.sign.on"),
                        frame.text("protection.date.hint"),
                        List.of(),
                        "",
                        Optional.ofNullable(dates.get(ON.formName()))),
                typed,
                law.review().equals("none")
                        ? frame.text(
                                "protection.worksheet.unreviewed",
                                Map.of("day", frame.date(law.retrieved()), "version", law.version()))
                        : "",
                writable,
                sheet.mayPrint() && !paper,
                paper);
    }

    private static List<Row> facts(PageFrame frame, Worksheet sheet) {
        List<Row> rows = new ArrayList<>();
        String unknown = frame.text("protection.worksheet.unknown");
        String birth = sheet.birth()
                .map(date -> Showing.date(frame, date)
                        + (sheet.birthImported() ? " " + frame.text("protection.worksheet.imported") : ""))
                .orElse(unknown);
        rows.add(new Row(
                frame.text(Field.BIRTH.labelKey() + ".short"),
                birth,
                sheet.birth().isPresent(),
                ""));
        if (sheet.ageDisputed()) {
            rows.add(new Row(
                    frame.text(Field.AGE_DISPUTED.labelKey() + ".short"),
                    frame.text(Field.AGE_DISPUTED.optionKey("yes")),
                    true,
                    ""));
        }
        rows.add(new Row(
                frame.text(Field.ACTS_FROM.labelKey() + ".short"),
                sheet.actsFrom().map(date -> Showing.date(frame, date)).orElse(unknown),
                sheet.actsFrom().isPresent(),
                ""));
        rows.add(new Row(
                frame.text(Field.ACTS_UNTIL.labelKey() + ".short"),
                sheet.actsUntil().map(date -> Showing.date(frame, date)).orElse(unknown),
                sheet.actsUntil().isPresent(),
                ""));
        return rows;
    }

    private WorksheetPage.Test test(PageFrame frame, Worksheet sheet, LegalStandard test, boolean paper) {
        LegalStandards.Words words =
                java.util.Objects.requireNonNull(instruments.tests().tests().get(test));
        boolean sayChild = sheet.test().childs() || test == LegalStandard.SMUGGLING;
        return new WorksheetPage.Test(
                words.title().in(frame.language()),
                words.cite(),
                sayChild ? words.child().in(frame.language()) : "",
                sheet.findings().stream()
                        .filter(finding -> finding.element().test() == test)
                        .map(finding -> element(frame, sheet, words, finding, paper))
                        .toList());
    }

    /** The country's own law reads the signs of the protocol's elements: only how they stand, for the sources stand there. */
    private static WorksheetPage.Own national(PageFrame frame, Worksheet sheet, LegalStandards.National own) {
        return new WorksheetPage.Own(
                new WorksheetPage.Test(
                        own.title().in(frame.language()),
                        own.cite(),
                        own.child().in(frame.language()),
                        sheet.findings().stream()
                                .flatMap(finding ->
                                        Optional.ofNullable(own.elements().get(finding.element()))
                                                .map(words -> new WorksheetPage.Element(
                                                        words.in(frame.language()),
                                                        IdentificationWords.state(finding.state()),
                                                        "",
                                                        List.of()))
                                                .stream())
                                .toList()),
                own.read().in(frame.language()),
                own.review().equals("none"));
    }

    private static WorksheetPage.Element element(
            PageFrame frame, Worksheet sheet, LegalStandards.Words words, ElementFinding finding, boolean paper) {
        TraffickingElement element = finding.element();
        boolean notNeeded = element.isMeans()
                && element.test().childWithoutMeans()
                && sheet.test().childs();
        String aside = notNeeded
                ? frame.text(
                        sheet.test().adults()
                                ? "protection.worksheet.means-adult-only"
                                : "protection.worksheet.means-not-needed")
                : "";
        return new WorksheetPage.Element(
                java.util.Objects.requireNonNull(words.elements().get(element)).in(frame.language()),
                IdentificationWords.state(finding.state()),
                aside,
                paper
                        ? forPaper(frame, IdentificationWords.sources(frame, finding))
                        : IdentificationWords.sources(frame, finding));
    }

    /** So that the sheet stays one page: the first lines, long ones cut, and how many more the file holds. */
    private static List<String> forPaper(PageFrame frame, List<String> lines) {
        List<String> kept = new ArrayList<>(lines.stream()
                .limit(PAPER_LINES_MAX)
                .map(line -> line.length() <= PAPER_LINE_MAX ? line : line.substring(0, PAPER_LINE_MAX) + " …")
                .toList());
        if (lines.size() > PAPER_LINES_MAX) {
            kept.add(frame.text("protection.worksheet.more", "number", lines.size() - PAPER_LINES_MAX));
        }
        return kept;
    }

    private WorksheetPage.Hand hand(PageFrame frame, Sign sign, String path) {
        return new WorksheetPage.Hand(
                IdentificationWords.sign(frame, sign),
                sign.terms().elements().stream()
                        .sorted()
                        .map(element -> elementName(frame, element))
                        .collect(Collectors.joining("; ")),
                sign.setAside().isEmpty(),
                sign.setAside().orElse(""),
                path.isEmpty() || sign.setAside().isPresent() ? "" : path + "/signs/" + sign.id() + "/aside");
    }

    private static List<Choice> elements(PageFrame frame) {
        return Arrays.stream(TraffickingElement.values())
                .map(element -> Choice.of(element.code(), elementName(frame, element)))
                .toList();
    }

    private static String elementName(PageFrame frame, TraffickingElement element) {
        return frame.text("protection.element." + element.code());
    }

    private static List<Choice> findings(PageFrame frame) {
        return List.of(ElementFinding.State.SIGNS_PRESENT, ElementFinding.State.NO_SIGN_SO_FAR).stream()
                .map(state ->
                        Choice.of(state.name(), frame.text("protection.finding." + IdentificationWords.code(state))))
                .toList();
    }

    private static Answers times(Worksheet sheet) {
        Answers times = Answers.NONE;
        for (Field field : WorksheetController.TIME) {
            var date = field == Field.ACTS_FROM ? sheet.actsFrom() : sheet.actsUntil();
            if (date.isPresent()) {
                times = times.with(new Answers(
                        Map.of(field, new org.fourfold.node.frame.Answer.Given<>(DatedText.write(date.get())))));
            }
        }
        return times;
    }
}
