package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.NightEntry;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.NightRead;
import org.fourfold.node.protection.NightRecord;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Sleeper;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtenightGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the night writes down, and who took over in the morning. */
@Controller
public class NightController {

    private final PageFrames frames;
    private final NightLog log;
    private final Nights nights;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public NightController(
            PageFrames frames, NightLog log, Nights nights, Access access, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.log = log;
        this.nights = nights;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    /** The form as it was sent. */
    private record Typed(String about, String text) {

        static final Typed NOTHING = new Typed("", "");
    }

    @GetMapping("/nights")
    public Html tonight(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, Optional.empty(), Typed.NOTHING, List.of());
    }

    @GetMapping("/nights/{night}")
    public Html night(HttpServletRequest request, Viewer viewer, @PathVariable String night) {
        return page(request, viewer, Optional.of(day(night)), Typed.NOTHING, List.of());
    }

    @PostMapping("/nights")
    public Html write(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        Optional<CaseFileId> file = about.isEmpty() ? Optional.empty() : Optional.of(Paths.file(about));
        return forms.once(viewer, key, () -> {
            try {
                log.write(Paths.actor(viewer), now(request, viewer), file, text);
                return Html.seeOther("/nights");
            } catch (ProblemException faults) {
                return page(request, viewer, Optional.empty(), new Typed(about, text), faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/nights/{night}/read")
    public Html read(Viewer viewer, @PathVariable String night) {
        LocalDate day = day(night);
        log.read(Paths.actor(viewer), day);
        return Html.seeOther("/nights/" + day);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException malformed) {
            throw new NotFoundException();
        }
    }

    private LocalDate now(HttpServletRequest request, Viewer viewer) {
        return NightLog.night(
                clock.instant(),
                frames.frame(request, viewer, Room.PROTECTION, "protection.nights.menu")
                        .zone());
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, Optional<LocalDate> asked, Typed typed, List<Problem> problems) {
        Actor actor = Paths.actor(viewer);
        LocalDate now = now(request, viewer);
        LocalDate night = asked.orElse(now);
        NightRecord record = log.of(actor, night);
        PageFrame plain = frames.frame(
                request, viewer, Room.PROTECTION, Room.PROTECTION.purpose(), Text.of("protection.nights.title"));
        PageFrame frame = plain.withTitle(Text.of("protection.nights.title", "day", plain.date(night)))
                .withLead(Text.of("protection.nights.lead"))
                .withProblems(problems);
        Map<MemberId, String> names = access.displayNames(Stream.concat(
                        record.entries().stream().map(NightEntry::author),
                        record.reads().stream().map(NightRead::reader))
                .collect(Collectors.toSet()));
        NightPage page = new NightPage(
                record.entries().stream().map(one -> entry(frame, one, names)).toList(),
                record.reads().stream()
                        .map(one -> read(frame, one, record, names))
                        .toList(),
                "/nights/" + night + "/read",
                "/nights/" + night.minusDays(1),
                night.isBefore(now) ? Optional.of("/nights/" + night.plusDays(1)) : Optional.empty(),
                night.equals(now) ? Optional.of(writing(frame, actor, typed)) : Optional.empty());
        return Html.of(output -> JtenightGenerated.render(output, null, frame, page));
    }

    private NightPage.Writing writing(PageFrame frame, Actor actor, Typed typed) {
        List<Choice> about = new ArrayList<>();
        about.add(Choice.of("", frame.text("protection.nights.the-house")));
        nights.tonight(actor).sleepers().stream()
                .map(one -> Choice.of(one.file().id().toString(), label(frame, one)))
                .forEach(about::add);
        return new NightPage.Writing(forms.next(), about, typed.about(), typed.text());
    }

    private static String label(PageFrame frame, Sleeper one) {
        return one.name().orElseGet(() -> frame.text("protection.no-name")) + " · "
                + one.file().number().text();
    }

    private static NightPage.Entry entry(PageFrame frame, NightEntry one, Map<MemberId, String> names) {
        String who = one.file()
                .map(file -> one.name().orElseGet(() -> frame.text("protection.no-name")) + " · "
                        + file.number().text())
                .orElse("");
        String path = one.file().map(file -> "/files/" + file.id() + "/stay").orElse("");
        return new NightPage.Entry(frame.moment(one.at()), names.getOrDefault(one.author(), ""), who, path, one.text());
    }

    private static NightPage.Read read(
            PageFrame frame, NightRead one, NightRecord record, Map<MemberId, String> names) {
        int later = (int) record.entries().stream()
                .filter(entry -> entry.at().isAfter(one.at()) && !entry.author().equals(one.reader()))
                .count();
        return new NightPage.Read(names.getOrDefault(one.reader(), ""), frame.moment(one.at()), later);
    }
}
