package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.MappingId;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.SavedMapping;
import org.fourfold.node.prosecution.tables.MappingJson;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RevisionConflictException;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JtemappingGenerated;
import org.fourfold.pages.prosecution.JtemappingsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mappings that are kept: the list, and one of them as text, to be changed or deleted. */
@Controller
public class KeptMappingController {

    private final PageFrames frames;
    private final Prosecution prosecution;
    private final Access access;
    private final FormKeys formKeys;

    public KeptMappingController(PageFrames frames, Prosecution prosecution, Access access, FormKeys formKeys) {
        this.frames = frames;
        this.prosecution = prosecution;
        this.access = access;
        this.formKeys = formKeys;
    }

    @GetMapping("/entities/mappings")
    public Html mappings(HttpServletRequest request, Viewer viewer) {
        List<SavedMapping> all = prosecution.mappings(viewer.actor(Purpose.INVESTIGATION));
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.mappings.title");
        Map<MemberId, String> names = access.displayNames(
                all.stream().map(SavedMapping::changedBy).distinct().toList());
        QueuePage.Mappings page = new QueuePage.Mappings(all.stream()
                .map(one -> new QueuePage.Kept(
                        path(one.id()),
                        one.name(),
                        frame.moment(one.changedAt()),
                        names.getOrDefault(one.changedBy(), ""),
                        one.revision()))
                .toList());
        return Html.of(output -> JtemappingsGenerated.render(output, null, frame, page));
    }

    @GetMapping("/entities/mappings/{id:[0-9a-f-]{36}}")
    public Html mapping(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        SavedMapping saved = find(viewer.actor(Purpose.INVESTIGATION), id);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.mapping.title");
        return show(frame, saved, MappingJson.write(saved.mapping()));
    }

    private Html show(PageFrame frame, SavedMapping saved, String text) {
        QueuePage.One page = new QueuePage.One(
                path(saved.id()),
                saved.name(),
                text,
                saved.revision(),
                frame.moment(saved.changedAt()),
                access.displayNames(Set.of(saved.changedBy())).getOrDefault(saved.changedBy(), ""),
                formKeys.next());
        return Html.of(output -> JtemappingGenerated.render(output, null, frame, page));
    }

    @PostMapping("/entities/mappings/{id:[0-9a-f-]{36}}")
    public Html change(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam int revision,
            @RequestParam String body) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        SavedMapping saved = find(actor, id);
        return formKeys.once(viewer, formKey, () -> {
            if (saved.revision() != revision) {
                throw new RevisionConflictException(
                        path(saved.id()),
                        List.of(new RevisionConflictException.Difference(
                                "prosecution.mapping.text", MappingJson.write(saved.mapping()), body)));
            }
            try {
                prosecution.changeMapping(actor, saved.id(), revision, MappingJson.read(body));
                return Html.seeOther("/entities/mappings");
            } catch (ProblemException e) {
                PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.mapping.title");
                return show(frame.withProblems(Refusals.onPage(e.problems(), Set.of())), saved, body)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/entities/mappings/{id:[0-9a-f-]{36}}/delete")
    public Html delete(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(name = "sure", defaultValue = "") String sure) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        SavedMapping saved = find(actor, id);
        if (sure.isEmpty()) {
            PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.mapping.title");
            Problem unsure = Problem.inField("prosecution.mapping-unsure", "sure");
            return show(frame.withProblems(List.of(unsure)), saved, MappingJson.write(saved.mapping()))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        prosecution.deleteMapping(actor, saved.id());
        return Html.seeOther("/entities/mappings");
    }

    private SavedMapping find(Actor actor, String id) {
        return prosecution.mappings(actor).stream()
                .filter(saved -> saved.id().toString().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String path(MappingId id) {
        return "/entities/mappings/" + id;
    }
}
