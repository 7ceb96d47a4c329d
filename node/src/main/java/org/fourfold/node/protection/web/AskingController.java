package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Replies;
import org.fourfold.node.protection.Screening.Setting;
import org.fourfold.node.protection.ScreeningDraft;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.ScreeningInstrument;
import org.fourfold.node.protection.ScreeningInstrument.Indicator;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtequestionGenerated;
import org.fourfold.pages.protection.JtescreeningBeginGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Holding a conversation: how it is held, then one question a page, each kept as it is answered. */
@Controller
public class AskingController {

    private final PageFrames frames;
    private final Identification identification;
    private final Instruments instruments;
    private final FormKeys forms;
    private final RightsSaid rights;
    private final InstantSource clock;

    public AskingController(
            PageFrames frames,
            Identification identification,
            Instruments instruments,
            FormKeys forms,
            RightsSaid rights,
            InstantSource clock) {
        this.frames = frames;
        this.identification = identification;
        this.instruments = instruments;
        this.forms = forms;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/files/{file}/conversations/{conversation}/begin")
    public Html begin(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String conversation) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        Optional<Setting> kept =
                identification.draft(Paths.actor(viewer), id, meant).flatMap(ScreeningDraft::setting);
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.conversation.begin");
        return beginPage(
                frame,
                viewer,
                id,
                meant,
                ScreeningForm.typed(kept, LocalDate.ofInstant(clock.instant(), frame.zone())));
    }

