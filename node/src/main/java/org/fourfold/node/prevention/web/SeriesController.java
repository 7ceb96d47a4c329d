package org.fourfold.node.prevention.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.prevention.SeriesFilter;
import org.fourfold.node.prevention.SeriesSummary;
import org.fourfold.node.prevention.SeriesView;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.MonthChart;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prevention.JteoneSeriesGenerated;
import org.fourfold.pages.prevention.JteseriesGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Series of counts: which there are, and one of them by month. */
@Controller
public class SeriesController {

    private final PageFrames frames;
    private final Prevention prevention;

    public SeriesController(PageFrames frames, Prevention prevention) {
        this.frames = frames;
        this.prevention = prevention;
    }

    @GetMapping("/map/series")
    public Html all(HttpServletRequest request, Viewer viewer) {
        PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.series.title");
        List<SeriesPage.Row> rows = prevention.series(viewer.actor(Purpose.PREVENTION)).stream()
                .map(series -> row(series, frame))
                .toList();
        return Html.of(output -> JteseriesGenerated.render(output, null, frame, new SeriesPage.All(rows)));
    }

    private static SeriesPage.Row row(SeriesSummary series, PageFrame frame) {
        return new SeriesPage.Row(
                "/map/series/" + series.code(),
                name(frame, series.code()),
                series.source(),
                frame.text(
                        "prevention.when.between",
                        Map.of("from", frame.date(series.from()), "to", frame.date(series.to()))),
                series.observations(),
                frame.date(series.vintages().getFirst()));
    }

    private static String name(PageFrame frame, String code) {
        String key = "prevention.series." + code;
        return frame.messages().has(key) ? frame.text(key) : code;
    }

    @GetMapping("/map/series/{code}")
    public Html one(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String vintage) {
        SeriesFilter filter = new SeriesFilter(code, given(measure), given(place), day(vintage));
        SeriesView view =
                prevention.series(viewer.actor(Purpose.PREVENTION), filter).orElseThrow(NotFoundException::new);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PREVENTION,
                        Room.PREVENTION.purpose(),
                        Text.of("prevention.one-series.title"))
                .withLead(Text.of("prevention.one-series.lead", "name", "")
                        .with(
                                "name",
                                name(frames.frame(request, viewer, Room.PREVENTION, "prevention.series.title"), code))
                        .with("source", view.summary().source()));
        SeriesPage.One page = new SeriesPage.One(
                "/map/series/" + code,
                view.summary().source(),
                choices(frame.text("prevention.filter.any-place"), view.places()),
                place,
                choices(frame.text("prevention.filter.any-measure"), view.measures()),
                measure,
                choices(
                        frame.text("prevention.filter.newest"),
                        view.summary().vintages().stream()
                                .map(LocalDate::toString)
                                .toList()),
                vintage,
                chart(frame, view),
                view.months().stream().mapToLong(SeriesView.Month::sum).sum(),
                view.months().stream()
                        .mapToLong(SeriesView.Month::withoutNumber)
                        .sum());
        return Html.of(output -> JteoneSeriesGenerated.render(output, null, frame, page));
    }

    /** A month whose cells all say NA or nothing has no point: that is not the same as none counted. */
    private static MonthChart chart(PageFrame frame, SeriesView view) {
        return MonthChart.line(
                frame.text("prevention.one-series.chart"),
                view.months().stream()
                        .filter(month -> month.figures() > 0)
                        .map(month -> MonthChart.Point.of(month.month(), month.sum()))
                        .toList());
    }

    private static List<Choice> choices(String any, List<String> values) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", any));
        values.forEach(value -> choices.add(Choice.of(value, value)));
        return choices;
    }

    private static Optional<String> given(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
