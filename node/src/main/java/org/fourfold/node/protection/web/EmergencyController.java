package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.BrokenGlass;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteemergenciesGenerated;
import org.fourfold.pages.protection.JteemergencyGenerated;
import org.fourfold.pages.protection.JteemergencySearchGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opening somebody else's file in an emergency, being told of it, reviewing it. */
@Controller
public class EmergencyController {

    private final PageFrames frames;
    private final Protection protection;
    private final Access access;
    private final FormKeys forms;

    public EmergencyController(PageFrames frames, Protection protection, Access access, FormKeys forms) {
        this.frames = frames;
        this.protection = protection;
        this.access = access;
        this.forms = forms;
    }

    /** Where a full disk leads who must open a file: the lists are refused then, this search is not. */
    @GetMapping("/files/emergency")
    public Html search(HttpServletRequest request, Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        assert actor.purpose() == Purpose.PROTECTION;
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.emergency.title");
        return Html.of(output -> JteemergencySearchGenerated.render(output, null, frame));
    }

    @GetMapping("/files/{file}/emergency")
    public Html emergency(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        // Who has no role in this room sees no door to it either.
        Actor actor = Paths.actor(viewer);
        assert actor.purpose() == Purpose.PROTECTION;
        return page(request, viewer, id, "", List.of());
    }

    @PostMapping("/files/{file}/emergency")
    public Html open(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String reason) {
        CaseFileId id = Paths.file(file);
        try {
            protection.breakGlass(Paths.actor(viewer), id, reason);
            return Html.seeOther("/files/" + id);
        } catch (ProblemException faults) {
            return page(request, viewer, id, reason, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/files/emergencies")
    public Html emergencies(HttpServletRequest request, Viewer viewer) {
        Actor actor = Paths.reviewer(viewer);
        List<BrokenGlass> waiting = protection.emergencies(actor);
        Map<MemberId, String> names =
                access.displayNames(waiting.stream().map(BrokenGlass::member).collect(Collectors.toSet()));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.emergencies.title");
        EmergenciesPage page = new EmergenciesPage(waiting.stream()
                .map(glass -> new EmergenciesPage.Emergency(
                        "/files/" + glass.file(),
                        names.getOrDefault(glass.member(), ""),
                        glass.openedAt(),
                        glass.reason(),
                        actor.role() == Role.SUPERVISOR ? "/files/emergencies/" + glass.id() + "/review" : ""))
                .toList());
        return Html.of(output -> JteemergenciesGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/emergencies/{emergency}/review")
    public Html review(Viewer viewer, @PathVariable String emergency) {
        protection.review(Paths.reviewer(viewer), Paths.note(emergency).value());
        return Html.seeOther("/files/emergencies");
    }

    private Html page(HttpServletRequest request, Viewer viewer, CaseFileId id, String reason, List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.emergency.title")
                .withProblems(problems);
        EndPage page = new EndPage("/files/" + id + "/emergency", "/files", forms.next(), List.of(), reason);
        return Html.of(output -> JteemergencyGenerated.render(output, null, frame, page));
    }
}
