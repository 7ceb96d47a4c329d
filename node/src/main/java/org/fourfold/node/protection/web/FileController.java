package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileClocks;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.UrgentView;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.Consultation;
import org.fourfold.node.trust.Trust;
import org.fourfold.pages.protection.JtecaseFileGenerated;
import org.fourfold.pages.protection.JtequestionGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a case file, and changing its answers. */
@Controller
public class FileController {

    /** Consultations that stand on the case page; the whole list is the privacy officer's. */
    private static final int READERS_SHOWN = 12;

    private final PageFrames frames;
    private final Protection protection;
    private final Access access;
    private final Trust trust;
    private final FormKeys forms;
    private final Htcds htcds;
    private final LegalClocks clocks;
    private final InstantSource clock;
    private final RightsSaid rights;

    public FileController(
            PageFrames frames,
            Protection protection,
            Access access,
            Trust trust,
            FormKeys forms,
            Htcds htcds,
            LegalClocks clocks,
            InstantSource clock,
            RightsSaid rights) {
        this.frames = frames;
        this.protection = protection;
        this.access = access;
        this.trust = trust;
        this.forms = forms;
        this.htcds = htcds;
        this.clocks = clocks;
        this.clock = clock;
        this.rights = rights;
    }

    @GetMapping("/files/{file}")
    public Html file(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        Actor actor = Paths.actor(viewer);
        return show(request, viewer, protection.view(actor, Paths.file(file)), false);
    }

    @GetMapping("/files/{file}/print")
    public Html print(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        Actor actor = Paths.actor(viewer);
        return show(request, viewer, protection.print(actor, Paths.file(file)), true);
    }

    @GetMapping("/files/{file}/answers/{question}")
    public Html question(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String question) {
        CaseFileId id = Paths.file(file);
        FileView view = protection.view(Paths.actor(viewer), id);
        return questionPage(request, viewer, id, Paths.question(question), view.answers(), Map.of(), List.of());
    }

