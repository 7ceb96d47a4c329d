package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.DemandLine;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtedemandsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A demand that arrives at the door, of which nobody says to whom it belongs, and the list of those that wait. */
@Controller
public class DemandController {

    private final PageFrames frames;
    private final Demands demands;
    private final DemandShowing showing;
    private final Organisations organisations;
    private final FormKeys forms;

    public DemandController(
            PageFrames frames, Demands demands, DemandShowing showing, Organisations organisations, FormKeys forms) {
        this.frames = frames;
        this.demands = demands;
        this.showing = showing;
        this.organisations = organisations;
        this.forms = forms;
    }

    @GetMapping("/files/demands")
    public Html all(HttpServletRequest request, Viewer viewer) {
        List<DemandLine> waiting = Paths.asLawyerOrReviewer(viewer, demands::waiting);
        LocalDate today = demands.today();
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.demands.title")
                .withLead(Text.of("protection.demands.lead"));
        DemandsPage page = new DemandsPage(
                "/files/demands",
                "/files",
                true,
                true,
                false,
                "",
                "",
                waiting.stream()
                        .map(line -> DemandWords.line(frame, line, today))
                        .toList(),
                Optional.empty(),
                "");
        return Html.of(output -> JtedemandsGenerated.render(output, null, frame, page));
    }

    @GetMapping("/files/demands/new")
    public Html arrived(HttpServletRequest request, Viewer viewer) {
        // Who has no role in this room sees no door to it either.
        var _ = Paths.actor(viewer);
        return form(request, viewer, DemandForm.empty(demands.today()), List.of());
    }

    @PostMapping("/files/demands")
    public Html receive(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        DemandForm typed = DemandForm.of(sent);
        Actor actor = Paths.actor(viewer);
        return forms.once(viewer, key, () -> {
            try {
                DemandId demand = demands.receive(actor, Optional.empty(), Asking.read(organisations, actor, typed));
                return Html.seeOther("/files/demands/" + demand);
            } catch (ProblemException faults) {
                return form(request, viewer, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping("/files/demands/{demand}")
    public Html demand(HttpServletRequest request, Viewer viewer, @PathVariable String demand) {
        return show(request, viewer, Paths.demand(demand), DemandPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/demands/{demand}/tie")
    public Html tie(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String demand,
            @RequestParam(defaultValue = "") String number) {
        DemandId id = Paths.demand(demand);
        try {
            FileNumber meant = FileNumber.parse(number)
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.demand-no-file", "number")));
            CaseFileId file = Paths.asLawyerOrReviewer(viewer, actor -> demands.tie(actor, id, meant));
            return Html.seeOther("/files/" + file + "/demands");
        } catch (ProblemException faults) {
            DemandPage.Typed typed = new DemandPage.Typed("", Set.of(), "", "", "", "", "", number);
            return show(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/files/demands/{demand}/close")
    public Html close(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String demand,
            @RequestParam(defaultValue = "") String words) {
        DemandId id = Paths.demand(demand);
        DemandPage.Typed typed = new DemandPage.Typed("", Set.of(), "", "", words, "", "", "");
        return doing(
                request,
                viewer,
                id,
                typed,
                "/files/demands/" + id,
                actor -> demands.answerNeither(actor, id, words.strip()));
    }

    @PostMapping("/files/demands/{demand}/forget")
    public Html forget(HttpServletRequest request, Viewer viewer, @PathVariable String demand) {
        DemandId id = Paths.demand(demand);
        return doing(
                request, viewer, id, DemandPage.Typed.NOTHING, "/files/demands", actor -> demands.forget(actor, id));
    }

    private Html doing(
            HttpServletRequest request,
            Viewer viewer,
            DemandId id,
            DemandPage.Typed typed,
            String then,
            Consumer<Actor> work) {
        try {
            return Paths.asLawyerOrReviewer(viewer, actor -> {
                work.accept(actor);
                return Html.seeOther(then);
            });
        } catch (ProblemException faults) {
            return show(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html show(
            HttpServletRequest request, Viewer viewer, DemandId id, DemandPage.Typed typed, List<Problem> problems) {
        return Paths.asLawyerOrReviewer(
                viewer, actor -> showing.page(request, viewer, demands.view(actor, id), typed, problems, ""));
    }

    private Html form(HttpServletRequest request, Viewer viewer, DemandForm typed, List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.demand.arrived")
                .withLead(Text.of("protection.demand.arrived-lead"))
                .withProblems(problems);
        DemandsPage page = new DemandsPage(
                "/files/demands",
                "/files",
                false,
                false,
                false,
                "",
                "",
                List.of(),
                Optional.of(DemandWords.fields(frame, organisations.all(), typed)),
                forms.next());
        return Html.of(output -> JtedemandsGenerated.render(output, null, frame, page));
    }
}
