package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Breach;
import org.fourfold.node.protection.BreachEntry;
import org.fourfold.node.protection.Breaches;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtebreachGenerated;
import org.fourfold.pages.protection.JtebreachReportGenerated;
import org.fourfold.pages.protection.JtebreachesGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Breaches: reported by anybody of the house, kept by the privacy officer. */
@Controller
public class BreachController {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");
    private static final List<String> STEPS =
            List.of("done", "persons-told", "persons-not-yet", "authority-told", "authority-not-needed");

    private final PageFrames frames;
    private final Breaches breaches;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public BreachController(PageFrames frames, Breaches breaches, Access access, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.breaches = breaches;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/files/breaches/report")
    public Html report(HttpServletRequest request, Viewer viewer) {
        return reportPage(reportFrame(request, viewer), BreachReportPage.Typed.NOTHING);
    }

    @PostMapping("/files/breaches/report")
    public Html reported(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String noticed,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> {
            PageFrame frame = reportFrame(request, viewer);
            try {
                UUID id = breaches.report(
                        Paths.anybody(viewer),
                        ConsentWords.one(BreachEntry.Kind.class, kind)
                                .orElseThrow(
                                        () -> new ProblemException(Problem.inField("protection.breach-kind", "kind"))),
                        moment(noticed, time, frame.zone()),
                        happened,
                        words);
                return Paths.isOverseer(viewer)
                        ? Html.seeOther("/files/breaches/" + id)
                        : reportPage(
                                frame.withNotice(Text.of("protection.breach.reported")),
                                BreachReportPage.Typed.NOTHING);
            } catch (ProblemException faults) {
                BreachReportPage.Typed typed = new BreachReportPage.Typed(kind, noticed, time, happened, words);
                return reportPage(frame.withProblems(faults.problems()), typed)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping("/files/breaches")
    public Html register(HttpServletRequest request, Viewer viewer) {
        if (!Paths.isOverseer(viewer)) {
            throw new NotFoundException();
        }
        List<Breach> all = breaches.listed(Paths.overseer(viewer));
        PageFrame frame = frame(request, viewer, Text.of("protection.breaches.title"))
                .withLead(Text.of("protection.breaches.lead"));
        Instant now = clock.instant();
        BreachesPage page = new BreachesPage(all.stream()
                .map(one -> new BreachesPage.Line(
                        "/files/breaches/" + one.id(),
                        kind(frame, one.reported().kind()),
                        frame.moment(one.reported().noticed()),
                        state(one, now)))
                .toList());
        return Html.of(output -> JtebreachesGenerated.render(output, null, frame, page));
    }

    @GetMapping("/files/breaches/{breach}")
    public Html breach(HttpServletRequest request, Viewer viewer, @PathVariable String breach) {
        return page(request, viewer, Paths.id(breach), BreachPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/breaches/{breach}/weigh")
    public Html weigh(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String breach,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(defaultValue = "") String persons,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return adding(
                request,
                viewer,
                Paths.id(breach),
                key,
                BreachPage.Typed.NOTHING,
                () -> new BreachEntry.Weighed(
                        ConsentWords.groups(groups),
                        ConsentWords.one(BreachEntry.Persons.class, persons).orElse(BreachEntry.Persons.UNKNOWN),
                        ConsentWords.one(BreachEntry.Severity.class, severity).orElse(BreachEntry.Severity.UNKNOWN)));
    }

    @PostMapping("/files/breaches/{breach}/step")
    public Html step(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String breach,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        BreachPage.Typed typed = new BreachPage.Typed(step, on, words);
        return adding(request, viewer, Paths.id(breach), key, typed, () -> what(typed));
    }

    /** Reads what was sent; throws ProblemException where it cannot be read. */
    @FunctionalInterface
    private interface Sent {
        BreachEntry.What read();
    }

    private Html adding(
            HttpServletRequest request, Viewer viewer, UUID breach, String key, BreachPage.Typed typed, Sent sent) {
        if (!Paths.isOverseer(viewer)) {
            throw new NotFoundException();
        }
        return forms.once(viewer, key, () -> {
            try {
                breaches.add(Paths.overseer(viewer), breach, sent.read());
                return Html.seeOther("/files/breaches/" + breach);
            } catch (ProblemException faults) {
                return page(request, viewer, breach, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private static BreachEntry.What what(BreachPage.Typed typed) {
        return switch (typed.step()) {
            case "done" -> new BreachEntry.Done(typed.words());
            case "persons-told" -> new BreachEntry.PersonsTold(day(typed.on()));
            case "persons-not-yet" -> new BreachEntry.PersonsNotYet(typed.words());
            case "authority-told" -> new BreachEntry.AuthorityTold(day(typed.on()), typed.words());
            case "authority-not-needed" -> new BreachEntry.AuthorityNotNeeded(typed.words());
            default -> throw new ProblemException(Problem.inField("protection.breach-step", "step"));
        };
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            throw new ProblemException(Problem.inField("protection.breach-day", "on"));
        }
    }

    private static Instant moment(String day, String time, ZoneId zone) {
        try {
            return LocalDate.parse(day.strip())
                    .atTime(LocalTime.parse(time.strip(), HOUR))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw new ProblemException(Problem.inField("protection.breach-noticed", "noticed"));
        }
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, UUID id, BreachPage.Typed typed, List<Problem> problems) {
        if (!Paths.isOverseer(viewer)) {
            throw new NotFoundException();
        }
        Breach breach = breaches.find(Paths.overseer(viewer), id).orElseThrow(NotFoundException::new);
        PageFrame frame = frame(
                        request,
                        viewer,
                        Text.of("protection.breach.kind."
                                + code(breach.reported().kind())))
                .withProblems(problems);
        Optional<BreachEntry.Weighed> weighed = breach.weighed();
        Map<MemberId, String> names = access.displayNames(
                breach.entries().stream().map(BreachEntry::by).collect(Collectors.toSet()));
        BreachPage page = new BreachPage(
                "/files/breaches/" + id,
                known(frame, breach),
                frame.moment(breach.authorityBy()),
                authority(breach, clock.instant()),
                breach.entries().stream().map(one -> entry(frame, one, names)).toList(),
                ConsentWords.groups(frame, List.of(FieldGroup.values())),
                weighed.map(BreachEntry.Weighed::groups).orElse(Set.of()).stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet()),
                words(frame, "protection.breach.persons.", BreachEntry.Persons.values()),
                weighed.map(BreachEntry.Weighed::persons)
                        .orElse(BreachEntry.Persons.UNKNOWN)
                        .name(),
                words(frame, "protection.breach.severity.", BreachEntry.Severity.values()),
                weighed.map(BreachEntry.Weighed::severity)
                        .orElse(BreachEntry.Severity.UNKNOWN)
                        .name(),
                STEPS.stream()
                        .map(step -> Choice.of(step, frame.text("protection.breach.step." + step)))
                        .toList(),
                forms.next(),
                forms.next(),
                typed);
        return Html.of(output -> JtebreachGenerated.render(output, null, frame, page));
    }

    private static List<Row> known(PageFrame frame, Breach breach) {
        BreachEntry.Reported reported = breach.reported();
        List<Row> rows = new ArrayList<>();
        rows.add(row(frame, "noticed", frame.moment(reported.noticed())));
        rows.add(row(
                frame,
                "happened",
                reported.happened().isEmpty() ? frame.text("protection.breach.unknown") : reported.happened()));
        breach.weighed().ifPresent(weighed -> {
            rows.add(row(frame, "groups", ConsentWords.groups(frame, new HashSet<>(weighed.groups()))));
            rows.add(row(frame, "persons", frame.text("protection.breach.persons." + code(weighed.persons()))));
            rows.add(row(frame, "severity", frame.text("protection.breach.severity." + code(weighed.severity()))));
        });
        return rows;
    }

    private static Row row(PageFrame frame, String what, String value) {
        return new Row(frame.text("protection.breach.row." + what), value, true, "");
    }

    private static BreachPage.Entry entry(PageFrame frame, BreachEntry one, Map<MemberId, String> names) {
        String words = switch (one.what()) {
            case BreachEntry.Reported reported -> reported.words();
            case BreachEntry.Weighed weighed ->
                frame.text("protection.breach.persons." + code(weighed.persons())) + " · "
                        + frame.text("protection.breach.severity." + code(weighed.severity())) + " · "
                        + ConsentWords.groups(frame, weighed.groups());
            case BreachEntry.Done done -> done.words();
            case BreachEntry.PersonsTold told -> frame.date(told.on());
            case BreachEntry.PersonsNotYet not -> not.why();
            case BreachEntry.AuthorityTold told -> frame.date(told.on()) + " · " + told.which();
            case BreachEntry.AuthorityNotNeeded not -> not.why();
        };
        String step = switch (one.what()) {
            case BreachEntry.Reported reported -> "reported";
            case BreachEntry.Weighed weighed -> "weighed";
            case BreachEntry.Done done -> "done";
            case BreachEntry.PersonsTold told -> "persons-told";
            case BreachEntry.PersonsNotYet not -> "persons-not-yet";
            case BreachEntry.AuthorityTold told -> "authority-told";
            case BreachEntry.AuthorityNotNeeded not -> "authority-not-needed";
        };
        return new BreachPage.Entry(
                frame.moment(one.at()),
                names.getOrDefault(one.by(), ""),
                frame.text("protection.breach.step." + step),
                words);
    }

    private static Tag state(Breach breach, Instant now) {
        if (!breach.isOpen()) {
            return Tag.done("protection.breach.state.settled");
        }
        return breach.isOverdue(now)
                ? Tag.stop("protection.breach.state.late")
                : Tag.warn("protection.breach.state.open");
    }

    private static Tag authority(Breach breach, Instant now) {
        if (breach.authoritySettled()) {
            return Tag.done("protection.breach.authority.settled");
        }
        return breach.isOverdue(now)
                ? Tag.stop("protection.breach.authority.late")
                : Tag.warn("protection.breach.authority.runs");
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, Text title) {
        return frames.frame(request, viewer, Room.TRUST, Room.TRUST.purpose(), title);
    }

    private PageFrame reportFrame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.TRUST, Optional.empty(), Text.of("protection.breach.report.title"))
                .withLead(Text.of("protection.breach.report.lead"));
    }

    private Html reportPage(PageFrame frame, BreachReportPage.Typed typed) {
        BreachReportPage page = new BreachReportPage(
                forms.next(), words(frame, "protection.breach.kind.", BreachEntry.Kind.values()), typed);
        return Html.of(output -> JtebreachReportGenerated.render(output, null, frame, page));
    }

    private static List<Choice> words(PageFrame frame, String beginning, Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> Choice.of(one.name(), frame.text(beginning + code(one))))
                .toList();
    }

    private static String kind(PageFrame frame, BreachEntry.Kind kind) {
        return frame.text("protection.breach.kind." + code(kind));
    }

    private static String code(Enum<?> one) {
        return ConsentWords.code(one);
    }
}
