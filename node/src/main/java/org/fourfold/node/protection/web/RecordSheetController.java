package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.ErasureReceipt;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RecordSheet;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.History;
import org.fourfold.node.trust.Ledger;
import org.fourfold.node.trust.ReaderCount;
import org.fourfold.node.trust.RecordSheets;
import org.fourfold.node.trust.Trust;
import org.fourfold.pages.protection.JtecustodyGenerated;
import org.fourfold.pages.protection.JtepersonSheetGenerated;
import org.fourfold.pages.protection.JteweekGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the record tells of a file, on paper: for a judge, for the person it is about; and for its owner, the week. */
@Controller
public class RecordSheetController {

    private final PageFrames frames;
    private final Protection protection;
    private final Consents consents;
    private final Organisations organisations;
    private final Demands demands;
    private final Trust trust;
    private final Ledger ledger;
    private final RecordSheets sheets;
    private final InstantSource clock;

    public RecordSheetController(
            PageFrames frames,
            Protection protection,
            Consents consents,
            Organisations organisations,
            Demands demands,
            Trust trust,
            Ledger ledger,
            InstantSource clock) {
        this.frames = frames;
        this.protection = protection;
        this.consents = consents;
        this.organisations = organisations;
        this.demands = demands;
        this.trust = trust;
        this.ledger = ledger;
        this.sheets = new RecordSheets(FileEvents.CHANGES, FileEvents.HANDINGS);
        this.clock = clock;
    }

    /** Held since, changed by nobody since, handed to whom. Of an erased file too. */
    @GetMapping("/files/{file}/custody")
    public Html custody(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        Actor actor = Paths.reviewer(viewer);
        Kept kept = kept(actor, id);
        History history = trust.history(actor, id.value(), ledger.latest());
        PageFrame frame = frame(request, viewer, Text.of("protection.custody.title", "number", kept.number()))
                .withLead(Text.of("protection.custody.lead"));
        RecordSheet sheet = sheets.of(frame, kept.number(), history, kept.erased(), clock.instant());
        return Html.of(output -> JtecustodyGenerated.render(output, null, frame, sheet, "/files/" + id + "/readers"));
    }

    private record Kept(String number, Optional<Instant> erased) {}

    private Kept kept(Actor actor, CaseFileId id) {
        try {
            return new Kept(protection.readers(actor, id).number().text(), Optional.empty());
        } catch (RefusedException notHere) {
            try {
                ErasureReceipt receipt = protection.receipt(actor, id);
                return new Kept(receipt.number().text(), Optional.of(receipt.erasedAt()));
            } catch (ProblemException neither) {
                throw notHere;
            }
        }
    }

    /** For the person: who has consulted what is kept about them, by role and day, in plain words. */
    @GetMapping("/files/{file}/readers/sheet")
    public Html person(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        Actor actor = Paths.reviewer(viewer);
        CaseFile found = protection.readers(actor, id);
        History history = trust.history(actor, id.value(), Optional.empty());
        PageFrame frame =
                frame(request, viewer, Text.of("protection.person.title")).withLead(Text.of("protection.person.lead"));
        PersonSheetPage page = new PersonSheetPage(
                found.number().text(),
                frame.moment(clock.instant()),
                PersonSheetPage.days(frame, history, demands.silenced(actor, id)),
                history.whole(),
                PersonSheetPage.went(
                        frame, consents.of(actor, id).handedOver(), ConsentWords.names(organisations.all())),
                "/files/" + id + "/readers");
        return Html.of(output -> JtepersonSheetGenerated.render(output, null, frame, page));
    }

    /** Which of the owner's files others consulted in the last seven days. */
    @GetMapping("/files/week")
    public Html week(HttpServletRequest request, Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        Map<UUID, CaseFile> own = protection.own(actor).stream()
                .collect(Collectors.toMap(file -> file.id().value(), file -> file));
        List<ReaderCount> counts = trust.readersSince(
                actor, own.keySet(), FileEvents.CONSULTED, clock.instant().minus(FileEvents.WEEK));
        PageFrame frame =
                frame(request, viewer, Text.of("protection.week.title")).withLead(Text.of("protection.week.lead"));
        WeekPage page = new WeekPage(counts.stream()
                .map(count -> new WeekPage.Line(
                        "/files/" + count.subject() + "/readers",
                        java.util.Objects.requireNonNull(own.get(count.subject()))
                                .number()
                                .text(),
                        count.members(),
                        count.times()))
                .toList());
        return Html.of(output -> JteweekGenerated.render(output, null, frame, page));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, Text title) {
        return frames.frame(request, viewer, Room.PROTECTION, Room.PROTECTION.purpose(), title);
    }
}
