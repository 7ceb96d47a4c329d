package org.fourfold.node.partnership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.partnership.DraftRequest;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.partnership.PublicationId;
import org.fourfold.node.registry.FigureRequest;
import org.fourfold.node.registry.FigureSeries;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.partnership.JtedraftGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that makes a draft. */
@Controller
public class DraftController {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    private final PageFrames frames;
    private final Partnership partnership;
    private final FormKeys formKeys;

    public DraftController(PageFrames frames, Partnership partnership, FormKeys formKeys) {
        this.frames = frames;
        this.partnership = partnership;
        this.formKeys = formKeys;
    }

    /** What was typed. */
    private record Typed(String series, String places, String kinds, String from, String to, String own) {

        FigureShape shape() {
            FigureShape.Level level = places.equals("COUNTRY") ? FigureShape.Level.COUNTRY : FigureShape.Level.REGION;
            return new FigureShape(level, kinds.equals("yes"));
        }
    }

    @GetMapping("/publications/new")
    public Html form(HttpServletRequest request, Viewer viewer) {
        Actor actor = Callers.publisher(viewer);
        PageFrame frame = frames.frame(request, viewer, Room.PARTNERSHIP, "partnership.draft.title");
        List<FigureSeries> offered = partnership.offered(actor);
        Typed typed = offered.isEmpty()
                ? new Typed("", "REGION", "yes", "", "", "")
                : new Typed(
                        offered.getFirst().code(),
                        "REGION",
                        "yes",
                        Integer.toString(offered.getFirst().firstYear()),
                        Integer.toString(offered.getFirst().lastYear()),
                        "");
        return show(frame, offered, typed);
    }

    @PostMapping("/publications/new")
    public Html draft(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String places,
            @RequestParam(defaultValue = "") String kinds,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String own) {
        Actor actor = Callers.publisher(viewer);
        Typed typed = new Typed(series, places, kinds, from.strip(), to.strip(), own);
        return formKeys.once(viewer, formKey, () -> {
            try {
                PublicationId id = partnership.draft(actor, request(typed));
                return Html.seeOther("/publications/" + id);
            } catch (ProblemException e) {
                PageFrame frame = frames.frame(request, viewer, Room.PARTNERSHIP, "partnership.draft.title")
                        .withProblems(e.problems());
                return show(frame, partnership.offered(actor), typed).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private static DraftRequest request(Typed typed) {
        OptionalInt from = year(typed.from());
        OptionalInt to = year(typed.to());
        List<Problem> problems = new ArrayList<>();
        if (from.isEmpty()) {
            problems.add(Problem.inField("partnership.year-form", "from"));
        }
        if (to.isEmpty()) {
            problems.add(Problem.inField("partnership.year-form", "to"));
        }
        if (from.isPresent() && to.isPresent() && to.getAsInt() < from.getAsInt()) {
            problems.add(Problem.inField("partnership.years-turned", "to"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new DraftRequest(
                new FigureRequest(typed.series(), typed.shape(), from.orElseThrow(), to.orElseThrow()),
                !typed.own().isEmpty());
    }

    private static OptionalInt year(String text) {
        return YEAR.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private Html show(PageFrame frame, List<FigureSeries> offered, Typed typed) {
        List<Choice> choices = offered.stream()
                .map(series -> Choice.of(series.code(), label(frame, series)))
                .toList();
        PublicationPages.Draft page = new PublicationPages.Draft(
                formKeys.next(),
                choices,
                typed.series(),
                typed.places(),
                typed.kinds(),
                typed.from(),
                typed.to(),
                PublicationController.ticked(typed.own()));
        return Html.of(output -> JtedraftGenerated.render(output, null, frame, page));
    }

    private static String label(PageFrame frame, FigureSeries series) {
        String code = series.code().substring(series.code().indexOf(':') + 1);
        return frame.text(
                "partnership.draft.series-label",
                Map.of(
                        "source",
                        code.equals(series.source()) ? code : series.source() + " (" + code + ")",
                        "what",
                        series.counted() == FigureSeries.Counted.INCIDENTS ? "incidents" : "counts",
                        "first",
                        Integer.toString(series.firstYear()),
                        "last",
                        Integer.toString(series.lastYear())));
    }
}
