package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Question;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtecallGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A first contact by phone: what fits into a call that may end at any moment, on one page. It becomes a file, or ends with nothing
 * kept but a count of what could not be given.
 */
@Controller
public class CallController {

    /** In the order in which a call goes: safety, what is needed, how to call back; a name only then. */
    private static final List<Field> FIELDS = List.of(
            Field.SAFE_NOW,
            Field.SAFE_WHY,
            Field.CONTACT_HOW,
            Field.CONTACT_NEVER,
            Field.CONTACT_WORD,
            Field.NEEDS_TONIGHT,
            Field.NAME,
            Field.LANGUAGES);

    private static final String BASE = "/calls/";

    private final PageFrames frames;
    private final Protection protection;
    private final FormKeys forms;

    public CallController(PageFrames frames, Protection protection, FormKeys forms) {
        this.frames = frames;
        this.protection = protection;
        this.forms = forms;
    }

    @PostMapping("/calls")
    public Html begin(Viewer viewer, @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> Html.seeOther(BASE + protection.begin(Paths.actor(viewer))));
    }

    @GetMapping("/calls/{opening}")
    public Html call(HttpServletRequest request, Viewer viewer, @PathVariable String opening) {
        OpeningId id = Paths.opening(opening);
        return page(request, viewer, id, protection.opening(Paths.actor(viewer), id), List.of());
    }

    /** Keeps it; then a file is opened from it, or nothing of it stays, or the call goes on. */
    @PostMapping("/calls/{opening}")
    public Html heard(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String opening,
            @RequestParam(defaultValue = "") String then,
            @RequestParam MultiValueMap<String, String> sent) {
        OpeningId id = Paths.opening(opening);
        Actor actor = Paths.actor(viewer);
        if (then.equals("unmet")) {
            protection.drop(actor, id);
            return Html.seeOther("/unmet");
        }
        try {
            protection.keep(actor, id, answers(sent));
        } catch (ProblemException faults) {
            return page(request, viewer, id, protection.opening(actor, id), faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Html.seeOther(then.equals("file") ? "/files/new/" + id + "/check" : BASE + id);
    }

    @PostMapping("/calls/{opening}/draft")
    public ResponseEntity<Void> draft(
            Viewer viewer, @PathVariable String opening, @RequestParam MultiValueMap<String, String> sent) {
        protection.keep(Paths.actor(viewer), Paths.opening(opening), answers(sent));
        return ResponseEntity.noContent().build();
    }

    /** Only what stands on the page: a question that a call does not put stays not asked. */
    private static Answers answers(MultiValueMap<String, String> sent) {
        Map<String, List<String>> form = Paths.form(sent);
        Answers all = Answers.NONE;
        for (Question question : Question.values()) {
            all = all.with(Answers.parse(question, form));
        }
        return new Answers(all.byField().entrySet().stream()
                .filter(answer -> FIELDS.contains(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, OpeningId id, Answers answers, List<Problem> problems) {
        PageFrame frame = frames.frame(
                        request, viewer, Room.PROTECTION, Room.PROTECTION.purpose(), Text.of("protection.call.title"))
                .withLead(Text.of("protection.call.lead"))
                .withProblems(problems);
        CallPage page = new CallPage(BASE + id, Showing.inputs(frame, FIELDS, answers));
        return Html.of(output -> JtecallGenerated.render(output, null, frame, page));
    }
}
