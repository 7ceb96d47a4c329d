package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Found;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Question;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtecheckGenerated;
import org.fourfold.pages.protection.JtequestionGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first questions, one a page. Nothing is lost on the way: each page keeps what was typed, sent or not. */
@Controller
public class OpeningController {

    private static final String BASE = "/files/new/";

    private final PageFrames frames;
    private final Protection protection;
    private final Access access;
    private final FormKeys forms;
    private final RightsSaid rights;

    public OpeningController(
            PageFrames frames, Protection protection, Access access, FormKeys forms, RightsSaid rights) {
        this.frames = frames;
        this.protection = protection;
        this.access = access;
        this.forms = forms;
        this.rights = rights;
    }

    @PostMapping("/files/new")
    public Html begin(Viewer viewer, @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> Html.seeOther(BASE + protection.begin(Paths.actor(viewer)) + "/rights"));
    }

    @GetMapping("/files/new/{opening}/{question}")
    public Html question(
            HttpServletRequest request, Viewer viewer, @PathVariable String opening, @PathVariable String question) {
        OpeningId id = Paths.opening(opening);
        Answers answers = protection.opening(Paths.actor(viewer), id);
        return page(request, viewer, id, Paths.question(question), answers, Map.of(), List.of());
    }

    @PostMapping("/files/new/{opening}/{question}")
    public Html answered(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String opening,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent) {
        OpeningId id = Paths.opening(opening);
        Question asked = Paths.question(question);
        Actor actor = Paths.actor(viewer);
        try {
            protection.keep(actor, id, answers(asked, sent));
        } catch (ProblemException faults) {
            Answers stored = protection.opening(actor, id);
            return page(request, viewer, id, asked, stored, Paths.form(sent), faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (sent.containsKey("save")) {
            return Html.seeOther(BASE + id + "/" + asked.path());
        }
        return Html.seeOther(BASE + id + "/" + asked.next().map(Question::path).orElse("check"));
    }

    @PostMapping("/files/new/{opening}/{question}/draft")
    public ResponseEntity<Void> draft(
            Viewer viewer,
            @PathVariable String opening,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent) {
        Question asked = Paths.question(question);
        protection.keep(Paths.actor(viewer), Paths.opening(opening), Answers.parseDraft(asked, Paths.form(sent)));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/files/new/{opening}/check")
    public Html check(HttpServletRequest request, Viewer viewer, @PathVariable String opening) {
        OpeningId id = Paths.opening(opening);
        Actor actor = Paths.actor(viewer);
        Answers answers = protection.opening(actor, id);
        Optional<String> name = answers.given(Field.NAME);
        Found found = name.map(words -> protection.find(actor, words)).orElse(new Found(List.of(), List.of()));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.check.title");
        CheckPage page = new CheckPage(
                BASE + id + "/check",
                forms.next(),
                Showing.rows(frame, List.of(Question.values()), answers, BASE + id + "/"),
                Showing.lines(frame, viewer, access, found.readable()),
                Showing.asks(access, found));
        return Html.of(output -> JtecheckGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/new/{opening}/check")
    public Html open(
            Viewer viewer,
            @PathVariable String opening,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        OpeningId id = Paths.opening(opening);
        return forms.once(
                viewer,
                key,
                () -> Html.seeOther(
                        "/files/" + protection.open(Paths.actor(viewer), id).id()));
    }

    @PostMapping("/files/new/{opening}/drop")
    public Html drop(Viewer viewer, @PathVariable String opening) {
        protection.drop(Paths.actor(viewer), Paths.opening(opening));
        return Html.seeOther("/files");
    }

    /** What the form sent; a button that skips wins over what stands in the fields. */
    static Answers answers(Question asked, MultiValueMap<String, String> sent) {
        return silence(sent)
                .map(kind -> Answers.silent(asked, kind))
                .orElseGet(() -> Answers.parse(asked, Paths.form(sent)));
    }

    static Optional<Answers.Silence> silence(MultiValueMap<String, String> sent) {
        return Answers.Silence.parse(sent.getOrDefault("silence", List.of("")).getFirst());
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            OpeningId id,
            Question asked,
            Answers answers,
            Map<String, List<String>> typed,
            List<org.fourfold.node.frame.Problem> problems) {
        PageFrame frame =
                frames.frame(request, viewer, Room.PROTECTION, asked.titleKey()).withProblems(problems);
        List<Question> all = List.of(Question.values());
        String action = BASE + id + "/" + asked.path();
        QuestionPage page = new QuestionPage(
                action,
                action + "/draft",
                forms.next(),
                all.indexOf(asked) + 1,
                all.size(),
                asked.previous().map(before -> BASE + id + "/" + before.path()).orElse(""),
                rights.said(frame, asked),
                rights.heard(frame, viewer, asked),
                Showing.inputs(frame, asked.fields(), answers, typed),
                BASE + id + "/drop");
        return Html.of(output -> JtequestionGenerated.render(output, null, frame, page));
    }
}
