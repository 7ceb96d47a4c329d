package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.ErasureReceipt;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtecloseGenerated;
import org.fourfold.pages.protection.JteeraseGenerated;
import org.fourfold.pages.protection.JtereceiptGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing, reopening, sealing and erasing a file. */
@Controller
public class EndingController {

    private static final List<Field> CLOSING = List.of(Field.CLOSING_REASON, Field.CLOSING_WORDS);

    private final PageFrames frames;
    private final Protection protection;
    private final Access access;
    private final FormKeys forms;

    public EndingController(PageFrames frames, Protection protection, Access access, FormKeys forms) {
        this.frames = frames;
        this.protection = protection;
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/close")
    public Html closing(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        require(Paths.actor(viewer), id, Operation.CLOSE);
        return closePage(request, viewer, id, Answers.NONE, List.of());
    }

    @PostMapping("/files/{file}/close")
    public Html close(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam MultiValueMap<String, String> sent) {
        CaseFileId id = Paths.file(file);
        Answers reason = closing(Paths.form(sent));
        try {
            protection.close(Paths.actor(viewer), id, reason);
            return Html.seeOther("/files/" + id);
        } catch (ProblemException faults) {
            return closePage(request, viewer, id, reason, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/files/{file}/reopen")
    public Html reopen(Viewer viewer, @PathVariable String file) {
        protection.reopen(Paths.actor(viewer), Paths.file(file));
        return Html.seeOther("/files/" + Paths.file(file));
    }

    @PostMapping("/files/{file}/seal")
    public Html seal(Viewer viewer, @PathVariable String file) {
        protection.seal(Paths.actor(viewer), Paths.file(file), true);
        return Html.seeOther("/files/" + Paths.file(file));
    }

    @PostMapping("/files/{file}/unseal")
    public Html unseal(Viewer viewer, @PathVariable String file) {
        protection.seal(Paths.actor(viewer), Paths.file(file), false);
        return Html.seeOther("/files/" + Paths.file(file));
    }

    @GetMapping("/files/{file}/erase")
    public Html erasing(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        require(Paths.actor(viewer), id, Operation.ERASE);
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.erase.title");
        return erasePage(frame, id);
    }

    @PostMapping("/files/{file}/erase")
    public Html erase(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(name = "sure", defaultValue = "") String sure,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        if (!sure.equals("yes")) {
            PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.erase.title")
                    .withProblems(List.of(Problem.inField("protection.erase-not-sure", "sure")));
            return erasePage(frame, id).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return forms.once(viewer, key, () -> {
            protection.erase(Paths.actor(viewer), id);
            return Html.seeOther("/files/" + id + "/receipt");
        });
    }

    @GetMapping("/files/{file}/receipt")
    public Html receipt(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        ErasureReceipt receipt = protection.receipt(Paths.actor(viewer), Paths.file(file));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.receipt.title");
        ReceiptPage page = new ReceiptPage(
                receipt.number().text(),
                access.displayNames(List.of(receipt.erasedBy())).getOrDefault(receipt.erasedBy(), ""),
                receipt.erasedAt(),
                receipt.texts(),
                receipt.tokens(),
                receipt.backupsUntil());
        return Html.of(output -> JtereceiptGenerated.render(output, null, frame, page));
    }

    private void require(Actor actor, CaseFileId id, Operation operation) {
        if (!protection.view(actor, id).may(operation)) {
            throw new RefusedException("relation");
        }
    }

    private Html closePage(
            HttpServletRequest request, Viewer viewer, CaseFileId id, Answers reason, List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.close.title")
                .withProblems(problems);
        EndPage page = new EndPage(
                "/files/" + id + "/close", "/files/" + id, forms.next(), Showing.inputs(frame, CLOSING, reason), "");
        return Html.of(output -> JtecloseGenerated.render(output, null, frame, page));
    }

    private Html erasePage(PageFrame frame, CaseFileId id) {
        EndPage page = new EndPage("/files/" + id + "/erase", "/files/" + id, forms.next(), List.of(), "");
        return Html.of(output -> JteeraseGenerated.render(output, null, frame, page));
    }

    private static Answers closing(Map<String, List<String>> form) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        for (Field field : CLOSING) {
            field.parse(form.getOrDefault(field.formName(), List.of()))
                    .ifPresent(value -> answers.put(field, new Answer.Given<>(value)));
        }
        return new Answers(answers);
    }
}
