package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.DemandsOfFile;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtelawyerGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Naming a file's lawyer: by its owner, or by who supervises the team. */
@Controller
public class LawyerController {

    private final PageFrames frames;
    private final Protection protection;
    private final Demands demands;
    private final Access access;

    public LawyerController(PageFrames frames, Protection protection, Demands demands, Access access) {
        this.frames = frames;
        this.protection = protection;
        this.demands = demands;
        this.access = access;
    }

    @GetMapping("/files/{file}/lawyer")
    public Html lawyer(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), List.of());
    }

    @PostMapping("/files/{file}/lawyer")
    public Html named(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String lawyer) {
        CaseFileId id = Paths.file(file);
        Actor actor = Paths.reviewer(viewer);
        try {
            MemberId meant = access.namesOf(Role.LAWYER).keySet().stream()
                    .filter(member -> member.toString().equals(lawyer))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.not-a-lawyer", "lawyer")));
            protection.nameLawyer(actor, id, meant);
            return Html.seeOther("/files/" + id + "/demands");
        } catch (ProblemException faults) {
            return page(request, viewer, id, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(HttpServletRequest request, Viewer viewer, CaseFileId id, List<Problem> problems) {
        DemandsOfFile file = demands.of(Paths.reviewer(viewer), id);
        if (!file.mayName()) {
            throw new RefusedException("relation");
        }
        Map<MemberId, String> lawyers = access.namesOf(Role.LAWYER);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.lawyer.title",
                                "number",
                                file.file().number().text()))
                .withLead(Text.of("protection.lawyer.lead"))
                .withProblems(problems);
        LawyerPage page = new LawyerPage(
                "/files/" + id + "/lawyer",
                "/files/" + id,
                access.displayNames(file.lawyers()).values().stream().sorted().toList(),
                lawyers.entrySet().stream()
                        .filter(one -> !file.lawyers().contains(one.getKey()))
                        .map(one -> Choice.of(one.getKey().toString(), one.getValue()))
                        .toList());
        return Html.of(output -> JtelawyerGenerated.render(output, null, frame, page));
    }
}
