package org.fourfold.node.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.registry.JteorganisationsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisations that the house works with. */
@Controller
public class OrganisationsController {

    /** For which somebody may act who adds one, the nearest first. */
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.PROTECTION, Purpose.OVERSIGHT, Purpose.ADMINISTRATION);

    private final PageFrames frames;
    private final Organisations organisations;

    public OrganisationsController(PageFrames frames, Organisations organisations) {
        this.frames = frames;
        this.organisations = organisations;
    }

    @GetMapping("/organisations")
    public Html all(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, "", RecipientKind.SERVICE.name(), List.of());
    }

    @PostMapping("/organisations")
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind) {
        try {
            Actor actor = actor(viewer).orElseThrow(() -> new RefusedException("role"));
            RecipientKind meant = Arrays.stream(RecipientKind.values())
                    .filter(one -> one.name().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.inField("registry.organisation-kind", "kind")));
            organisations.add(actor, name, meant);
            return Html.seeOther("/organisations");
        } catch (ProblemException faults) {
            return page(request, viewer, name, kind, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Optional<Actor> actor(Viewer viewer) {
        return PURPOSES.stream().filter(viewer::mayActFor).findFirst().map(viewer::actor);
    }

    private Html page(HttpServletRequest request, Viewer viewer, String name, String kind, List<Problem> problems) {
        PageFrame frame = frames.frame(
                        request, viewer, Room.TODAY, Optional.empty(), Text.of("registry.organisations.title"))
                .withLead(Text.of("registry.organisations.lead"))
                .withProblems(problems);
        OrganisationsPage page = new OrganisationsPage(
                organisations.all().stream()
                        .map(one -> new OrganisationsPage.Line(one.name(), words(frame, one.kind())))
                        .toList(),
                actor(viewer).isPresent(),
                Organisations.KINDS.stream()
                        .map(one -> Choice.of(one.name(), words(frame, one)))
                        .toList(),
                name,
                kind);
        return Html.of(output -> JteorganisationsGenerated.render(output, null, frame, page));
    }

    private static String words(PageFrame frame, RecipientKind kind) {
        return frame.text("registry.organisations.kind."
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
