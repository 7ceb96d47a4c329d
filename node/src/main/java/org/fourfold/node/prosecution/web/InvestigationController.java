package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.Investigation;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.InvestigationView;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JteinvestigationGenerated;
import org.fourfold.pages.prosecution.JteinvestigationNewGenerated;
import org.fourfold.pages.prosecution.JteinvestigationsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of investigations, one of them, and who works on it. */
@Controller
public class InvestigationController {

    private final PageFrames frames;
    private final Investigations investigations;
    private final Access access;
    private final FormKeys formKeys;

    public InvestigationController(PageFrames frames, Investigations investigations, Access access, FormKeys formKeys) {
        this.frames = frames;
        this.investigations = investigations;
        this.access = access;
        this.formKeys = formKeys;
    }

    /** A supervisor sees all of them, so whoever is one acts as one here. */
    static Actor actor(Viewer viewer) {
        return viewer.holds(Role.SUPERVISOR)
                ? viewer.actor(Purpose.INVESTIGATION, Role.SUPERVISOR)
                : viewer.actor(Purpose.INVESTIGATION);
    }

    static InvestigationId id(String text) {
        return InvestigationId.parse(text).orElseThrow(NotFoundException::new);
    }

    @GetMapping("/investigations")
    public Html all(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> after) {
        Slice<Investigation> slice = investigations.list(actor(viewer), after.flatMap(InvestigationId::parse));
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.investigations.title");
        InvestigationPages.All page = new InvestigationPages.All(
                slice.rows().stream()
                        .map(one -> new InvestigationPages.Row(
                                "/investigations/" + one.id(), one.title(), frame.date(one.openedOn()), state(one)))
                        .toList(),
                slice.next(),
                after.isEmpty());
        return Html.of(output -> JteinvestigationsGenerated.render(output, null, frame, page));
    }

    private static Tag state(Investigation one) {
        return one.isOpen()
                ? Tag.done("prosecution.investigation.open")
                : Tag.quiet("prosecution.investigation.closed");
    }

    @GetMapping("/investigations/new")
    public Html opening(HttpServletRequest request, Viewer viewer) {
        Actor actor = actor(viewer);
        assert actor.purpose() == Purpose.INVESTIGATION;
        return opening(request, viewer, "", "", List.of());
    }

    @PostMapping("/investigations/new")
    public Html open(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String day) {
        return formKeys.once(viewer, formKey, () -> {
            try {
                InvestigationId id = investigations.open(actor(viewer), title, openedOn(day));
                return Html.seeOther("/investigations/" + id);
            } catch (ProblemException faults) {
                return opening(request, viewer, title, day, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private static LocalDate openedOn(String day) {
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Problem.inField(day.isBlank() ? "prosecution.day-missing" : "prosecution.day-form", "day"));
        }
    }

    private Html opening(HttpServletRequest request, Viewer viewer, String title, String day, List<Problem> faults) {
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.investigation.new")
                .withProblems(faults);
        InvestigationPages.Opening page = new InvestigationPages.Opening(formKeys.next(), title, day);
        return Html.of(output -> JteinvestigationNewGenerated.render(output, null, frame, page));
    }

    @GetMapping("/investigations/{id}")
    public Html one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        return one(request, viewer, id(id), "", List.of());
    }

    /** Lets a member in, by the name they sign in with: no list of the house's members is shown for it. */
    @PostMapping("/investigations/{id}/members")
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String member) {
        InvestigationId known = id(id);
        try {
            MemberId found = SignInName.parse(member)
                    .flatMap(access::find)
                    .orElseThrow(() -> new ProblemException(Problem.inField("prosecution.member-unknown", "member")))
                    .id();
            investigations.add(actor(viewer), known, found);
            return Html.seeOther("/investigations/" + known);
        } catch (ProblemException faults) {
            return one(request, viewer, known, member, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/investigations/{id}/members/{member}/end")
    public Html end(HttpServletRequest request, Viewer viewer, @PathVariable String id, @PathVariable String member) {
        InvestigationId known = id(id);
        try {
            investigations.end(actor(viewer), known, member(member));
            return Html.seeOther("/investigations/" + known);
        } catch (ProblemException faults) {
            return one(request, viewer, known, "", faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static MemberId member(String text) {
        try {
            return MemberId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private Html one(
            HttpServletRequest request, Viewer viewer, InvestigationId id, String typed, List<Problem> faults) {
        InvestigationView view = investigations.view(actor(viewer), id).orElseThrow(NotFoundException::new);
        Investigation investigation = view.investigation();
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.investigation.title")
                .withLead(Text.of("prosecution.investigation.lead", "title", investigation.title()))
                .withProblems(faults);
        Map<MemberId, String> names = access.displayNames(DocketLines.named(view));
        String path = "/investigations/" + id;
        DocketLines lines = new DocketLines(frame, view, names, path);
        InvestigationPages.One page = new InvestigationPages.One(
                path,
                formKeys.next(),
                state(investigation),
                frame.date(investigation.openedOn()),
                names.getOrDefault(investigation.openedBy(), ""),
                investigation
                        .closing()
                        .map(closing -> frame.text(
                                "prosecution.investigation.closed-by",
                                Map.of(
                                        "who", names.getOrDefault(closing.by(), ""),
                                        "when", frame.moment(closing.at()),
                                        "why", closing.why())))
                        .orElse(""),
                investigation.isOpen(),
                view.members().stream()
                        .map(work -> worker(work, viewer, names, frame, investigation.isOpen() ? path : ""))
                        .toList(),
                typed,
                lines.mandates(),
                lines.hearings(),
                lines.obstructions());
        return Html.of(output -> JteinvestigationGenerated.render(output, null, frame, page));
    }

    private static InvestigationPages.Worker worker(
            InvestigationView.Work work, Viewer viewer, Map<MemberId, String> names, PageFrame frame, String path) {
        boolean mayEnd =
                !path.isEmpty() && work.until().isEmpty() && !work.member().equals(viewer.member());
        return new InvestigationPages.Worker(
                names.getOrDefault(work.member(), ""),
                frame.moment(work.since()),
                work.until().map(frame::moment).orElse(""),
                mayEnd ? path + "/members/" + work.member() + "/end" : "");
    }
}
