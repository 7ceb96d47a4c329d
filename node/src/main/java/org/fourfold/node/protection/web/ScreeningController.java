package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.ScreeningDraft;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.ScreeningWriting;
import org.fourfold.node.protection.Screenings;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RevisionConflictException;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtescreeningGenerated;
import org.fourfold.pages.protection.JtescreeningsGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversations of a file: the list, reading one, checking and keeping what was typed. */
@Controller
public class ScreeningController {

    private final PageFrames frames;
    private final Identification identification;
    private final Instruments instruments;
    private final Access access;
    private final FormKeys forms;
    private final RandomGenerator random;

    public ScreeningController(
            PageFrames frames,
            Identification identification,
            Instruments instruments,
            Access access,
            FormKeys forms,
            RandomGenerator random) {
        this.frames = frames;
        this.identification = identification;
        this.instruments = instruments;
        this.access = access;
        this.forms = forms;
        this.random = random;
    }

    @GetMapping("/files/{file}/conversations")
    public Html list(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        Screenings all = identification.screenings(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.conversations.title",
                                "number",
                                all.file().number().text()))
                .withLead(Text.of("protection.conversations.lead"));
        String path = path(id);
        ScreeningsPage page = new ScreeningsPage(
                path,
                "/files/" + id,
                all.all().stream().map(one -> line(frame, one, path)).toList(),
                all.drafts().stream().map(draft -> goOn(path, draft)).toList(),
                instruments.firstContact().follows(),
                all.mayWrite());
        return Html.of(output -> JtescreeningsGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/{file}/conversations")
    public Html begin(@PathVariable String file) {
        return Html.seeOther(path(Paths.file(file)) + "/" + ScreeningId.random(random) + "/begin");
    }

    @GetMapping("/files/{file}/conversations/{conversation}")
    public Html conversation(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String conversation) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        Screenings all = identification.screenings(Paths.actor(viewer), id);
        Screening one = all.all().stream()
                .filter(other -> other.id().equals(meant))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Map<MemberId, String> names = access.displayNames(Set.of(one.typist()));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.conversation.title");
        ScreeningInstrument instrument = instrument(one.setting());
        ScreeningPage page = new ScreeningPage(
                path(id),
                "",
                "",
                all.mayWrite() ? path(id) + "/" + meant + "/correct" : "",
                "",
                IdentificationWords.warnings(frame, one.setting()),
                IdentificationWords.setting(frame, one.setting(), names.getOrDefault(one.typist(), ""), ""),
                frame.moment(one.typedAt()),
                named(frame, instrument),
                one.revision().number(),
                IdentificationWords.replies(frame, instrument, one.replies(), ""));
        return Html.of(output -> JtescreeningGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/{file}/conversations/{conversation}/correct")
    public Html correct(Viewer viewer, @PathVariable String file, @PathVariable String conversation) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        identification.correct(Paths.actor(viewer), id, meant);
        return Html.seeOther(path(id) + "/" + meant + "/check");
    }

    @GetMapping("/files/{file}/conversations/{conversation}/check")
    public Html check(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String conversation) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        ScreeningDraft draft = identification
                .draft(Paths.actor(viewer), id, meant)
                .orElseThrow(() -> new ProblemException(Problem.of("protection.conversation-gone")));
        String own = path(id) + "/" + meant;
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.conversation.check");
        if (draft.setting().isEmpty()) {
            return Html.seeOther(own + "/begin");
        }
        Screening.Setting setting = draft.setting().get();
        ScreeningInstrument instrument = instrument(setting);
        String mine = access.displayNames(Set.of(viewer.member())).getOrDefault(viewer.member(), "");
        ScreeningPage page = new ScreeningPage(
                path(id),
                forms.next(),
                own + "/check",
                "",
                own + "/drop",
                IdentificationWords.warnings(frame, setting),
                IdentificationWords.setting(frame, setting, mine, own + "/begin"),
                "",
                named(frame, instrument),
                draft.base() + 1,
                IdentificationWords.replies(frame, instrument, draft.replies(), own + "/ask/"));
        return Html.of(output -> JtescreeningGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/{file}/conversations/{conversation}/check")
    public Html keep(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String conversation,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        Actor actor = Paths.actor(viewer);
        return forms.once(viewer, key, () -> switch (identification.write(actor, id, meant)) {
            case ScreeningWriting.Written written -> Html.seeOther(path(id) + "/" + meant);
            case ScreeningWriting.Conflict(Screening stored, ScreeningDraft typed) -> {
                PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.conversation.check");
                throw new RevisionConflictException(
                        path(id) + "/" + meant,
                        List.of(new RevisionConflictException.Difference(
                                "protection.conversation.title",
                                words(frame, stored.setting(), stored.replies()),
                                words(frame, typed.setting().orElse(stored.setting()), typed.replies()))));
            }
        });
    }

    @PostMapping("/files/{file}/conversations/{conversation}/drop")
    public Html drop(Viewer viewer, @PathVariable String file, @PathVariable String conversation) {
        CaseFileId id = Paths.file(file);
        identification.drop(Paths.actor(viewer), id, Paths.screening(conversation));
        return Html.seeOther(path(id));
    }

    private String words(PageFrame frame, Screening.Setting setting, org.fourfold.node.protection.Replies replies) {
        return IdentificationWords.replies(frame, instrument(setting), replies, "").stream()
                .map(row -> row.term() + "\n" + row.value())
                .collect(Collectors.joining("\n\n"));
    }

    private ScreeningsPage.Line line(PageFrame frame, Screening one, String path) {
        return new ScreeningsPage.Line(
                path + "/" + one.id(),
                Showing.date(frame, one.setting().toldOn()),
                frame.moment(one.typedAt()),
                named(frame, instrument(one.setting())),
                IdentificationWords.room(frame, one.setting()),
                IdentificationWords.warnings(frame, one.setting()));
    }

    /** What was begun goes on at the first question that has no answer yet. */
    private String goOn(String path, ScreeningDraft draft) {
        String own = path + "/" + draft.id();
        return draft.setting()
                .flatMap(setting -> instrument(setting).indicators().stream()
                        .filter(indicator -> !draft.replies().byIndicator().containsKey(indicator.id()))
                        .findFirst())
                .map(indicator -> own + "/ask/" + indicator.id())
                .orElse(own + "/" + (draft.setting().isEmpty() ? "begin" : "check"));
    }

    private ScreeningInstrument instrument(Screening.Setting setting) {
        return instruments
                .find(setting.instrument(), setting.version())
                .orElseThrow(() -> new IllegalStateException("a conversation names an instrument there is not"));
    }

    private static String named(PageFrame frame, ScreeningInstrument instrument) {
        return frame.text(
                "protection.conversation.instrument",
                Map.of("title", instrument.title().in(frame.language()), "version", instrument.version()));
    }

    private static String path(CaseFileId id) {
        return "/files/" + id + "/conversations";
    }
}
