package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.Source;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.internal.Events;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RecordSheet;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.History;
import org.fourfold.node.trust.Ledger;
import org.fourfold.node.trust.RecordSheets;
import org.fourfold.node.trust.Trust;
import org.fourfold.pages.prosecution.JtecustodyGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the record shows of a source or an investigation, for a judge: held since, changed when, handed to whom. */
@Controller
public class CustodyController {

    private static final RecordSheets INVESTIGATION = new RecordSheets(
            Set.of(
                    Events.INVESTIGATION_OPENED,
                    Events.INVESTIGATION_CLOSED,
                    Events.DOCKET_ENTERED,
                    Events.DOCKET_STRUCK),
            Set.of());
    private static final RecordSheets SOURCE =
            new RecordSheets(Set.of(Events.IMPORTED, Events.UNDONE), Set.of(Events.EXPORTED));

    private final PageFrames frames;
    private final Investigations investigations;
    private final Prosecution prosecution;
    private final Trust trust;
    private final Ledger ledger;
    private final InstantSource clock;

    public CustodyController(
            PageFrames frames,
            Investigations investigations,
            Prosecution prosecution,
            Trust trust,
            Ledger ledger,
            InstantSource clock) {
        this.frames = frames;
        this.investigations = investigations;
        this.prosecution = prosecution;
        this.trust = trust;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/investigations/{id}/custody")
    public Html investigation(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        Actor actor = InvestigationController.actor(viewer);
        InvestigationId asked = InvestigationController.id(id);
        String title = investigations
                .view(actor, asked)
                .orElseThrow(NotFoundException::new)
                .investigation()
                .title();
        return page(request, viewer, actor, INVESTIGATION, asked.value(), title, "/investigations/" + asked);
    }

    @GetMapping("/entities/sources/{id:[0-9a-f-]{36}}/custody")
    public Html source(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        Source source = SourceId.parse(id)
                .flatMap(asked -> prosecution.source(actor, asked))
                .orElseThrow(NotFoundException::new)
                .source();
        String what = source.name() + " · SHA-256 " + source.sha256();
        return page(request, viewer, actor, SOURCE, source.id().value(), what, Paths.source(source.id()));
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            Actor actor,
            RecordSheets sheets,
            UUID subject,
            String what,
            String back) {
        History history = trust.history(actor, subject, ledger.latest());
        PageFrame frame = frames.frame(request, viewer, Room.PROSECUTION, "prosecution.custody.title")
                .withLead(Text.of("prosecution.custody.lead"));
        RecordSheet sheet = sheets.of(frame, what, history, Optional.empty(), clock.instant());
        return Html.of(output -> JtecustodyGenerated.render(output, null, frame, sheet, back));
    }
}
