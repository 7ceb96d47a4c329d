package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Bed;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.ShelterRoom;
import org.fourfold.node.protection.Sleeper;
import org.fourfold.node.protection.Tonight;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteroomsGenerated;
import org.fourfold.pages.protection.JtetonightGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who sleeps here tonight, and the rooms and beds there are. */
@Controller
public class TonightController {

    private final PageFrames frames;
    private final Nights nights;
    private final FormKeys forms;

    public TonightController(PageFrames frames, Nights nights, FormKeys forms) {
        this.frames = frames;
        this.nights = nights;
        this.forms = forms;
    }

    @GetMapping("/tonight")
    public Html tonight(HttpServletRequest request, Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        Tonight tonight = nights.tonight(actor);
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.tonight.title");
        Map<UUID, Sleeper> byStay = tonight.sleepers().stream()
                .collect(Collectors.toMap(one -> one.stay().id(), Function.identity()));
        TonightPage page = new TonightPage(
                tonight.missing().stream().map(one -> missing(frame, one)).toList(),
                tonight.rooms().stream()
                        .map(room -> new TonightPage.RoomLine(
                                room.name(),
                                room.heldFor().isPresent(),
                                room.beds().stream()
                                        .map(bed -> bed(frame, tonight, bed, byStay))
                                        .toList()))
                        .toList(),
                tonight.persons(),
                tonight.free(),
                mayFurnish(actor));
        return Html.of(output -> JtetonightGenerated.render(output, null, frame, page));
    }

    private static TonightPage.Missing missing(PageFrame frame, Sleeper one) {
        return new TonightPage.Missing(
                name(frame, one),
                one.file().number().text(),
                frame.moment(one.absence().orElseThrow().expected()),
                path(one));
    }

    private static TonightPage.BedLine bed(PageFrame frame, Tonight tonight, Bed bed, Map<UUID, Sleeper> byStay) {
        Optional<Sleeper> sleeper = bed.takenBy().flatMap(stay -> Optional.ofNullable(byStay.get(stay)));
        if (sleeper.isEmpty()) {
            Tag state = bed.takenBy().isPresent()
                    ? Tag.quiet("protection.bed.taken")
                    : bed.closed() ? Tag.quiet("protection.bed.closed") : Tag.done("protection.bed.free");
            return new TonightPage.BedLine(bed.name(), "", "", 0, Optional.of(state), "");
        }
        Sleeper one = sleeper.get();
        Optional<Tag> state = one.absence()
                .map(out -> out.isMissing(tonight.at())
                        ? Tag.stop("protection.out.missing")
                        : new Tag(Tag.Tone.WARN, Text.of("protection.out.until", "at", frame.moment(out.expected()))));
        return new TonightPage.BedLine(
                bed.name(),
                name(frame, one),
                one.file().number().text(),
                one.stay().children(),
                state,
                path(one));
    }

    private static String name(PageFrame frame, Sleeper one) {
        return one.name().orElseGet(() -> frame.text("protection.no-name"));
    }

    private static String path(Sleeper one) {
        return "/files/" + one.file().id() + "/stay";
    }

    private static boolean mayFurnish(Actor actor) {
        return actor.role() == Role.CASEWORKER || actor.role() == Role.SUPERVISOR;
    }

    @GetMapping("/tonight/rooms")
    public Html rooms(HttpServletRequest request, Viewer viewer) {
        return roomsPage(request, viewer, Typed.NOTHING, List.of());
    }

    @PostMapping("/tonight/rooms")
    public Html addRoom(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        Typed typed = new Typed(room, "", "");
        return forms.once(
                viewer, key, () -> doing(request, viewer, typed, () -> nights.addRoom(Paths.actor(viewer), room)));
    }

    @PostMapping("/tonight/beds")
    public Html addBed(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(name = "in", defaultValue = "") String room,
            @RequestParam(defaultValue = "") String bed,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        UUID id = Paths.id(room);
        Typed typed = new Typed("", room, bed);
        return forms.once(
                viewer, key, () -> doing(request, viewer, typed, () -> nights.addBed(Paths.actor(viewer), id, bed)));
    }

    @PostMapping("/tonight/beds/{bed}/close")
    public Html close(HttpServletRequest request, Viewer viewer, @PathVariable String bed) {
        UUID id = Paths.id(bed);
        return doing(request, viewer, Typed.NOTHING, () -> nights.close(Paths.actor(viewer), id, true));
    }

    @PostMapping("/tonight/beds/{bed}/open")
    public Html open(HttpServletRequest request, Viewer viewer, @PathVariable String bed) {
        UUID id = Paths.id(bed);
        return doing(request, viewer, Typed.NOTHING, () -> nights.close(Paths.actor(viewer), id, false));
    }

    /** The two forms as they were sent. */
    private record Typed(String room, String in, String bed) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    private Html doing(HttpServletRequest request, Viewer viewer, Typed typed, Runnable what) {
        try {
            what.run();
            return Html.seeOther("/tonight/rooms");
        } catch (ProblemException faults) {
            return roomsPage(request, viewer, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html roomsPage(HttpServletRequest request, Viewer viewer, Typed typed, List<Problem> problems) {
        List<ShelterRoom> rooms = nights.rooms(Paths.actor(viewer));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.rooms.title")
                .withLead(Text.of("protection.rooms.lead"))
                .withProblems(problems);
        RoomsPage page = new RoomsPage(
                rooms.stream().map(TonightController::line).toList(),
                rooms.stream()
                        .map(room -> Choice.of(room.id().toString(), room.name()))
                        .toList(),
                forms.next(),
                forms.next(),
                typed.room(),
                typed.in(),
                typed.bed());
        return Html.of(output -> JteroomsGenerated.render(output, null, frame, page));
    }

    private static RoomsPage.Line line(ShelterRoom room) {
        return new RoomsPage.Line(
                room.name(),
                room.beds().stream()
                        .map(bed -> new RoomsPage.BedLine(
                                bed.name(),
                                bed.closed(),
                                bed.takenBy().isPresent()
                                        ? ""
                                        : "/tonight/beds/" + bed.id() + (bed.closed() ? "/open" : "/close")))
                        .toList());
    }
}
