package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.FileLine;
import org.fourfold.node.protection.Found;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtefilesGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of files and the search. What is typed into the search travels in the body and is never kept. */
@Controller
public class FilesController {

    private final PageFrames frames;
    private final Protection protection;
    private final Access access;
    private final SearchGuard guard;

    public FilesController(PageFrames frames, Protection protection, Access access, SearchGuard guard) {
        this.guard = guard;
        this.frames = frames;
        this.protection = protection;
        this.access = access;
    }

    @GetMapping("/files")
    public Html files(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(name = "taken-back", defaultValue = "") String takenBack) {
        Actor actor = Paths.actor(viewer);
        boolean closed = state.equals("closed");
        Slice<FileLine> slice = protection.files(actor, closed ? CaseState.CLOSED : CaseState.OPEN, after);
        PageFrame plain = frames.frame(request, viewer, Room.PROTECTION, "protection.files.title");
        PageFrame frame = takenBack.isEmpty() ? plain : plain.withNotice(Text.of("protection.files.taken-back"));
        FilesPage page = new FilesPage(
                Showing.lines(frame, viewer, access, slice.rows()),
                List.of(),
                false,
                closed,
                after.isEmpty(),
                slice.next(),
                mayOpen(actor)
                        ? protection.unfinished(actor).stream()
                                .map(opening -> "/files/new/" + opening + "/rights")
                                .toList()
                        : List.of(),
                mayOpen(actor));
        return Html.of(output -> JtefilesGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/search")
    public Html search(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String typed) {
        Actor actor = Paths.actor(viewer);
        guard.ask(actor.member());
        Found found = protection.find(actor, typed);
        PageFrame frame = frames.frame(
                request, viewer, Room.PROTECTION, Room.PROTECTION.purpose(), Text.of("protection.found.title"));
        FilesPage page = new FilesPage(
                Showing.lines(frame, viewer, access, found.readable()),
                Showing.asks(access, found),
                true,
                false,
                true,
                Optional.empty(),
                List.of(),
                mayOpen(actor));
        return Html.of(output -> JtefilesGenerated.render(output, null, frame, page));
    }

    static boolean mayOpen(Actor actor) {
        return actor.role() == Role.CASEWORKER || actor.role() == Role.SUPERVISOR;
    }
}
