package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.EntityId;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.SearchRequest;
import org.fourfold.node.prosecution.SearchResult;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JtesearchGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search. Words travel in the body and come back in the form; an address holds at most kinds, sources, countries. */
@Controller
public class SearchController {

    private static final String AFTER = "after";

    private final PageFrames frames;
    private final Prosecution prosecution;
    private final FtmModel model = FtmModel.shipped();

    public SearchController(PageFrames frames, Prosecution prosecution) {
        this.frames = frames;
        this.prosecution = prosecution;
    }

    @GetMapping("/entities")
    public Html start(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String schema,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String country) {
        return show(request, viewer, new SearchPage.Asked("", schema, known(source), country), Optional.empty());
    }

    @PostMapping("/entities")
    public Html search(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String schema,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String pick) {
        int colon = pick.indexOf(':');
        String part = colon < 0 ? "" : pick.substring(0, colon);
        String value = pick.substring(colon + 1);
        SearchPage.Asked asked = new SearchPage.Asked(
                words,
                part.equals("schema") ? value : schema,
                known(part.equals("source") ? value : source),
                part.equals("country") ? value : country);
        return show(request, viewer, asked, part.equals(AFTER) ? EntityId.parse(value) : Optional.empty());
    }

    private static String known(String source) {
        return SourceId.parse(source).map(SourceId::toString).orElse("");
    }

    private Html show(HttpServletRequest request, Viewer viewer, SearchPage.Asked asked, Optional<EntityId> after) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.search.title")
                .withLead(Text.of("prosecution.search.lead"));
        boolean nothing = asked.words().isBlank()
                && asked.schema().isEmpty()
                && asked.source().isEmpty()
                && asked.country().isEmpty();
        SearchPage page = nothing ? begin(actor, frame, asked) : found(actor, frame, asked, after);
        return Html.of(output -> JtesearchGenerated.render(output, null, frame, page));
    }

    private SearchPage begin(Actor actor, PageFrame frame, SearchPage.Asked asked) {
        List<SearchPage.Start> sources = prosecution.sources(actor, Optional.empty()).rows().stream()
                .filter(Source::stands)
                .map(source -> new SearchPage.Start(
                        Paths.ofSource(source.id()), source.name(), frame.number(source.entities())))
                .toList();
        return new SearchPage(asked, false, 0, false, List.of(), List.of(), Optional.empty(), false, sources);
    }

    private SearchPage found(Actor actor, PageFrame frame, SearchPage.Asked asked, Optional<EntityId> after) {
        Wording wording = new Wording(frame, model);
        SearchRequest question = new SearchRequest(
                asked.words(), given(asked.schema()), SourceId.parse(asked.source()), given(asked.country()), after);
        SearchResult result = prosecution.search(actor, question);
        List<SearchPage.Line> lines =
                result.hits().stream().map(hit -> line(wording, hit)).toList();
        List<SearchPage.Facet> facets = List.of(
                facet(frame, "schema", asked.schema(), result.schemata(), wording::schema),
                facet(frame, "country", asked.country(), result.countries(), wording::country),
                facet(frame, "source", asked.source(), result.sources(), code -> sourceName(result, code)));
        return new SearchPage(
                asked,
                true,
                result.found(),
                result.more(),
                lines,
                facets,
                result.next().map(id -> AFTER + ":" + id),
                after.isPresent(),
                List.of());
    }

    static SearchPage.Line line(Wording wording, SearchResult.Hit hit) {
        return new SearchPage.Line(
                Paths.entity(hit.id()),
                wording.caption(hit.caption()),
                wording.schema(hit.schema()),
                hit.countries().stream().map(wording::country).collect(Collectors.joining(", ")),
                hit.sourceName());
    }

    private static SearchPage.Facet facet(
            PageFrame frame,
            String name,
            String chosen,
            List<SearchResult.Facet> values,
            UnaryOperator<String> wording) {
        return new SearchPage.Facet(
                name,
                frame.text("prosecution.search." + name),
                chosen.isEmpty() ? "" : wording.apply(chosen),
                values.stream()
                        .map(value -> new SearchPage.Value(
                                name + ":" + value.code(), wording.apply(value.code()), frame.number(value.count())))
                        .toList());
    }

    private static String sourceName(SearchResult result, String code) {
        return result.sources().stream()
                .filter(facet -> facet.code().equals(code))
                .map(SearchResult.Facet::name)
                .findFirst()
                .orElse(code);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
