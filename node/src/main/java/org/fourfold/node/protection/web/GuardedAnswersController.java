package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteguardedAnswersGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two groups that stand apart: what was done under duress, and the migration status, which only the lawyer asks and sees. */
@Controller
public class GuardedAnswersController {

    private final PageFrames frames;
    private final Protection protection;
    private final FormKeys forms;

    public GuardedAnswersController(PageFrames frames, Protection protection, FormKeys forms) {
        this.frames = frames;
        this.protection = protection;
        this.forms = forms;
    }

    /** Which answers. */
    @SuppressWarnings("ImmutableEnumChecker") // the list is made by List.of and never handed a mutable one
    private enum Which {
        DURESS(
                FieldGroup.DURESS,
                Field.DURESS_TOLD,
                Field.DURESS_ACTS,
                Field.DURESS_GROUP,
                Field.DURESS_WHY,
                Field.DURESS_WORDS),
        STATUS(FieldGroup.LEGAL, Field.STATUS_FOR, Field.STATUS, Field.STATUS_WORDS);

        private final FieldGroup group;
        private final List<Field> fields;

        Which(FieldGroup group, Field... fields) {
            this.group = group;
            this.fields = List.of(fields);
        }

        String path(CaseFileId id) {
            return "/files/" + id + "/" + IdentificationWords.code(this);
        }
    }

    @GetMapping("/files/{file}/duress")
    public Html duress(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return show(request, viewer, Paths.file(file), Which.DURESS, Map.of(), List.of());
    }

    @PostMapping("/files/{file}/duress")
    public Html keepDuress(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam MultiValueMap<String, String> sent) {
        return keep(request, viewer, Paths.file(file), Which.DURESS, sent);
    }

    @GetMapping("/files/{file}/status")
    public Html status(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return show(request, viewer, Paths.file(file), Which.STATUS, Map.of(), List.of());
    }

    @PostMapping("/files/{file}/status")
    public Html keepStatus(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam MultiValueMap<String, String> sent) {
        return keep(request, viewer, Paths.file(file), Which.STATUS, sent);
    }

    private Html keep(
            HttpServletRequest request, Viewer viewer, CaseFileId id, Which which, MultiValueMap<String, String> sent) {
        Actor actor = Paths.actor(viewer);
        try {
            Answers answers = OpeningController.silence(sent)
                    .map(silence -> Answers.silent(asked(which), silence))
                    .orElseGet(() -> Answers.parse(which.fields, Paths.form(sent)));
            if (which == Which.STATUS) {
                answers = withService(answers, Paths.form(sent));
            }
            protection.answer(actor, id, which.fields, answers);
            return Html.seeOther(which.path(id));
        } catch (ProblemException faults) {
            return show(request, viewer, id, which, Paths.form(sent), faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** For what it is asked is no answer of the person: skipping skips the rest. */
    private static List<Field> asked(Which which) {
        return which.fields.stream().filter(field -> field != Field.STATUS_FOR).toList();
    }

    /** Without a service that needs it, the status is not asked. */
    private static Answers withService(Answers answers, Map<String, List<String>> form) {
        Answers service = Answers.parse(List.of(Field.STATUS_FOR), form);
        if (service.given(Field.STATUS_FOR).isEmpty()) {
            throw new ProblemException(Problem.inField("protection.status-no-service", Field.STATUS_FOR.formName()));
        }
        return answers.with(service);
    }

    private Html show(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            Which which,
            Map<String, List<String>> typed,
            List<Problem> problems) {
        FileView view = protection.view(Paths.actor(viewer), id);
        if (!view.shown().contains(which.group)) {
            throw new RefusedException("field-group");
        }
        String words = "protection.guarded." + IdentificationWords.code(which);
        PageFrame frame =
                frames.frame(request, viewer, Room.PROTECTION, words + ".title").withProblems(problems);
        boolean writable = view.writable().contains(which.group);
        GuardedAnswersPage page = new GuardedAnswersPage(
                which.path(id),
                "/files/" + id,
                forms.next(),
                List.of(frame.text(words + ".1"), frame.text(words + ".2")),
                which.fields.stream()
                        .map(field -> Showing.row(frame, field, view.answers().of(field), ""))
                        .toList(),
                writable ? Showing.inputs(frame, which.fields, view.answers(), typed) : List.of());
        return Html.of(output -> JteguardedAnswersGenerated.render(output, null, frame, page));
    }
}
