package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.OwnSheet;
import org.fourfold.node.protection.Permissions;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.protection.Spoken.Recording;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.History;
import org.fourfold.node.trust.Trust;
import org.fourfold.pages.protection.JteownPaperGenerated;
import org.fourfold.pages.protection.JteownViewGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The person's own view: what is kept, who consulted it, who received what, read together by default; and a short neutral
 * sheet to take along, by whose number anybody in the house takes back what was agreed.
 */
@Controller
public class OwnViewController {

    private final PageFrames frames;
    private final Protection protection;
    private final Consents consents;
    private final Demands demands;
    private final Identification identification;
    private final Instruments instruments;
    private final Organisations organisations;
    private final Recordings recordings;
    private final Trust trust;
    private final InstantSource clock;

    public OwnViewController(
            PageFrames frames,
            Protection protection,
            Consents consents,
            Demands demands,
            Identification identification,
            Instruments instruments,
            Organisations organisations,
            Recordings recordings,
            Trust trust,
            InstantSource clock) {
        this.frames = frames;
        this.protection = protection;
        this.consents = consents;
        this.demands = demands;
        this.identification = identification;
        this.instruments = instruments;
        this.organisations = organisations;
        this.recordings = recordings;
        this.trust = trust;
        this.clock = clock;
    }

    @GetMapping("/files/{file}/own")
    public Html own(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        Actor actor = Paths.reviewer(viewer);
        FileView view = protection.withPerson(actor, id);
        Permissions permissions = consents.of(actor, id);
        History history = trust.history(actor, id.value(), Optional.empty());
        PageFrame frame = frame(request, viewer, "protection.own.title").withLead(Text.of("protection.own.lead"));
        Map<OrganisationId, String> names = ConsentWords.names(organisations.all());
        List<Recording> recorded = recordings.of(viewer);
        String path = "/files/" + id;
        Instant now = clock.instant();
        OwnViewPage page = new OwnViewPage(
                view.file().number().text(),
                held(frame, view, path),
                notes(view),
                conversations(frame, actor, view),
                Recordings.players(frame, recorded, Spoken.Text.OWN),
                PersonSheetPage.days(frame, history, demands.silenced(actor, id)),
                history.whole(),
                permissions.consents().stream()
                        .filter(one -> one.holds(now))
                        .map(one -> ConsentPage.Line.of(
                                frame, permissions, one, names, Recordings.names(frame, recorded), now))
                        .toList(),
                PersonSheetPage.went(frame, permissions.handedOver(), names),
                path);
        return Html.of(output -> JteownViewGenerated.render(output, null, frame, page));
    }

    /** Nothing on it says what this house is, and nothing that was told. */
    @GetMapping("/files/{file}/own/paper")
    public Html paper(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String wanted) {
        CaseFileId id = Paths.file(file);
        OwnSheet sheet = protection.sheet(Paths.reviewer(viewer), id, !wanted.isEmpty());
        PageFrame frame = frame(request, viewer, "protection.own.paper");
        String back = "/files/" + id + "/own";
        return Html.of(output -> JteownPaperGenerated.render(output, null, frame, sheet, back));
    }

    /** What was told; what nobody asked is left out, for this page is read aloud. */
    private static List<Row> held(PageFrame frame, FileView view, String path) {
        List<Row> rows = new ArrayList<>();
        for (Question question : Question.values()) {
            for (Field field : question.fields()) {
                if (view.answers().given(field).isPresent()) {
                    String to = view.writable().contains(field.group()) ? path + "/answers/" + question.path() : "";
                    rows.add(Showing.row(frame, field, view.answers().of(field), to));
                }
            }
        }
        return rows;
    }

    /** Conversations that were held, as far as the reader may read them: when, who was there, and what was said. */
    private List<OwnViewPage.Conversation> conversations(PageFrame frame, Actor actor, FileView view) {
        if (!view.shown().contains(FieldGroup.NARRATIVE)) {
            return List.of();
        }
        return identification.screenings(actor, view.file().id()).all().stream()
                .flatMap(one -> instruments
                        .find(one.setting().instrument(), one.setting().version())
                        .map(instrument -> new OwnViewPage.Conversation(
                                Showing.date(frame, one.setting().toldOn()),
                                IdentificationWords.room(frame, one.setting()),
                                IdentificationWords.replies(frame, instrument, one.replies(), "").stream()
                                        .filter(Row::given)
                                        .toList()))
                        .stream())
                .toList();
    }

    private static List<NoteLine> notes(FileView view) {
        return view.notes().stream()
                .filter(Note::stands)
                .map(note -> new NoteLine(
                        note.text(),
                        "",
                        note.writtenAt(),
                        note.toldOn(),
                        note.revision().number(),
                        Optional.empty(),
                        ""))
                .toList();
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, String title) {
        return frames.frame(request, viewer, Room.PROTECTION, title);
    }
}
