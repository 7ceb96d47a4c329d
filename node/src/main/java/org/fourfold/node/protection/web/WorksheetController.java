package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.ElementFinding;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.TraffickingElement;
import org.fourfold.node.protection.Worksheet;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtesignAsideGenerated;
import org.fourfold.pages.protection.JteworksheetGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The worksheet, on the screen and on paper, and what is written into it by hand. */
@Controller
public class WorksheetController {

    static final List<Field> TIME = List.of(Field.ACTS_FROM, Field.ACTS_UNTIL);

    private final PageFrames frames;
    private final Identification identification;
    private final WorksheetPages pages;
    private final FormKeys forms;

    public WorksheetController(PageFrames frames, Identification identification, WorksheetPages pages, FormKeys forms) {
        this.frames = frames;
        this.identification = identification;
        this.pages = pages;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/worksheet")
    public Html worksheet(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return show(request, viewer, Paths.file(file), WorksheetPage.Typed.NOTHING, Map.of(), List.of());
    }

    @GetMapping("/files/{file}/worksheet/print")
    public Html print(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        Worksheet sheet = identification.printWorksheet(Paths.actor(viewer), Paths.file(file));
        PageFrame frame = frame(request, viewer, sheet);
        WorksheetPage page = pages.page(frame, sheet, WorksheetPage.Typed.NOTHING, Map.of(), "", true);
        return Html.of(output -> JteworksheetGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/{file}/worksheet/time")
    public Html time(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam MultiValueMap<String, String> sent) {
        CaseFileId id = Paths.file(file);
        Map<String, List<String>> form = Paths.form(sent);
        try {
            identification.time(Paths.actor(viewer), id, Answers.parse(TIME, form));
            return Html.seeOther(path(id));
        } catch (ProblemException faults) {
            return show(request, viewer, id, WorksheetPage.Typed.NOTHING, form, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/files/{file}/worksheet/signs")
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") List<String> elements,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        Actor actor = Paths.actor(viewer);
        WorksheetPage.Typed typed = new WorksheetPage.Typed(new HashSet<>(elements), finding, from, words);
        return forms.once(viewer, key, () -> {
            try {
                identification.addSign(actor, id, terms(typed, on));
                return Html.seeOther(path(id));
            } catch (ProblemException faults) {
                return show(request, viewer, id, typed, Map.of("on", on), faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping("/files/{file}/worksheet/signs/{sign}/aside")
    public Html aside(HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String sign) {
        return asidePage(request, viewer, Paths.file(file), Paths.id(sign), "", List.of());
    }

    @PostMapping("/files/{file}/worksheet/signs/{sign}/aside")
    public Html setAside(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String sign,
            @RequestParam(defaultValue = "") String reason) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(sign);
        try {
            identification.setAside(Paths.actor(viewer), id, meant, reason);
            return Html.seeOther(path(id));
        } catch (ProblemException faults) {
            return asidePage(request, viewer, id, meant, reason, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html asidePage(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            UUID sign,
            String reason,
            List<Problem> problems) {
        Worksheet sheet = identification.worksheet(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.worksheet.aside")
                .withLead(Text.of("protection.worksheet.aside-lead"))
                .withProblems(problems);
        String words = sheet.signs().stream()
                .filter(one -> one.id().equals(sign))
                .findFirst()
                .map(one -> IdentificationWords.sign(frame, one))
                .orElseThrow(org.fourfold.node.shell.NotFoundException::new);
        String action = path(id) + "/signs/" + sign + "/aside";
        return Html.of(output -> JtesignAsideGenerated.render(output, null, frame, action, path(id), words, reason));
    }

    private static Sign.Terms terms(WorksheetPage.Typed typed, List<String> on) {
        Problems faults = new Problems();
        Optional<Dated> day = ScreeningForm.date(on, "on", faults);
        Set<TraffickingElement> elements = EnumSet.noneOf(TraffickingElement.class);
        typed.elements().forEach(code -> TraffickingElement.parse(code).ifPresent(elements::add));
        Optional<Sign.From> from = ConsentWords.one(Sign.From.class, typed.from());
        Optional<ElementFinding.State> finding = ConsentWords.one(ElementFinding.State.class, typed.finding());
        if (elements.isEmpty()) {
            faults.add(Problem.inField("protection.sign-elements", "elements"));
        }
        if (finding.isEmpty()) {
            faults.add(Problem.inField("protection.sign-finding", "finding"));
        }
        if (from.isEmpty()) {
            faults.add(Problem.inField("protection.sign-from", "from"));
        }
        if (typed.words().isBlank()) {
            faults.add(Problem.inField("protection.sign-words", "words"));
        }
        faults.throwIfAny();
        return new Sign.Terms(
                elements,
                finding.orElseThrow(),
                from.orElseThrow(),
                typed.words().replace("\r\n", "\n").strip(),
                day.orElseThrow());
    }

    private Html show(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            WorksheetPage.Typed typed,
            Map<String, List<String>> dates,
            List<Problem> problems) {
        Worksheet sheet = identification.worksheet(Paths.actor(viewer), id);
        PageFrame frame = frame(request, viewer, sheet).withProblems(problems);
        WorksheetPage page = pages.page(frame, sheet, typed, dates, forms.next(), false);
        return Html.of(output -> JteworksheetGenerated.render(output, null, frame, page));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, Worksheet sheet) {
        return frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.worksheet.title",
                                "number",
                                sheet.file().number().text()))
                .withLead(Text.of("protection.worksheet.lead"));
    }

    private static String path(CaseFileId id) {
        return "/files/" + id + "/worksheet";
    }
}