    @PostMapping("/files/{file}/answers/{question}")
    public Html answered(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent) {
        CaseFileId id = Paths.file(file);
        Question asked = Paths.question(question);
        Actor actor = Paths.actor(viewer);
        try {
            protection.answer(actor, id, asked, OpeningController.answers(asked, sent));
            return Html.seeOther("/files/" + id);
        } catch (ProblemException faults) {
            Answers stored = protection.view(actor, id).answers();
            return questionPage(request, viewer, id, asked, stored, Paths.form(sent), faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html questionPage(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            Question asked,
            Answers answers,
            Map<String, List<String>> typed,
            List<org.fourfold.node.frame.Problem> problems) {
        PageFrame frame =
                frames.frame(request, viewer, Room.PROTECTION, asked.titleKey()).withProblems(problems);
        QuestionPage page = new QuestionPage(
                "/files/" + id + "/answers/" + asked.path(),
                "",
                forms.next(),
                0,
                0,
                "/files/" + id,
                rights.said(frame, asked),
                rights.heard(frame, viewer, asked),
                Showing.inputs(frame, asked.fields(), answers, typed),
                "");
        return Html.of(output -> JtequestionGenerated.render(output, null, frame, page));
    }

    private Html show(HttpServletRequest request, Viewer viewer, FileView view, boolean paper) {
        CaseFileId id = view.file().id();
        boolean readersShown = view.may(Operation.SEE_READERS) && !paper;
        List<Consultation> consultations = readersShown
                ? trust.consultations(Paths.actor(viewer), id.value(), Optional.empty()).rows().stream()
                        .limit(READERS_SHOWN)
                        .toList()
                : List.of();
        Map<MemberId, String> names = access.displayNames(members(view, consultations));
        PageFrame frame = frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of("protection.case.title", "number", view.file().number().text()));
        CasePage page = page(frame, viewer, view, names, consultations, readersShown, paper);
        return Html.of(output -> JtecaseFileGenerated.render(output, null, frame, page));
    }

    private CasePage page(
            PageFrame frame,
            Viewer viewer,
            FileView view,
            Map<MemberId, String> names,
            List<Consultation> consultations,
            boolean readersShown,
            boolean paper) {
        String path = "/files/" + view.file().id();
        boolean mine = view.file().owner().equals(viewer.member());
        return new CasePage(
                path,
                names.getOrDefault(view.file().owner(), ""),
                mine,
                view.file().isOpen(),
                view.file().sealed(),
                view.file().openedAt(),
                view.file().closedAt(),
                view.underBreakGlass(),
                contact(frame, view),
                view.shown().contains(FieldGroup.CONTACT),
                paper ? List.of() : tasks(view, path),
                paper ? List.of() : IdentificationWords.ways(view, path),
                answers(frame, view, paper ? "" : path + "/answers/"),
                Showing.imported(frame, htcds, view.imported()),
                notes(view, names, path, paper),
                view.drafts().stream()
                        .map(draft -> path + "/notes/" + draft.note())
                        .toList(),
                view.writable().contains(FieldGroup.NOTES) && !paper,
                view.may(Operation.CLOSE) && !paper,
                view.may(Operation.ERASE) && !paper,
                view.may(Operation.CLOSE) && mine && !paper,
                view.may(Operation.PRINT) && !paper,
                consultations.stream()
                        .map(one -> reader(frame, viewer, one, names))
                        .toList(),
                readersShown,
                view.shown().contains(FieldGroup.NEEDS) && !paper,
                paper ? List.of() : UrgentController.lines(frame, urgent(view), access),
                paper ? Optional.empty() : nearest(frame, view),
                paper
                        ? List.of()
                        : view.family().stream()
                                .map(one -> FamilyController.line(frame, one, ""))
                                .toList(),
                forms.next());
    }

    /** Of an open file only: what still needs somebody. */
    private Optional<ClocksPage.Clock> nearest(PageFrame frame, FileView view) {
        if (!view.file().isOpen()) {
            return Optional.empty();
        }
        FileClocks nearest = clocks.nearest(view);
        ClockWords words = new ClockWords(frame, nearest, Map.of(), clock.instant());
        return nearest.clocks().stream().findFirst().map(words::clock);
    }

    private static UrgentView urgent(FileView view) {
        return new UrgentView(view.file(), view.risks(), view.writable().contains(FieldGroup.NEEDS));
    }

    private static List<Row> contact(PageFrame frame, FileView view) {
        return Question.CONTACT.fields().stream()
                .filter(field -> view.answers().given(field).isPresent())
                .map(field -> Showing.row(frame, field, view.answers().of(field), ""))
                .toList();
    }

    private static List<Row> answers(PageFrame frame, FileView view, String href) {
        List<Row> rows = new ArrayList<>();
        for (Question question : Question.values()) {
            boolean writable = view.writable()
                    .containsAll(question.fields().stream().map(Field::group).toList());
            for (Field field : question.fields()) {
                if (view.shown().contains(field.group()) && question != Question.CONTACT) {
                    String to = href.isEmpty() || !writable ? "" : href + question.path();
                    rows.add(Showing.row(frame, field, view.answers().of(field), to));
                }
            }
        }
        for (Field field : List.of(Field.CLOSING_REASON, Field.CLOSING_WORDS)) {
            if (!view.file().isOpen() && view.answers().given(field).isPresent()) {
                rows.add(Showing.row(frame, field, view.answers().of(field), ""));
            }
        }
        return rows;
    }

    /** The task list: what the questions still leave open. A question the reader may not see is not listed. */
    private static List<DeskItem> tasks(FileView view, String path) {
        List<DeskItem> tasks = new ArrayList<>();
        for (Question question : Question.values()) {
            Set<FieldGroup> groups = new HashSet<>();
            question.fields().forEach(field -> groups.add(field.group()));
            if (view.shown().containsAll(groups)) {
                String to =
                        view.writable().containsAll(groups) ? path + "/answers/" + question.path() : path + "#answers";
                tasks.add(DeskItem.of(Text.of("protection.task." + question.path()), to)
                        .tag(state(view.answers(), question)));
            }
        }
        return tasks;
    }

    private static Tag state(Answers answers, Question question) {
        Answer<String> first = answers.of(question.fields().getFirst());
        boolean any = question.fields().stream()
                .anyMatch(field -> answers.given(field).isPresent());
        if (question == Question.SAFE
                && answers.given(Field.SAFE_NOW).filter("no"::equals).isPresent()) {
            return Tag.stop("protection.tag.not-safe");
        }
        if (any) {
            return Tag.done("protection.tag.done");
        }
        return Tag.quiet("protection.silence." + first.code());
    }

    private static List<NoteLine> notes(FileView view, Map<MemberId, String> names, String path, boolean paper) {
        boolean writable = view.writable().contains(FieldGroup.NOTES) && !paper;
        return view.notes().stream()
                .map(note -> new NoteLine(
                        paper && !note.stands() ? "" : note.text(),
                        names.getOrDefault(note.author(), ""),
                        note.writtenAt(),
                        note.toldOn(),
                        note.revision().number(),
                        note.struck(),
                        writable && note.stands() ? path + "/notes/" + note.id() : ""))
                .toList();
    }

    private static Reader reader(PageFrame frame, Viewer viewer, Consultation one, Map<MemberId, String> names) {
        String who = one.member()
                .map(member ->
                        member.equals(viewer.member()) ? frame.text("protection.you") : names.getOrDefault(member, ""))
                .orElseGet(() -> Showing.who(frame, one));
        return new Reader(one.at(), who, Showing.what(frame, one.type()));
    }

    private static Set<MemberId> members(FileView view, List<Consultation> consultations) {
        Set<MemberId> members = new HashSet<>();
        members.add(view.file().owner());
        view.notes().forEach(note -> members.add(note.author()));
        consultations.forEach(one -> one.member().ifPresent(members::add));
        return members;
    }
}
