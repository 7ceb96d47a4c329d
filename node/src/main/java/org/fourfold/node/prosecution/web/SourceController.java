package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.ImportReport.Counted;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.SourceView;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.LateWriter;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JtesourceGenerated;
import org.fourfold.pages.prosecution.JtesourcesGenerated;
import org.fourfold.pages.prosecution.JteundoGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sources: the list, one of them, its export, and taking it back after a question. */
@Controller
public class SourceController {

    private final PageFrames frames;
    private final Prosecution prosecution;
    private final Access access;
    private final FormKeys formKeys;

    public SourceController(PageFrames frames, Prosecution prosecution, Access access, FormKeys formKeys) {
        this.frames = frames;
        this.prosecution = prosecution;
        this.access = access;
        this.formKeys = formKeys;
    }

    @GetMapping("/entities/sources")
    public Html sources(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> after) {
        Slice<Source> slice = prosecution.sources(viewer.actor(Purpose.INVESTIGATION), after);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.sources.title");
        Map<MemberId, String> names = access.displayNames(
                slice.rows().stream().map(Source::importedBy).distinct().toList());
        List<SourcePage.Row> rows = slice.rows().stream()
                .map(source -> new SourcePage.Row(
                        Paths.source(source.id()),
                        source.name(),
                        frame.moment(source.importedAt()),
                        names.getOrDefault(source.importedBy(), ""),
                        source.entities(),
                        source.refused(),
                        source.stands()))
                .toList();
        SourcePage.All page = new SourcePage.All(rows, slice.next(), after.isEmpty());
        return Html.of(output -> JtesourcesGenerated.render(output, null, frame, page));
    }

    @GetMapping("/entities/sources/{id:[0-9a-f-]{36}}")
    public Html source(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        SourceView view = view(viewer.actor(Purpose.INVESTIGATION), id);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.source.title");
        Source source = view.source();
        Wording words = new Wording(frame, FtmModel.shipped());
        Map<MemberId, String> names = access.displayNames(
                Stream.concat(Stream.of(source.importedBy()), source.undone().map(Source.Undone::by).stream())
                        .collect(Collectors.toSet()));
        SourcePage.One page = new SourcePage.One(
                Paths.source(source.id()),
                source.name(),
                frame.moment(source.importedAt()),
                names.getOrDefault(source.importedBy(), ""),
                source.reading(),
                source.sha256(),
                source.undone()
                        .map(undone ->
                                new SourcePage.Undone(names.getOrDefault(undone.by(), ""), frame.moment(undone.at()))),
                new SourcePage.Figures(
                        source.rows(),
                        source.fragments(),
                        source.entities(),
                        source.claims(),
                        source.refused(),
                        source.aside(),
                        0),
                counts(view.schemata(), words::schema),
                counts(view.countries(), words::country),
                counts(view.unknown(), UnaryOperator.identity()),
                Refusals.of(view.problems(), frame, source.stands() ? Optional.of(source.id()) : Optional.empty()),
                source.problems(),
                Paths.ofSource(source.id()));
        return Html.of(output -> JtesourceGenerated.render(output, null, frame, page));
    }

    @GetMapping("/entities/sources/{id:[0-9a-f-]{36}}/data.ftm.json")
    public void export(HttpServletResponse response, Viewer viewer, @PathVariable String id) throws IOException {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        SourceId source = SourceId.parse(id).orElseThrow(NotFoundException::new);
        try (Writer out = new LateWriter(() -> {
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader("Content-Disposition", "attachment; filename=\"data.ftm.json\"");
            return response.getWriter();
        })) {
            prosecution.export(actor, Optional.of(source), out);
        }
    }

    @GetMapping("/entities/sources/{id:[0-9a-f-]{36}}/undo")
    public Html ask(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        Source source = view(viewer.actor(Purpose.INVESTIGATION), id).source();
        if (!source.stands()) {
            return Html.seeOther(Paths.source(source.id()));
        }
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.source.undo");
        SourcePage.Undo page = new SourcePage.Undo(
                Paths.source(source.id()), source.name(), source.entities(), source.claims(), formKeys.next());
        return Html.of(output -> JteundoGenerated.render(output, null, frame, page));
    }

    @PostMapping("/entities/sources/{id:[0-9a-f-]{36}}/undo")
    public Html undo(Viewer viewer, @PathVariable String id, @RequestParam(FormKeys.FIELD) String formKey) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        SourceId source = SourceId.parse(id).orElseThrow(NotFoundException::new);
        return formKeys.once(viewer, formKey, () -> {
            prosecution.undo(actor, source);
            return Html.seeOther(Paths.source(source));
        });
    }

    private SourceView view(Actor actor, String id) {
        return SourceId.parse(id)
                .flatMap(known -> prosecution.source(actor, known))
                .orElseThrow(NotFoundException::new);
    }

    private static List<SourcePage.Count> counts(List<Counted> counted, UnaryOperator<String> words) {
        return counted.stream()
                .map(one -> new SourcePage.Count(words.apply(one.name()), one.count()))
                .toList();
    }
}
