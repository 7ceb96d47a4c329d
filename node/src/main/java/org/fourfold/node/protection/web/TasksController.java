package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Cover;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.WorkTask;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtetasksGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done by which day, and who does it while somebody is away. */
@Controller
public class TasksController {

    /** What a team's id stands after, where a member's could stand. */
    private static final String TEAM = "team-";

    private static final TasksPage.CoverTyped NO_COVER = new TasksPage.CoverTyped("", "", "", "");

    private final PageFrames frames;
    private final Tasks tasks;
    private final Colleagues colleagues;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public TasksController(
            PageFrames frames, Tasks tasks, Colleagues colleagues, Access access, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/to-do")
    public Html list(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String file) {
        PageFrame frame = frame(request, viewer);
        return page(frame, viewer, file, empty(frame), NO_COVER);
    }

    @PostMapping("/to-do")
    public Html make(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        Optional<CaseFileId> about = file.isEmpty() ? Optional.empty() : Optional.of(Paths.file(file));
        PageFrame frame = frame(request, viewer);
        TasksPage.Typed typed = new TasksPage.Typed(what, due, whom);
        return forms.once(viewer, key, () -> {
            try {
                make(Paths.actor(viewer), today(frame), about, whom, day(due, "due"), what);
                return seeOther(file);
            } catch (ProblemException faults) {
                return page(frame.withProblems(faults.problems()), viewer, file, typed, NO_COVER)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private void make(
            Actor actor, LocalDate today, Optional<CaseFileId> about, String whom, LocalDate due, String what) {
        if (whom.startsWith(TEAM)) {
            TeamId team = new TeamId(Paths.id(whom.substring(TEAM.length())));
            tasks.makeForTeam(actor, today, about, team, due, what);
            return;
        }
        Optional<MemberId> member = whom.isEmpty() ? Optional.empty() : Optional.of(new MemberId(Paths.id(whom)));
        tasks.make(actor, today, about, member, due, what);
    }

    @PostMapping("/to-do/{task}/done")
    public Html done(
            Viewer viewer,
            @PathVariable String task,
            @RequestParam(defaultValue = "yes") String done,
            @RequestParam(defaultValue = "") String file) {
        tasks.done(Paths.actor(viewer), Paths.id(task), done.equals("yes"));
        return seeOther(file.isEmpty() ? "" : Paths.file(file).toString());
    }

    @PostMapping("/to-do/cover")
    public Html cover(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String covers,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        PageFrame frame = frame(request, viewer);
        TasksPage.CoverTyped typed = new TasksPage.CoverTyped(whose, covers, first, last);
        Consumer<Actor> work = actor -> tasks.cover(
                actor,
                today(frame),
                whose.isEmpty() ? viewer.member() : new MemberId(Paths.id(whose)),
                member(covers),
                day(first, "first"),
                day(last, "last"));
        return forms.once(viewer, key, () -> {
            try {
                work.accept(Paths.reviewer(viewer));
                return seeOther("");
            } catch (ProblemException faults) {
                return page(frame.withProblems(faults.problems()), viewer, "", empty(frame), typed)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/to-do/cover/{cover}/end")
    public Html endCover(Viewer viewer, @PathVariable String cover) {
        tasks.endCover(Paths.reviewer(viewer), Paths.id(cover));
        return seeOther("");
    }

    private static Html seeOther(String file) {
        return Html.seeOther(file.isEmpty() ? "/to-do" : "/to-do?file=" + file);
    }

    private static MemberId member(String typed) {
        if (typed.isEmpty()) {
            throw new ProblemException(Problem.inField("protection.cover-who", "covers"));
        }
        return new MemberId(Paths.id(typed));
    }

    private static LocalDate day(String typed, String field) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException malformed) {
            throw new ProblemException(
                    field.equals("due")
                            ? Problem.inField("protection.task-due", field)
                            : Problem.inField("protection.cover-days", field));
        }
    }

    private LocalDate today(PageFrame frame) {
        return LocalDate.ofInstant(clock.instant(), frame.zone());
    }

    private TasksPage.Typed empty(PageFrame frame) {
        return new TasksPage.Typed("", today(frame).toString(), "");
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.todo.title");
    }

    private Html page(
            PageFrame plain, Viewer viewer, String file, TasksPage.Typed typed, TasksPage.CoverTyped coverTyped) {
        Actor actor = Paths.actor(viewer);
        LocalDate today = today(plain);
        List<WorkTask> all = file.isEmpty() ? tasks.mine(actor, today) : tasks.about(actor, Paths.file(file));
        PageFrame frame = file.isEmpty() ? plain : plain.withTitle(Text.of("protection.todo.file-title"));
        List<Cover> covers = file.isEmpty() ? tasks.covers(actor, today) : List.of();
        Map<MemberId, String> names = access.displayNames(Stream.concat(
                        all.stream().flatMap(task -> Stream.concat(Stream.of(task.maker()), task.assignee().stream())),
                        covers.stream().flatMap(cover -> Stream.of(cover.member(), cover.covers())))
                .collect(Collectors.toSet()));
        List<Choice> team = colleagues.of(viewer);
        Map<TeamId, String> teams = access.teamNames();
        TasksPage page = new TasksPage(
                file,
                forms.next(),
                all.stream().map(task -> line(frame, task, today, names, teams)).toList(),
                whom(frame, team, teams),
                typed,
                file.isEmpty()
                        ? Optional.of(covering(frame, viewer, covers, names, team, coverTyped))
                        : Optional.empty());
        return Html.of(output -> JtetasksGenerated.render(output, null, frame, page));
    }

    /** The viewer's own teams, then members, then every team by its name. */
    private static List<Choice> whom(PageFrame frame, List<Choice> members, Map<TeamId, String> teams) {
        Stream<Choice> named = teams.entrySet().stream()
                .map(team -> Choice.of(
                        TEAM + team.getKey(), frame.text("protection.todo.team-named", "team", team.getValue())));
        Stream<Choice> own = Stream.of(Choice.of("", frame.text("protection.todo.team")));
        return Stream.of(own, members.stream(), named)
                .flatMap(choices -> choices)
                .toList();
    }

    private static TasksPage.Line line(
            PageFrame frame, WorkTask task, LocalDate today, Map<MemberId, String> names, Map<TeamId, String> teams) {
        Optional<Tag> state = task.done()
                ? Optional.of(Tag.done("protection.todo.is-done"))
                : task.isOverdue(today) ? Optional.of(Tag.stop("protection.todo.overdue")) : Optional.empty();
        return new TasksPage.Line(
                task.what(),
                frame.date(task.due()),
                task.assignee()
                        .map(member -> names.getOrDefault(member, ""))
                        .orElseGet(() -> task.team()
                                .map(team ->
                                        frame.text("protection.todo.team-named", "team", teams.getOrDefault(team, "")))
                                .orElseGet(() -> frame.text("protection.todo.team"))),
                names.getOrDefault(task.maker(), ""),
                state,
                task.file().map(one -> one.number().text()).orElse(""),
                task.file().map(one -> "/files/" + one.id()).orElse(""),
                task.done(),
                "/to-do/" + task.id() + "/done");
    }

    private TasksPage.Covering covering(
            PageFrame frame,
            Viewer viewer,
            List<Cover> covers,
            Map<MemberId, String> names,
            List<Choice> team,
            TasksPage.CoverTyped typed) {
        boolean supervises = viewer.holds(Role.SUPERVISOR);
        return new TasksPage.Covering(
                forms.next(),
                covers.stream()
                        .map(one -> new TasksPage.CoverLine(
                                names.getOrDefault(one.member(), ""),
                                names.getOrDefault(one.covers(), ""),
                                frame.date(one.first()),
                                frame.date(one.last()),
                                supervises || one.member().equals(viewer.member())
                                        ? "/to-do/cover/" + one.id() + "/end"
                                        : ""))
                        .toList(),
                supervises ? team : List.of(),
                supervises
                        ? team
                        : team.stream()
                                .filter(one ->
                                        !one.value().equals(viewer.member().toString()))
                                .toList(),
                typed);
    }
}
