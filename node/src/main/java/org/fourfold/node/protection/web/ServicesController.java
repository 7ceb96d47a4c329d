package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.ServiceGiven;
import org.fourfold.node.protection.ServiceKind;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.ServicesView;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteservicesGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person received: a list that is written down once, and counted from there. */
@Controller
public class ServicesController {

    private final PageFrames frames;
    private final Services services;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public ServicesController(
            PageFrames frames, Services services, Access access, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.services = services;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/files/{file}/services")
    public Html services(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), Optional.empty(), List.of());
    }

    @PostMapping("/files/{file}/services")
    public Html give(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String times,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        return forms.once(
                viewer,
                key,
                () -> doing(
                        request,
                        viewer,
                        id,
                        Optional.of(new ServicesPage.Typed(kind, day, times, words)),
                        actor -> services.give(
                                actor,
                                id,
                                ConsentWords.one(ServiceKind.class, kind),
                                Typed.day(day),
                                Typed.number(times),
                                words)));
    }

    @PostMapping("/files/{file}/services/{service}/strike")
    public Html strike(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String service) {
        CaseFileId id = Paths.file(file);
        UUID which = Paths.id(service);
        return doing(request, viewer, id, Optional.empty(), actor -> services.strike(actor, id, which));
    }

    private Html doing(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            Optional<ServicesPage.Typed> typed,
            Consumer<Actor> what) {
        try {
            what.accept(Paths.actor(viewer));
            return Html.seeOther("/files/" + id + "/services");
        } catch (ProblemException faults) {
            return page(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            Optional<ServicesPage.Typed> typed,
            List<Problem> problems) {
        ServicesView view = services.of(Paths.reviewer(viewer), id);
        Text title = Text.of(
                "protection.services.title", "number", view.file().number().text());
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, Room.PROTECTION.purpose(), title)
                .withLead(Text.of("protection.services.lead"))
                .withProblems(problems);
        Map<MemberId, String> names =
                access.displayNames(view.given().stream().map(ServiceGiven::by).collect(Collectors.toSet()));
        String today = clock.instant().atZone(frame.zone()).toLocalDate().toString();
        String back = "/files/" + id;
        ServicesPage page = new ServicesPage(
                back + "/services",
                back,
                forms.next(),
                view.given().stream().map(one -> line(frame, view, one, names)).toList(),
                view.mayWrite() ? kinds(frame) : List.of(),
                typed.orElseGet(() -> new ServicesPage.Typed("", today, "1", "")));
        return Html.of(output -> JteservicesGenerated.render(output, null, frame, page));
    }

    private static ServicesPage.Line line(
            PageFrame frame, ServicesView view, ServiceGiven given, Map<MemberId, String> names) {
        String what = CountWords.service(frame, given.kind());
        boolean strikes = view.mayWrite() && !given.struck();
        return new ServicesPage.Line(
                given.times() == 1 ? what : what + " × " + frame.number(given.times()),
                frame.date(given.day()),
                given.words(),
                names.getOrDefault(given.by(), "") + ", " + frame.moment(given.written()),
                given.struck() ? Optional.of(Tag.quiet("protection.services.struck")) : Optional.empty(),
                strikes ? "/files/" + view.file().id() + "/services/" + given.id() + "/strike" : "");
    }

    private static List<Choice> kinds(PageFrame frame) {
        return Stream.concat(
                        Stream.of(Choice.of("", frame.text("protection.services.choose"))),
                        Arrays.stream(ServiceKind.values())
                                .filter(ServiceKind::isWritten)
                                .map(kind -> Choice.of(kind.name(), CountWords.service(frame, kind))))
                .toList();
    }
}
