package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.EntityId;
import org.fourfold.node.prosecution.EntityView;
import org.fourfold.node.prosecution.EntityView.Claim;
import org.fourfold.node.prosecution.Neighbourhood;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.RowView;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JteentityGenerated;
import org.fourfold.pages.prosecution.JteneighboursGenerated;
import org.fourfold.pages.prosecution.JterowGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One entity: its claims, the row each of them stands in, and what stands next to it. */
@Controller
public class EntityController {

    private final PageFrames frames;
    private final Prosecution prosecution;
    private final FtmModel model = FtmModel.shipped();

    public EntityController(PageFrames frames, Prosecution prosecution) {
        this.frames = frames;
        this.prosecution = prosecution;
    }

    @GetMapping("/entities/{id:[0-9a-f-]{36}}")
    public Html entity(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        EntityView view = find(viewer.actor(Purpose.INVESTIGATION), id);
        PageFrame plain = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.entity.unnamed");
        Wording wording = new Wording(plain, model);
        PageFrame frame =
                plain.withTitle(Text.of("prosecution.entity.title", "caption", wording.caption(view.caption())));
        EntityPage page = new EntityPage(
                wording.schema(view.schema()),
                view.externalId(),
                view.source().name(),
                Paths.source(view.source().id()),
                groups(wording, view.source().id(), view.schema(), view.claims()),
                view.hiddenClaims(),
                view.shared().stream()
                        .map(overlap -> OverlapController.row(frame, wording, overlap))
                        .toList(),
                Paths.neighbours(view.id()));
        return Html.of(output -> JteentityGenerated.render(output, null, frame, page));
    }

    @GetMapping("/entities/{id:[0-9a-f-]{36}}/neighbours")
    public Html neighbours(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        EntityView view = find(actor, id);
        Neighbourhood near = prosecution.neighbours(actor, view.id());
        PageFrame plain = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.entity.near");
        Wording wording = new Wording(plain, model);
        PageFrame frame = plain.withTitle(
                        Text.of("prosecution.entity.near-title", "caption", wording.caption(view.caption())))
                .withLead(Text.of("prosecution.entity.near-lead"));
        NeighboursPage page = new NeighboursPage(
                view.id().toString(),
                wording.caption(view.caption()),
                wording.form(view.schema()),
                Paths.entity(view.id()),
                near.ties().stream().map(tie -> tie(frame, wording, tie)).toList(),
                near.hidden());
        return Html.of(output -> JteneighboursGenerated.render(output, null, frame, page));
    }

    private static NeighboursPage.Tie tie(PageFrame frame, Wording wording, Neighbourhood.Tie tie) {
        String property = wording.property(tie.property());
        String through = tie.through().map(one -> wording.schema(one.schema())).orElse("");
        NeighboursPage.Direction direction = tie.outward() ? NeighboursPage.Direction.OUT : NeighboursPage.Direction.IN;
        return new NeighboursPage.Tie(
                tie.other().id().toString(),
                wording.caption(tie.other()),
                Paths.entity(tie.other().id()),
                wording.schema(tie.other().schema()),
                wording.form(tie.other().schema()),
                frame.text(words(tie), "property", property),
                through.isEmpty() ? property : through,
                through.isEmpty() ? direction : NeighboursPage.Direction.NONE,
                through,
                tie.through().map(one -> Paths.entity(one.id())).orElse(""));
    }

    private static String words(Neighbourhood.Tie tie) {
        if (tie.through().isPresent()) {
            return "prosecution.entity.part";
        }
        return tie.outward() ? "prosecution.entity.outward" : "prosecution.entity.inward";
    }

    @GetMapping("/entities/sources/{source:[0-9a-f-]{36}}/rows/{row:[0-9]{1,12}}")
    public Html row(HttpServletRequest request, Viewer viewer, @PathVariable String source, @PathVariable long row) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        RowView view = SourceId.parse(source)
                .flatMap(known -> prosecution.row(actor, known, row))
                .orElseThrow(NotFoundException::new);
        PageFrame plain = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.row.title");
        PageFrame frame = plain.withTitle(Text.of("prosecution.row.title", "row", plain.number(row)));
        Wording wording = new Wording(frame, model);
        Map<EntityView.Target, List<Claim>> byEntity = new LinkedHashMap<>();
        view.said()
                .forEach(said -> byEntity.computeIfAbsent(said.entity(), entity -> new ArrayList<>())
                        .add(said.claim()));
        List<EntityPage.Of> all = byEntity.entrySet().stream()
                .map(one -> new EntityPage.Of(
                        wording.caption(one.getKey()),
                        wording.schema(one.getKey().schema()),
                        Paths.entity(one.getKey().id()),
                        groups(wording, view.source().id(), one.getKey().schema(), one.getValue())))
                .toList();
        EntityPage.Row page = new EntityPage.Row(
                view.source().name(), Paths.source(view.source().id()), all, view.hidden());
        return Html.of(output -> JterowGenerated.render(output, null, frame, page));
    }

    private EntityView find(Actor actor, String id) {
        return EntityId.parse(id)
                .flatMap(known -> prosecution.entity(actor, known))
                .orElseThrow(NotFoundException::new);
    }

    private static List<EntityPage.Group> groups(Wording wording, SourceId source, String schema, List<Claim> claims) {
        Map<String, List<EntityPage.Said>> byProperty = new LinkedHashMap<>();
        for (Claim claim : claims) {
            byProperty
                    .computeIfAbsent(claim.property(), property -> new ArrayList<>())
                    .add(new EntityPage.Said(
                            wording.value(schema, claim),
                            claim.target()
                                    .map(target -> Paths.entity(target.id()))
                                    .orElse(""),
                            claim.language(),
                            claim.original(),
                            claim.column(),
                            wording.place(claim),
                            Paths.row(source, claim.row())));
        }
        // What it is called stands first, whatever its letter.
        List<EntityPage.Group> groups = new ArrayList<>();
        byProperty.forEach((property, said) -> {
            EntityPage.Group group = new EntityPage.Group(wording.property(property), said);
            if (property.equals("name")) {
                groups.addFirst(group);
            } else {
                groups.add(group);
            }
        });
        return List.copyOf(groups);
    }
}
