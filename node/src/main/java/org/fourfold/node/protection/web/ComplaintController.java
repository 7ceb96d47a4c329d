package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Complaint;
import org.fourfold.node.protection.ComplaintCode;
import org.fourfold.node.protection.Complaints;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtecomplaintGenerated;
import org.fourfold.pages.protection.JtecomplaintHeardGenerated;
import org.fourfold.pages.protection.JtecomplaintReceiptGenerated;
import org.fourfold.pages.protection.JtecomplaintsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Complaints about the house: written down by anybody of it, read by its outside trustees only. */
@Controller
public class ComplaintController {

    private final PageFrames frames;
    private final Complaints complaints;
    private final Access access;
    private final FormKeys forms;

    public ComplaintController(PageFrames frames, Complaints complaints, Access access, FormKeys forms) {
        this.frames = frames;
        this.complaints = complaints;
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/files/complaint")
    public Html complaint(HttpServletRequest request, Viewer viewer) {
        return page(frame(request, viewer), ComplaintPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/complaint")
    public Html tell(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String named,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        boolean signed = named.equals("yes");
        return forms.once(viewer, key, () -> {
            try {
                if (trustees().isEmpty()) {
                    throw new ProblemException(Problem.of("protection.complaint-nobody"));
                }
                ComplaintCode code = complaints.tell(
                        Paths.anybody(viewer),
                        ConsentWords.one(Complaint.Whose.class, whose).orElse(Complaint.Whose.PERSON),
                        words,
                        signed);
                PageFrame receipt = frames.frame(
                                request,
                                viewer,
                                Room.TRUST,
                                Optional.empty(),
                                Text.of("protection.complaint.receipt.title"))
                        .withLead(Text.of("protection.complaint.receipt.lead"));
                return Html.of(output -> JtecomplaintReceiptGenerated.render(output, null, receipt, code.text()));
            } catch (ProblemException faults) {
                return page(
                                frame(request, viewer).withProblems(faults.problems()),
                                new ComplaintPage.Typed(whose, words, signed),
                                List.of())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    /** Sent as a form, so that the code stands in no address. */
    @PostMapping("/files/complaint/asked")
    public Html asked(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String code) {
        PageFrame frame = frame(request, viewer);
        Optional<Complaint> found =
                ComplaintCode.parse(code).flatMap(typed -> complaints.asked(Paths.anybody(viewer), typed));
        if (found.isEmpty()) {
            List<Problem> faults = List.of(Problem.inField("protection.complaint-code", "code"));
            return page(frame.withProblems(faults), ComplaintPage.Typed.NOTHING, List.of())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        List<ComplaintsPage.Step> steps = steps(frame, found.get());
        return page(
                frame,
                ComplaintPage.Typed.NOTHING,
                steps.isEmpty()
                        ? List.of(new ComplaintsPage.Step("", frame.text("protection.complaint.state.waits"), ""))
                        : steps);
    }

    @GetMapping("/files/complaints")
    public Html complaints(HttpServletRequest request, Viewer viewer) {
        requireTrustee(viewer);
        List<Complaint> all = complaints.listed(Paths.trustee(viewer));
        PageFrame frame = trusteeFrame(request, viewer, Text.of("protection.complaints.title"))
                .withLead(Text.of("protection.complaints.lead"));
        ComplaintsPage page = new ComplaintsPage(all.stream()
                .flatMap(one -> one
                        .told()
                        .map(told -> new ComplaintsPage.Line(
                                "/files/complaints/" + one.id(),
                                frame.date(told.on()),
                                whose(frame, told.whose()),
                                tag(one)))
                        .stream())
                .toList());
        return Html.of(output -> JtecomplaintsGenerated.render(output, null, frame, page));
    }

    @GetMapping("/files/complaints/{complaint}")
    public Html heard(HttpServletRequest request, Viewer viewer, @PathVariable String complaint) {
        return heardPage(request, viewer, Paths.id(complaint), ComplaintHeardPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/complaints/{complaint}/step")
    public Html answer(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String complaint,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        requireTrustee(viewer);
        UUID id = Paths.id(complaint);
        return forms.once(viewer, key, () -> {
            try {
                complaints.answer(
                        Paths.trustee(viewer),
                        id,
                        ConsentWords.one(Complaint.State.class, state)
                                .orElseThrow(() ->
                                        new ProblemException(Problem.inField("protection.complaint-state", "state"))),
                        words);
                return Html.seeOther("/files/complaints/" + id);
            } catch (ProblemException faults) {
                ComplaintHeardPage.Typed typed = new ComplaintHeardPage.Typed(state, words);
                return heardPage(request, viewer, id, typed, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/files/complaints/{complaint}/forget")
    public Html forget(HttpServletRequest request, Viewer viewer, @PathVariable String complaint) {
        requireTrustee(viewer);
        UUID id = Paths.id(complaint);
        try {
            complaints.forget(Paths.trustee(viewer), id);
            return Html.seeOther("/files/complaints");
        } catch (ProblemException faults) {
            return heardPage(request, viewer, id, ComplaintHeardPage.Typed.NOTHING, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static void requireTrustee(Viewer viewer) {
        if (!Paths.isTrustee(viewer)) {
            throw new NotFoundException();
        }
    }

    private Html heardPage(
            HttpServletRequest request,
            Viewer viewer,
            UUID id,
            ComplaintHeardPage.Typed typed,
            List<Problem> problems) {
        requireTrustee(viewer);
        Complaint complaint = complaints.listed(Paths.trustee(viewer)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Complaint.Told told = complaint.told().orElseThrow(NotFoundException::new);
        PageFrame plain = trusteeFrame(request, viewer, Text.of("protection.complaints.title"));
        PageFrame frame = plain.withTitle(Text.of("protection.complaints.of", "day", plain.date(told.on())))
                .withProblems(problems);
        String writer = told.writer()
                .map(member -> access.displayNames(Set.of(member)).getOrDefault(member, ""))
                .orElseGet(() -> frame.text("protection.complaint.unsigned"));
        ComplaintHeardPage page = new ComplaintHeardPage(
                "/files/complaints/" + id,
                whose(frame, told.whose()),
                writer,
                told.words(),
                tag(complaint),
                steps(frame, complaint),
                complaint.isAnswered(),
                ConsentWords.choices(List.of(Complaint.State.values()), state -> state(frame, state)),
                forms.next(),
                typed);
        return Html.of(output -> JtecomplaintHeardGenerated.render(output, null, frame, page));
    }

    private PageFrame trusteeFrame(HttpServletRequest request, Viewer viewer, Text title) {
        return frames.frame(request, viewer, Room.TRUST, Room.TRUST.purpose(), title);
    }

    private static Tag tag(Complaint one) {
        return one.state().map(ComplaintController::tag).orElseGet(() -> Tag.warn("protection.complaint.state.waits"));
    }

    private static String whose(PageFrame frame, Complaint.Whose whose) {
        return frame.text("protection.complaint.whose." + ConsentWords.code(whose));
    }

    private static Tag tag(Complaint.State state) {
        String key = "protection.complaint.state." + ConsentWords.code(state);
        return switch (state) {
            case RECEIVED, LOOKED_INTO -> Tag.warn(key);
            case ANSWERED -> Tag.done(key);
        };
    }

    private static List<ComplaintsPage.Step> steps(PageFrame frame, Complaint one) {
        return one.steps().stream()
                .map(step -> new ComplaintsPage.Step(frame.date(step.on()), state(frame, step.state()), step.words()))
                .toList();
    }

    private static String state(PageFrame frame, Complaint.State state) {
        return frame.text("protection.complaint.state." + ConsentWords.code(state));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.TRUST, Optional.empty(), Text.of("protection.complaint.title"))
                .withLead(Text.of("protection.complaint.lead"));
    }

    private Html page(PageFrame frame, ComplaintPage.Typed typed, List<ComplaintsPage.Step> asked) {
        ComplaintPage page = new ComplaintPage(
                forms.next(),
                trustees(),
                ConsentWords.choices(List.of(Complaint.Whose.values()), whose -> whose(frame, whose)),
                typed,
                asked);
        return Html.of(output -> JtecomplaintGenerated.render(output, null, frame, page));
    }

    /** Who will read it: those from outside only. */
    private List<String> trustees() {
        return access.namesOf(Role.TRUSTEE).entrySet().stream()
                .filter(one -> Paths.isTrustee(Set.copyOf(access.roles(one.getKey()))))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
