package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.HubKind;
import org.fourfold.node.prosecution.IdentifierKind;
import org.fourfold.node.prosecution.Overlap;
import org.fourfold.node.prosecution.OverlapId;
import org.fourfold.node.prosecution.OverlapView;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prosecution.JteoverlapGenerated;
import org.fourfold.pages.prosecution.JteoverlapsGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Identifiers that stand in two sources or more: the list, one of them, and saying that many use it. */
@Controller
public class OverlapController {

    private static final String HUBS = "hubs";

    private final PageFrames frames;
    private final Prosecution prosecution;
    private final FormKeys formKeys;
    private final FtmModel model = FtmModel.shipped();

    public OverlapController(PageFrames frames, Prosecution prosecution, FormKeys formKeys) {
        this.frames = frames;
        this.prosecution = prosecution;
        this.formKeys = formKeys;
    }

    @GetMapping("/entities/overlaps")
    public Html overlaps(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String show,
            @RequestParam Optional<String> after) {
        Optional<IdentifierKind> known = IdentifierKind.parse(kind);
        boolean hubs = show.equals(HUBS);
        Slice<Overlap> slice = prosecution.overlaps(viewer.actor(Purpose.INVESTIGATION), known, hubs, after);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.overlaps.title")
                .withLead(Text.of("prosecution.overlaps.lead"));
        Wording wording = new Wording(frame, model);
        List<Choice> kinds = new ArrayList<>(List.of(Choice.of("", frame.text("prosecution.overlaps.all"))));
        for (IdentifierKind one : IdentifierKind.values()) {
            kinds.add(Choice.of(one.code(), wording.identifier(one)));
        }
        String chosen = known.map(IdentifierKind::code).orElse("");
        OverlapsPage.All page = new OverlapsPage.All(
                slice.rows().stream().map(one -> row(frame, wording, one)).toList(),
                kinds,
                chosen,
                List.of(
                        Choice.of("", frame.text("prosecution.overlaps.no-hubs")),
                        Choice.of(HUBS, frame.text("prosecution.overlaps.hubs"))),
                hubs,
                Paths.OVERLAPS + "?kind=" + chosen + "&show=" + (hubs ? HUBS : ""),
                slice.next(),
                after.isEmpty());
        return Html.of(output -> JteoverlapsGenerated.render(output, null, frame, page));
    }

    static OverlapsPage.Row row(PageFrame frame, Wording wording, Overlap overlap) {
        String probable = overlap.isProbablyHub() ? frame.text("prosecution.hub.probable") : "";
        return new OverlapsPage.Row(
                Paths.overlap(overlap.id()),
                overlap.value(),
                wording.identifier(overlap.kind()),
                overlap.sources(),
                overlap.entities(),
                overlap.hub()
                        .map(hub -> frame.text("prosecution.hub." + hub.code()))
                        .orElse(probable));
    }

    @GetMapping("/entities/overlaps/{id:[0-9a-f-]{36}}")
    public Html overlap(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        OverlapView view = OverlapId.parse(id)
                .flatMap(known -> prosecution.overlap(actor, known))
                .orElseThrow(NotFoundException::new);
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.overlap.title")
                .withLead(Text.of("prosecution.overlap.lead"));
        Wording wording = new Wording(frame, model);
        Overlap overlap = view.overlap();
        OverlapsPage.One page = new OverlapsPage.One(
                row(frame, wording, overlap),
                view.places().stream().map(place -> place(wording, place)).toList(),
                view.hidden(),
                new OverlapsPage.Hub(
                        Paths.overlap(overlap.id()) + "/hub",
                        formKeys.next(),
                        hubs(frame),
                        Set.of(overlap.hub().map(HubKind::code).orElse(""))));
        return Html.of(output -> JteoverlapGenerated.render(output, null, frame, page));
    }

    private static OverlapsPage.Place place(Wording wording, OverlapView.Place place) {
        return new OverlapsPage.Place(
                Paths.entity(place.entity().id()),
                wording.caption(place.entity().caption()),
                wording.schema(place.entity().schema()),
                wording.property(place.property()),
                place.entity().sourceName(),
                Paths.source(place.entity().source()));
    }

    private static List<Choice> hubs(PageFrame frame) {
        List<Choice> choices = new ArrayList<>(List.of(Choice.of("", frame.text("prosecution.hub.no"))));
        for (HubKind hub : HubKind.values()) {
            choices.add(Choice.of(hub.code(), frame.text("prosecution.hub." + hub.code())));
        }
        return choices;
    }

    @PostMapping("/entities/overlaps/{id:[0-9a-f-]{36}}/hub")
    public Html mark(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String hub) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        OverlapId known = OverlapId.parse(id).orElseThrow(NotFoundException::new);
        Optional<HubKind> kind = HubKind.parse(hub);
        if (kind.isEmpty() && !hub.isEmpty()) {
            throw new NotFoundException();
        }
        return formKeys.once(viewer, formKey, () -> {
            prosecution.markHub(actor, known, kind);
            return Html.seeOther(Paths.overlap(known));
        });
    }
}
