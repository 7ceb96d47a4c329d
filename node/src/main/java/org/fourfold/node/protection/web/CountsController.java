package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.CountRun;
import org.fourfold.node.protection.Counts;
import org.fourfold.node.protection.count.CountPeriod;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtecountsAskGenerated;
import org.fourfold.pages.protection.JtecountsGenerated;
import org.fourfold.pages.protection.JtecountsWaitGenerated;
import org.fourfold.pages.protection.JtecountsWhyGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Honest counts: a time is chosen, files are counted, each cell says which they are and by which rule. */
@Controller
public class CountsController {

    static final String COUNTS = "/counts";

    private static final int MONTHS = 36;

    /** In which months fiscal years begin: by the calendar; Honduras and many donors in July; the U.S. federal one in October. */
    private static final List<Month> BEGINS = List.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER);

    private final PageFrames frames;
    private final Counts counts;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public CountsController(PageFrames frames, Counts counts, Access access, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.counts = counts;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping(COUNTS)
    public Html ask(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "MONTH") String length,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "JANUARY") String begins) {
        requireCounter(Paths.reviewer(viewer));
        return askPage(frame(request, viewer), length, month, begins);
    }

    @PostMapping(COUNTS)
    public Html begin(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String length,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        Actor actor = Paths.reviewer(viewer);
        requireCounter(actor);
        return forms.once(viewer, key, () -> {
            try {
                return Html.seeOther(COUNTS + "/" + counts.begin(actor, period(length, month, begins)));
            } catch (ProblemException faults) {
                return askPage(frame(request, viewer).withProblems(faults.problems()), length, month, begins)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping(COUNTS + "/{run}")
    public Html run(HttpServletRequest request, Viewer viewer, @PathVariable String run) {
        Optional<CountRun> found = counts.run(Paths.reviewer(viewer), Paths.id(run));
        if (found.isEmpty()) {
            return gone(request, viewer);
        }
        CountRun one = found.get();
        PageFrame frame = frame(request, viewer);
        if (one.failed()) {
            return askPage(
                    frame.withProblems(List.of(Problem.of("protection.counts-failed"))),
                    one.period().length().name(),
                    YearMonth.from(one.period().from()).toString(),
                    one.period().yearBegan().getMonth().name());
        }
        if (one.tally().isEmpty()) {
            CountsPage.Wait page = new CountsPage.Wait(
                    COUNTS + "/" + one.id(), one.looked(), Math.max(1, one.known()), said(frame, one));
            return Html.of(output -> JtecountsWaitGenerated.render(output, null, frame, page))
                    .header("Refresh", "1");
        }
        CountsPage.Result page = CountShowing.result(
                frame,
                one,
                one.tally().get(),
                access.displayNames(CountShowing.members(one.tally().get())));
        return Html.of(output -> JtecountsGenerated.render(output, null, frame, page));
    }

    /** Which files a cell is made of, and by which rule. */
    @GetMapping(COUNTS + "/{run}/{code}")
    public Html why(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String run,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") String after) {
        Actor actor = Paths.reviewer(viewer);
        Optional<CountRun> found = counts.run(actor, Paths.id(run));
        var tally = found.flatMap(CountRun::tally);
        var cell = tally.flatMap(one -> one.cell(code));
        if (cell.isEmpty()) {
            return gone(request, viewer);
        }
        int skip = Math.max(0, Typed.number(after));
        var files = counts.filesOf(actor, tally.get(), cell.get(), skip);
        PageFrame frame = frame(request, viewer);
        CountsPage.Why page = CountShowing.why(frame, found.get(), cell.get(), files, skip);
        PageFrame named = frame.withTitle(Text.of("protection.counts.why-title"))
                .withLead(Text.of(
                        "protection.counts.why-lead",
                        "row",
                        CountShowing.name(frame, cell.get(), access.displayNames(CountShowing.members(tally.get())))));
        return Html.of(output -> JtecountsWhyGenerated.render(output, null, named, page));
    }

    private static String said(PageFrame frame, CountRun run) {
        return frame.text(
                "protection.counts.looked",
                Map.of("looked", frame.number(run.looked()), "known", frame.number(run.known())));
    }

    /** Counts are kept for a while only: the way to count again, in place of a page that is not there. */
    private Html gone(HttpServletRequest request, Viewer viewer) {
        requireCounter(Paths.reviewer(viewer));
        PageFrame frame = frame(request, viewer).withProblems(List.of(Problem.of("protection.counts-gone")));
        return askPage(frame, CountPeriod.Length.MONTH.name(), "", Month.JANUARY.name())
                .status(HttpStatus.NOT_FOUND);
    }

    private static CountPeriod period(String length, String month, String begins) {
        Optional<CountPeriod.Length> chosen = ConsentWords.one(CountPeriod.Length.class, length);
        Optional<Month> year = ConsentWords.one(Month.class, begins);
        try {
            return CountPeriod.of(
                    chosen.orElseThrow(() -> fault("length")),
                    YearMonth.parse(month),
                    year.orElseThrow(() -> fault("begins")));
        } catch (DateTimeException malformed) {
            throw fault("month");
        }
    }

    private static ProblemException fault(String field) {
        return new ProblemException(Problem.inField("protection.counts-choose", field));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.counts.title");
    }

    private Html askPage(PageFrame frame, String length, String month, String begins) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), frame.zone()));
        CountsPage.Ask page = new CountsPage.Ask(
                forms.next(),
                Arrays.stream(CountPeriod.Length.values())
                        .map(one -> Choice.of(one.name(), CountWords.length(frame, one)))
                        .toList(),
                IntStream.range(0, MONTHS)
                        .mapToObj(now::minusMonths)
                        .map(one -> Choice.of(one.toString(), frame.month(one)))
                        .toList(),
                BEGINS.stream()
                        .map(one -> Choice.of(one.name(), CountWords.month(frame, one)))
                        .toList(),
                length,
                month.isEmpty() ? now.minusMonths(1).toString() : month,
                begins);
        PageFrame led = frame.withLead(Text.of("protection.counts.lead"));
        return Html.of(output -> JtecountsAskGenerated.render(output, null, led, page));
    }

    private static void requireCounter(Actor actor) {
        if (!Counts.mayCount(actor)) {
            throw new RefusedException("role");
        }
    }
}
