package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prosecution.EntryId;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.InvestigationView;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.NewEntry;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JtedocketEntryGenerated;
import org.fourfold.pages.prosecution.JtedocketReasonGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entering into a docket, striking out of it, and closing the investigation. */
@Controller
public class DocketController {

    private final PageFrames frames;
    private final Investigations investigations;
    private final FormKeys formKeys;

    public DocketController(PageFrames frames, Investigations investigations, FormKeys formKeys) {
        this.frames = frames;
        this.investigations = investigations;
        this.formKeys = formKeys;
    }

    @GetMapping("/investigations/{id}/enter/{kind}")
    public Html entering(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String hearing) {
        InvestigationId known = seen(viewer, id);
        return entering(request, viewer, known, EntryForm.empty(kind(kind), hearing), List.of());
    }

    @PostMapping("/investigations/{id}/enter/{kind}")
    public Html enter(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String hearing,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String ruling,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String evidence) {
        InvestigationId known = InvestigationController.id(id);
        EntryForm form = new EntryForm(kind(kind), hearing, day, until, code, ruling, words, evidence);
        return formKeys.once(viewer, formKey, () -> {
            try {
                NewEntry entry = form.entry();
                investigations.enter(InvestigationController.actor(viewer), known, entry);
                return Html.seeOther("/investigations/" + known);
            } catch (ProblemException faults) {
                return entering(request, viewer, known, form, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping("/investigations/{id}/strike/{entry}")
    public Html striking(
            HttpServletRequest request, Viewer viewer, @PathVariable String id, @PathVariable String entry) {
        InvestigationId known = seen(viewer, id);
        return reason(request, viewer, known, "strike", "/strike/" + entry(entry), "", List.of());
    }

    @PostMapping("/investigations/{id}/strike/{entry}")
    public Html strike(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String why) {
        InvestigationId known = InvestigationController.id(id);
        try {
            investigations.strike(InvestigationController.actor(viewer), known, entry(entry), why);
            return Html.seeOther("/investigations/" + known);
        } catch (ProblemException faults) {
            return reason(request, viewer, known, "strike", "/strike/" + entry(entry), why, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/investigations/{id}/close")
    public Html closing(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        return reason(request, viewer, seen(viewer, id), "close", "/close", "", List.of());
    }

    @PostMapping("/investigations/{id}/close")
    public Html close(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why) {
        InvestigationId known = InvestigationController.id(id);
        try {
            investigations.close(InvestigationController.actor(viewer), known, why);
            return Html.seeOther("/investigations/" + known);
        } catch (ProblemException faults) {
            return reason(request, viewer, known, "close", "/close", why, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The investigation, where the viewer may see it. */
    private InvestigationId seen(Viewer viewer, String text) {
        InvestigationId id = InvestigationController.id(text);
        return investigations
                .view(InvestigationController.actor(viewer), id)
                .map(InvestigationView::investigation)
                .orElseThrow(NotFoundException::new)
                .id();
    }

    private static EntryForm.Kind kind(String code) {
        return EntryForm.Kind.of(code).orElseThrow(NotFoundException::new);
    }

    private static EntryId entry(String text) {
        return EntryId.parse(text).orElseThrow(NotFoundException::new);
    }

    private Html entering(
            HttpServletRequest request, Viewer viewer, InvestigationId id, EntryForm form, List<Problem> faults) {
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROSECUTION,
                        "prosecution.enter." + DocketLines.code(form.kind()) + ".title")
                .withProblems(faults);
        InvestigationPages.Entry page = form.page(frame, "/investigations/" + id, formKeys.next());
        return Html.of(output -> JtedocketEntryGenerated.render(output, null, frame, page));
    }

    private Html reason(
            HttpServletRequest request,
            Viewer viewer,
            InvestigationId id,
            String kind,
            String way,
            String why,
            List<Problem> faults) {
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.reason." + kind + ".title")
                .withProblems(faults);
        String path = "/investigations/" + id;
        InvestigationPages.Reason page = new InvestigationPages.Reason(path + way, path, kind, why);
        return Html.of(output -> JtedocketReasonGenerated.render(output, null, frame, page));
    }
}
