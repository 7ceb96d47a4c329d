package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Absence;
import org.fourfold.node.protection.NightEntry;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Placing;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.ShelterStay;
import org.fourfold.node.protection.StayView;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtestayGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the person of a file sleeps: a bed, being out, not being back, leaving. */
@Controller
public class StayController {

    private final PageFrames frames;
    private final Nights nights;
    private final Organisations organisations;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public StayController(
            PageFrames frames,
            Nights nights,
            Organisations organisations,
            Access access,
            FormKeys forms,
            InstantSource clock) {
        this.frames = frames;
        this.nights = nights;
        this.organisations = organisations;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/files/{file}/stay")
    public Html stay(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), Optional.empty(), List.of());
    }

    @PostMapping("/files/{file}/stay")
    public Html place(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String bed,
            @RequestParam(defaultValue = "") String children,
            @RequestParam(defaultValue = "") String hold,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        StayPage.Typed typed = new StayPage.Typed(bed, children, !hold.isEmpty(), !family.isEmpty(), "", "", "");
        return forms.once(
                viewer,
                key,
                () -> doing(request, viewer, id, Optional.of(typed), actor -> nights.place(actor, id, placing(typed))));
    }

    @PostMapping("/files/{file}/stay/out")
    public Html goOut(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        StayPage.Typed typed = new StayPage.Typed("", "", false, false, day, time, agreed);
        ZoneId zone = zone(request, viewer);
        return forms.once(
                viewer,
                key,
                () -> doing(
                        request,
                        viewer,
                        id,
                        Optional.of(typed),
                        actor -> nights.goOut(actor, id, moment(day, time, zone), agreed)));
    }

    /** Not here and nobody knew: from now on they are looked for. */
    @PostMapping("/files/{file}/stay/gone")
    public Html gone(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        Instant justNow = clock.instant().minusSeconds(1);
        return doing(request, viewer, id, Optional.empty(), actor -> nights.goOut(actor, id, justNow, ""));
    }

    @PostMapping("/files/{file}/stay/back")
    public Html back(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        return doing(request, viewer, id, Optional.empty(), actor -> nights.back(actor, id));
    }

    @PostMapping("/files/{file}/stay/leave")
    public Html leave(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        return doing(request, viewer, id, Optional.empty(), actor -> nights.leave(actor, id));
    }

    private Html doing(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            Optional<StayPage.Typed> typed,
            Consumer<Actor> what) {
        try {
            what.accept(Paths.actor(viewer));
            return Html.seeOther("/files/" + id + "/stay");
        } catch (ProblemException faults) {
            return page(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Placing placing(StayPage.Typed typed) {
        try {
            int children = typed.children().isBlank()
                    ? 0
                    : Integer.parseInt(typed.children().strip());
            return new Placing(UUID.fromString(typed.bed()), children, typed.hold(), typed.family());
        } catch (NumberFormatException noNumber) {
            throw new ProblemException(Problem.inField("protection.stay-children", "children"));
        } catch (IllegalArgumentException noBed) {
            throw new ProblemException(Problem.inField("protection.bed-gone", "bed"));
        }
    }

    /** A moment on the organisation's clock; one that a change of clocks leaves out is the one after it. */
    private static Instant moment(String day, String time, ZoneId zone) {
        try {
            return LocalDate.parse(day.strip())
                    .atTime(LocalTime.parse(time.strip()))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException malformed) {
            throw new ProblemException(Problem.inField("protection.absence-when", "day"));
        }
    }

    private ZoneId zone(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.tonight.title")
                .zone();
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            Optional<StayPage.Typed> sent,
            List<Problem> problems) {
        StayView view = nights.of(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.stay.title",
                                "who",
                                view.name().orElse(view.file().number().text())))
                .withProblems(problems);
        String path = "/files/" + id;
        StayPage page = new StayPage(
                path + "/stay",
                path,
                forms.next(),
                forms.next(),
                forms.next(),
                view.stay().map(stay -> here(frame, view, stay)),
                view.absence().map(out -> out(frame, view, out)),
                view.earlier().stream().map(stay -> earlier(frame, stay)).toList(),
                BedWords.free(frame, view.rooms()),
                log(frame, view.log()),
                view.mayWrite(),
                sent.orElseGet(() -> untouched(frame, view)));
        return Html.of(output -> JtestayGenerated.render(output, null, frame, page));
    }

    /** Who moves brings their children along, and the room that is held for the family. */
    private StayPage.Typed untouched(PageFrame frame, StayView view) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.zone());
        int children = view.stay().map(ShelterStay::children).orElse(0);
        boolean holds = view.stay().filter(stay -> holds(view, stay)).isPresent();
        return new StayPage.Typed("", String.valueOf(children), holds, false, today.toString(), "", "");
    }

    private static boolean holds(StayView view, ShelterStay stay) {
        return view.rooms().stream()
                .anyMatch(room -> room.heldFor().filter(stay.id()::equals).isPresent());
    }

    private static StayPage.Here here(PageFrame frame, StayView view, ShelterStay stay) {
        return new StayPage.Here(
                BedWords.name(view.rooms(), stay.bed()),
                frame.moment(stay.since()),
                stay.children(),
                view.rooms().stream()
                        .anyMatch(
                                room -> room.heldFor().filter(stay.id()::equals).isPresent()));
    }

    private StayPage.Out out(PageFrame frame, StayView view, Absence out) {
        boolean missing = out.isMissing(clock.instant());
        Map<OrganisationId, String> names =
                organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        List<Row> contact = Question.CONTACT.fields().stream()
                .filter(field -> view.contact().given(field).isPresent())
                .map(field -> Showing.row(frame, field, view.contact().of(field), ""))
                .toList();
        return new StayPage.Out(
                frame.moment(out.out()),
                frame.moment(out.expected()),
                missing ? Tag.stop("protection.out.missing") : Tag.warn("protection.out.out"),
                missing,
                out.agreed(),
                access.displayNames(Set.of(out.noted())).getOrDefault(out.noted(), ""),
                contact,
                view.contactShown(),
                view.withheld().stream()
                        .map(one -> ConsentWords.name(names, one.from()))
                        .toList());
    }

    private List<StayPage.Logged> log(PageFrame frame, List<NightEntry> entries) {
        Map<MemberId, String> names =
                access.displayNames(entries.stream().map(NightEntry::author).collect(Collectors.toSet()));
        return entries.stream()
                .map(one ->
                        new StayPage.Logged(frame.moment(one.at()), names.getOrDefault(one.author(), ""), one.text()))
                .toList();
    }

    private static String earlier(PageFrame frame, ShelterStay stay) {
        return frame.moment(stay.since()) + " – "
                + stay.until().map(frame::moment).orElse("");
    }
}
