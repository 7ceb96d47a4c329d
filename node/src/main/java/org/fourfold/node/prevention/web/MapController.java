package org.fourfold.node.prevention.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prevention.Duplicates;
import org.fourfold.node.prevention.ExportFormat;
import org.fourfold.node.prevention.IncidentPair;
import org.fourfold.node.prevention.Overview;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.prevention.StoredIncident;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;
import org.fourfold.node.registry.Registry;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.LateWriter;
import org.fourfold.node.shell.MonthChart;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prevention.JteincidentGenerated;
import org.fourfold.pages.prevention.JtemapGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The map of incidents, its rows, and both exports. */
@Controller
public class MapController {

    private final PageFrames frames;
    private final Prevention prevention;
    private final Duplicates duplicates;
    private final Places places;
    private final Cartographer cartographer;

    public MapController(PageFrames frames, Prevention prevention, Duplicates duplicates, Registry registry) {
        this.frames = frames;
        this.prevention = prevention;
        this.duplicates = duplicates;
        this.places = registry.places();
        this.cartographer = new Cartographer(places);
    }

    @GetMapping("/map")
    public Html map(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> after) {
        Actor actor = viewer.actor(Purpose.PREVENTION);
        FilterForm form = FilterForm.of(request);
        double cell =
                form.filter().place().isPresent() ? Cartographer.COUNTRY_CELL_DEGREES : Cartographer.WORLD_CELL_DEGREES;
        Overview overview = prevention.overview(actor, form.filter(), cell);
        Prevention.Choices choices = prevention.choices(actor);
        Slice<StoredIncident> slice = prevention.incidents(actor, form.filter(), after);
        PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.map.title")
                .withProblems(form.problems());
        Wording wording = new Wording(frame, places);
        MapPage page = new MapPage(
                form,
                placeChoices(frame, form.place()),
                choices(frame.text("prevention.filter.any-kind"), choices.kinds()),
                choices(frame.text("prevention.filter.any-source"), choices.sources()),
                form.filter()
                        .place()
                        .flatMap(places::find)
                        .map(wording::placeName)
                        .orElse(""),
                overview,
                cartographer.draw(form.filter().place(), overview, viewer.language(), code -> placeLink(form, code)),
                placeRows(form, overview, viewer.language()),
                chart(frame, form, overview),
                slice.rows().stream().map(wording::row).toList(),
                slice.next(),
                after.isEmpty());
        return Html.of(output -> JtemapGenerated.render(output, null, frame, page));
    }

    private static String placeLink(FilterForm form, PlaceCode code) {
        return form.link("/map", Map.of("place", code.text()));
    }

    private List<MapPage.PlaceRow> placeRows(FilterForm form, Overview overview, Language language) {
        return overview.byPlace().entrySet().stream()
                .sorted(Map.Entry.<PlaceCode, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new MapPage.PlaceRow(
                        places.find(entry.getKey())
                                .map(place -> place.name(language))
                                .orElse(entry.getKey().text()),
                        entry.getValue(),
                        placeLink(form, entry.getKey())))
                .toList();
    }

    private static MonthChart chart(PageFrame frame, FilterForm form, Overview overview) {
        return MonthChart.bars(
                frame.text("prevention.map.chart"),
                overview.months().stream()
                        .skip(Math.max(0, overview.months().size() - MonthChart.POINTS_MAX))
                        .map(month -> new MonthChart.Point(
                                month.month(),
                                month.count(),
                                Optional.of(form.link(
                                        "/map",
                                        Map.of(
                                                "from",
                                                month.month().atDay(1).toString(),
                                                "to",
                                                month.month().atEndOfMonth().toString())))))
                        .toList());
    }

    /** Countries in the order of the reader's language; under the chosen country its regions. */
    private List<Choice> placeChoices(PageFrame frame, String chosen) {
        Collator order = Collator.getInstance(frame.language().locale());
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", frame.text("prevention.filter.any-place")));
        Optional<PlaceCode> country = PlaceCode.parse(chosen).map(PlaceCode::country);
        places.countries().stream()
                .sorted(Comparator.comparing(place -> place.name(frame.language()), order::compare))
                .forEach(place -> {
                    choices.add(Choice.of(place.code().text(), place.name(frame.language())));
                    if (country.isPresent() && country.get().equals(place.code())) {
                        places.regionsOf(place.code())
                                .forEach(region -> choices.add(
                                        Choice.of(region.code().text(), "– " + region.name(frame.language()))));
                    }
                });
        return choices;
    }

    private static List<Choice> choices(String any, List<String> values) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", any));
        values.stream().filter(value -> !value.isEmpty()).forEach(value -> choices.add(Choice.of(value, value)));
        return choices;
    }

    @GetMapping("/map/incidents/{id}")
    public Html incident(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        UUID uuid = uuid(id).orElseThrow(NotFoundException::new);
        Actor actor = viewer.actor(Purpose.PREVENTION);
        StoredIncident stored = prevention.incident(actor, uuid).orElseThrow(NotFoundException::new);
        List<String> same = duplicates.sameAs(actor, uuid).stream()
                .map(other -> DuplicatesPage.path(IncidentPair.of(uuid, other)))
                .toList();
        PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.incident.title");
        IncidentPage page =
                IncidentPage.of(stored, frame, new Wording(frame, places)).with(same);
        return Html.of(output -> JteincidentGenerated.render(output, null, frame, page));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/map/data.csv")
    public void csv(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        export(request, response, viewer, ExportFormat.CSV);
    }

    @GetMapping("/map/data.geojson")
    public void geoJson(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        export(request, response, viewer, ExportFormat.GEOJSON);
    }

    private void export(HttpServletRequest request, HttpServletResponse response, Viewer viewer, ExportFormat format)
            throws IOException {
        Actor actor = viewer.actor(Purpose.PREVENTION);
        try (Writer out = new LateWriter(() -> {
            response.setContentType(format.contentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Disposition", "attachment; filename=\"data." + format.extension() + "\"");
            return response.getWriter();
        })) {
            prevention.export(actor, FilterForm.of(request).filter(), format, out);
        }
    }
}
