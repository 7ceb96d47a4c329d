package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.UnmetCount;
import org.fourfold.node.protection.UnmetNeed;
import org.fourfold.node.protection.UnmetNeeds;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteunmetGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What could not be given: one more is counted, and the counts of twelve months. */
@Controller
public class UnmetController {

    private static final int MONTHS = 12;

    private final PageFrames frames;
    private final UnmetNeeds unmet;
    private final FormKeys forms;
    private final InstantSource clock;

    public UnmetController(PageFrames frames, UnmetNeeds unmet, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.unmet = unmet;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/unmet")
    public Html unmet(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String counted) {
        PageFrame frame = frame(request, viewer);
        return page(
                counted.isEmpty() ? frame : frame.withNotice(Text.of("protection.unmet.counted")),
                viewer,
                new UnmetPage.Typed("", need, "", "1"));
    }

    @PostMapping("/unmet")
    public Html note(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String persons,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        UnmetPage.Typed typed = new UnmetPage.Typed(outcome, need, reason, persons);
        return forms.once(viewer, key, () -> {
            PageFrame frame = frame(request, viewer);
            try {
                unmet.note(Paths.actor(viewer), read(typed, thisMonth(frame)));
                return Html.seeOther("/unmet?counted=yes");
            } catch (ProblemException faults) {
                return page(frame.withProblems(faults.problems()), viewer, typed)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private static UnmetNeed read(UnmetPage.Typed typed, YearMonth month) {
        return new UnmetNeed(
                month,
                ConsentWords.one(UnmetNeed.Outcome.class, typed.outcome()).orElseThrow(missing("outcome")),
                ConsentWords.one(UnmetNeed.Need.class, typed.need()).orElseThrow(missing("need")),
                ConsentWords.one(UnmetNeed.Reason.class, typed.reason()).orElseThrow(missing("reason")),
                Typed.number(typed.persons()));
    }

    private static Supplier<ProblemException> missing(String field) {
        return () -> new ProblemException(Problem.inField("protection.unmet-choose", field));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.unmet.title")
                .withLead(Text.of("protection.unmet.lead"));
    }

    private YearMonth thisMonth(PageFrame frame) {
        return YearMonth.from(clock.instant().atZone(frame.zone()));
    }

    private Html page(PageFrame frame, Viewer viewer, UnmetPage.Typed typed) {
        YearMonth last = thisMonth(frame);
        List<UnmetCount> counts = unmet.counts(Paths.actor(viewer), last.minusMonths(MONTHS - 1), last);
        UnmetPage page = new UnmetPage(
                forms.next(),
                choices(frame, "outcome", UnmetNeed.Outcome.values()),
                choices(frame, "need", UnmetNeed.Need.values()),
                choices(frame, "reason", UnmetNeed.Reason.values()),
                typed,
                counts.stream()
                        .map(UnmetCount::month)
                        .distinct()
                        .map(month -> month(frame, month, counts))
                        .toList(),
                counts.stream()
                        .map(one -> new UnmetPage.Line(
                                frame.month(one.month()),
                                word(frame, "outcome", one.outcome()),
                                word(frame, "need", one.need()),
                                word(frame, "reason", one.reason()),
                                frame.number(one.persons())))
                        .toList());
        return Html.of(output -> JteunmetGenerated.render(output, null, frame, page));
    }

    private static UnmetPage.Month month(PageFrame frame, YearMonth month, List<UnmetCount> counts) {
        return new UnmetPage.Month(
                frame.month(month),
                sum(frame, month, UnmetNeed.Outcome.TURNED_AWAY, counts),
                sum(frame, month, UnmetNeed.Outcome.WAITING, counts),
                sum(frame, month, UnmetNeed.Outcome.REFUSED, counts));
    }

    private static String sum(PageFrame frame, YearMonth month, UnmetNeed.Outcome outcome, List<UnmetCount> counts) {
        return frame.number(counts.stream()
                .filter(one -> one.month().equals(month) && one.outcome() == outcome)
                .mapToLong(UnmetCount::persons)
                .sum());
    }

    private static List<Choice> choices(PageFrame frame, String list, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.name(), word(frame, list, value)))
                .toList();
    }

    private static String word(PageFrame frame, String list, Enum<?> value) {
        return frame.text("protection.unmet." + list + "."
                + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