    @PostMapping("/files/{file}/conversations/{conversation}/begin")
    public Html begun(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String conversation,
            @RequestParam(defaultValue = "") List<String> told,
            @RequestParam(defaultValue = "") String asker,
            @RequestParam(defaultValue = "") List<String> room,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String role) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        ScreeningBeginPage.Typed typed =
                new ScreeningBeginPage.Typed(told, asker, new HashSet<>(room), interpreter, language, role);
        Actor actor = Paths.actor(viewer);
        ScreeningInstrument instrument =
                identification.draft(actor, id, meant).map(this::instrument).orElseGet(instruments::firstContact);
        try {
            ScreeningDraft draft = identification.keep(
                    actor, id, meant, Optional.of(ScreeningForm.setting(typed, instrument)), Replies.NONE);
            boolean asked = !draft.replies().byIndicator().isEmpty();
            String first = instrument.indicators().getFirst().id();
            return Html.seeOther(path(id, meant) + (asked ? "/check" : "/ask/" + first));
        } catch (ProblemException faults) {
            PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.conversation.begin")
                    .withProblems(faults.problems());
            return beginPage(frame, viewer, id, meant, typed).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/files/{file}/conversations/{conversation}/ask/{indicator}")
    public Html ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String conversation,
            @PathVariable String indicator) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        ScreeningDraft draft = draft(viewer, id, meant);
        if (draft.setting().isEmpty()) {
            return Html.seeOther(path(id, meant) + "/begin");
        }
        return questionPage(request, viewer, id, draft, asked(draft, indicator), Map.of(), List.of());
    }

    @PostMapping("/files/{file}/conversations/{conversation}/ask/{indicator}")
    public Html answered(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String conversation,
            @PathVariable String indicator,
            @RequestParam MultiValueMap<String, String> sent) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        ScreeningDraft draft = draft(viewer, id, meant);
        Indicator asked = asked(draft, indicator);
        try {
            Replies newer = OpeningController.silence(sent)
                    .map(silence -> Replies.NONE.with(asked, silence.answer()))
                    .orElseGet(() -> Replies.NONE.parsed(asked, Paths.form(sent)));
            if (!sent.containsKey("save") || says(draft, asked, newer)) {
                identification.keep(Paths.actor(viewer), id, meant, Optional.empty(), newer);
            }
        } catch (ProblemException faults) {
            return questionPage(request, viewer, id, draft, asked, Paths.form(sent), faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String own = path(id, meant);
        if (sent.containsKey("save")) {
            return Html.seeOther(own + "/ask/" + asked.id());
        }
        return Html.seeOther(instrument(draft)
                .next(asked)
                .map(next -> own + "/ask/" + next.id())
                .orElse(own + "/check"));
    }

    @PostMapping("/files/{file}/conversations/{conversation}/ask/{indicator}/draft")
    public ResponseEntity<Void> typing(
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String conversation,
            @PathVariable String indicator,
            @RequestParam MultiValueMap<String, String> sent) {
        CaseFileId id = Paths.file(file);
        ScreeningId meant = Paths.screening(conversation);
        ScreeningDraft draft = draft(viewer, id, meant);
        Indicator asked = asked(draft, indicator);
        Replies newer = Replies.NONE.parsed(asked, Paths.form(sent));
        if (says(draft, asked, newer)) {
            identification.keep(Paths.actor(viewer), id, meant, Optional.empty(), newer);
        }
        return ResponseEntity.noContent().build();
    }

    /** An empty form that is only kept for later says nothing: the question is put again when the conversation goes on. */
    private static boolean says(ScreeningDraft draft, Indicator asked, Replies newer) {
        return !(newer.of(asked) instanceof Answer.NotAsked<String>)
                || draft.replies().byIndicator().containsKey(asked.id());
    }

    private Html questionPage(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            ScreeningDraft draft,
            Indicator asked,
            Map<String, List<String>> typed,
            List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.conversation.title")
                .withProblems(problems);
        ScreeningInstrument instrument = instrument(draft);
        String own = path(id, draft.id());
        String action = own + "/ask/" + asked.id();
        QuestionPage page = new QuestionPage(
                action,
                action + "/draft",
                forms.next(),
                instrument.indicators().indexOf(asked) + 1,
                instrument.indicators().size(),
                instrument
                        .previous(asked)
                        .map(before -> own + "/ask/" + before.id())
                        .orElse(own + "/begin"),
                List.of(),
                List.of(),
                List.of(IdentificationWords.input(frame, asked, draft.replies(), typed)),
                own + "/drop");
        return Html.of(output -> JtequestionGenerated.render(output, null, frame, page));
    }

    private Html beginPage(
            PageFrame frame, Viewer viewer, CaseFileId id, ScreeningId meant, ScreeningBeginPage.Typed typed) {
        ScreeningBeginPage page = new ScreeningBeginPage(
                path(id, meant) + "/begin",
                "/files/" + id + "/conversations",
                forms.next(),
                rights.all(frame),
                rights.heard(frame, viewer),
                Showing.input(
                        frame,
                        ScreeningForm.TOLD,
                        frame.text("protection.conversation.told"),
                        frame.text("protection.conversation.told-hint"),
                        List.of(),
                        "",
                        Optional.of(typed.told())),
                IdentificationWords.room(frame),
                List.of(
                        Choice.of("no", frame.text("protection.conversation.interpreter.no")),
                        Choice.of("yes", frame.text("protection.conversation.interpreter.yes"))),
                ConsentWords.languages(frame),
                IdentificationWords.roles(frame),
                typed);
        PageFrame lead = frame.withLead(Text.of("protection.conversation.begin-lead"));
        return Html.of(output -> JtescreeningBeginGenerated.render(output, null, lead, page));
    }

    private ScreeningDraft draft(Viewer viewer, CaseFileId id, ScreeningId meant) {
        return identification
                .draft(Paths.actor(viewer), id, meant)
                .orElseThrow(() -> new ProblemException(Problem.of("protection.conversation-gone")));
    }

    private Indicator asked(ScreeningDraft draft, String indicator) {
        return instrument(draft).indicator(indicator).orElseThrow(NotFoundException::new);
    }

    /** The one it was begun with; before that, the one in use. */
    private ScreeningInstrument instrument(ScreeningDraft draft) {
        return draft.setting()
                .flatMap(setting -> instruments.find(setting.instrument(), setting.version()))
                .orElse(instruments.firstContact());
    }

    private static String path(CaseFileId id, ScreeningId screening) {
        return "/files/" + id + "/conversations/" + screening;
    }
}
