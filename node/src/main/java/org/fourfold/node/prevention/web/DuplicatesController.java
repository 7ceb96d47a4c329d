package org.fourfold.node.prevention.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prevention.DuplicateListing;
import org.fourfold.node.prevention.DuplicateProposal;
import org.fourfold.node.prevention.DuplicateRun;
import org.fourfold.node.prevention.Duplicates;
import org.fourfold.node.prevention.IncidentJudgement;
import org.fourfold.node.prevention.IncidentJudgement.Verdict;
import org.fourfold.node.prevention.IncidentPair;
import org.fourfold.node.prevention.JudgedPair;
import org.fourfold.node.prevention.StoredIncident;
import org.fourfold.node.registry.Places;
import org.fourfold.node.registry.Registry;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prevention.JteduplicateGenerated;
import org.fourfold.pages.prevention.JteduplicatesGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Incidents that two sources may have told of: the comparison, its proposals, and the decision on one. */
@Controller
public class DuplicatesController {

    private static final String ALL = "/map/duplicates";
    private static final String PAIR = "/map/incidents/{id}/same/{other}";

    private final PageFrames frames;
    private final Duplicates duplicates;
    private final Access access;
    private final FormKeys formKeys;
    private final Places places;

    public DuplicatesController(
            PageFrames frames, Duplicates duplicates, Access access, FormKeys formKeys, Registry registry) {
        this.frames = frames;
        this.duplicates = duplicates;
        this.access = access;
        this.formKeys = formKeys;
        this.places = registry.places();
    }

    @GetMapping(ALL)
    public Html all(HttpServletRequest request, Viewer viewer) {
        FilterForm form = FilterForm.of(request);
        return show(frame(request, viewer).withProblems(form.problems()), viewer, form);
    }

    @PostMapping(ALL)
    public Html compare(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String formKey) {
        Actor actor = writer(viewer);
        return formKeys.once(viewer, formKey, () -> {
            FilterForm form = FilterForm.of(request);
            List<Problem> problems = new ArrayList<>(form.problems());
            if (problems.isEmpty()) {
                try {
                    duplicates.begin(actor, form.filter().from(), form.filter().to());
                    return Html.seeOther(ALL);
                } catch (ProblemException refused) {
                    problems.addAll(refused.problems());
                }
            }
            return show(frame(request, viewer).withProblems(problems), viewer, form)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PREVENTION, "prevention.duplicates.title")
                .withLead(Text.of("prevention.duplicates.lead"));
    }

    private Html show(PageFrame frame, Viewer viewer, FilterForm form) {
        Optional<DuplicateListing> listing = duplicates.latest(viewer.actor(Purpose.PREVENTION));
        boolean running = listing.filter(each -> each.run().state() == DuplicateRun.State.RUNNING)
                .isPresent();
        Wording wording = new Wording(frame, places);
        DuplicatesPage.All page = new DuplicatesPage.All(
                formKeys.next(),
                ImportController.writer(viewer).isPresent() && !running,
                form.from(),
                form.to(),
                running,
                listing.map(each -> said(frame, each.run())),
                listing.stream()
                        .flatMap(each -> each.run().proposals().stream()
                                .filter(pair -> each.incidents().containsKey(pair.first())
                                        && each.incidents().containsKey(pair.second()))
                                .map(pair -> row(frame, wording, each, pair)))
                        .toList());
        Html html = Html.of(output -> JteduplicatesGenerated.render(output, null, frame, page));
        return running ? html.header("Refresh", "2") : html;
    }

    private static String said(PageFrame frame, DuplicateRun run) {
        return switch (run.state()) {
            case RUNNING -> frame.text("prevention.duplicates.running", "count", run.incidents());
            case FAILED -> frame.text("prevention.duplicates.failed");
            case DONE ->
                frame.text(
                        "prevention.duplicates.done",
                        Map.of(
                                "count",
                                run.incidents(),
                                "when",
                                frame.moment(run.asked()),
                                "found",
                                run.found(),
                                "shown",
                                run.proposals().size()));
        };
    }

    private static DuplicatesPage.Row row(
            PageFrame frame, Wording wording, DuplicateListing listing, DuplicateProposal pair) {
        StoredIncident first = Objects.requireNonNull(listing.incidents().get(pair.first()));
        StoredIncident second = Objects.requireNonNull(listing.incidents().get(pair.second()));
        return new DuplicatesPage.Row(
                DuplicatesPage.path(pair.pair()),
                wording.when(first.incident().happened()),
                first.incident().kind(),
                told(wording, first),
                told(wording, second),
                strength(pair),
                DuplicatesPage.Reasons.of(frame, pair));
    }

    private static String told(Wording wording, StoredIncident stored) {
        return wording.where(stored.incident()) + " · " + stored.incident().source();
    }

    private static Tag strength(DuplicateProposal pair) {
        return switch (pair.strength()) {
            case STRONG -> Tag.warn("prevention.duplicates.strong");
            case FAIR -> Tag.quiet("prevention.duplicates.fair");
            case WEAK -> Tag.quiet("prevention.duplicates.weak");
        };
    }

    @GetMapping(PAIR)
    public Html pair(HttpServletRequest request, Viewer viewer, @PathVariable String id, @PathVariable String other) {
        return showPair(pairFrame(request, viewer), viewer, parse(id, other), "", "");
    }

    @PostMapping(PAIR)
    public Html judge(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String other,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String formKey,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason) {
        Actor actor = writer(viewer);
        IncidentPair pair = parse(id, other);
        return formKeys.once(viewer, formKey, () -> {
            requireBoth(actor, pair);
            try {
                duplicates.judge(
                        actor,
                        pair,
                        Verdict.parse(verdict)
                                .orElseThrow(() -> new ProblemException(
                                        Problem.inField("prevention.judgement-choose", "verdict"))),
                        reason);
                return Html.seeOther(DuplicatesPage.path(pair));
            } catch (ProblemException refused) {
                return showPair(
                                pairFrame(request, viewer).withProblems(refused.problems()),
                                viewer,
                                pair,
                                verdict,
                                reason)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private void requireBoth(Actor actor, IncidentPair pair) {
        if (duplicates.pair(actor, pair).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private PageFrame pairFrame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PREVENTION, "prevention.duplicate.title");
    }

    private Html showPair(PageFrame frame, Viewer viewer, IncidentPair asked, String verdict, String reason) {
        JudgedPair pair =
                duplicates.pair(viewer.actor(Purpose.PREVENTION), asked).orElseThrow(NotFoundException::new);
        DuplicatesPage.Pair page = new DuplicatesPage.Pair(
                DuplicatesPage.path(asked),
                formKeys.next(),
                pair.proposal().map(each -> frame.say(strength(each).text())),
                pair.proposal()
                        .map(each -> DuplicatesPage.Reasons.of(frame, each))
                        .orElse(new DuplicatesPage.Reasons(List.of(), List.of())),
                lines(frame, pair),
                List.of(
                        "/map/incidents/" + pair.first().id(),
                        "/map/incidents/" + pair.second().id()),
                decisions(frame, pair),
                ImportController.writer(viewer).isPresent() ? choices(frame, pair.verdict()) : List.of(),
                verdict,
                reason);
        return Html.of(output -> JteduplicateGenerated.render(output, null, frame, page));
    }

    /** The parts of which at least one report says something. */
    private List<DuplicatesPage.Line> lines(PageFrame frame, JudgedPair pair) {
        Wording wording = new Wording(frame, places);
        List<IncidentPage.Part> first =
                IncidentPage.of(pair.first(), frame, wording).parts();
        List<IncidentPage.Part> second =
                IncidentPage.of(pair.second(), frame, wording).parts();
        List<DuplicatesPage.Line> lines = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            String one = first.get(i).value();
            String other = second.get(i).value();
            if (!wording.isNothing(one) || !wording.isNothing(other)) {
                lines.add(new DuplicatesPage.Line(first.get(i).name(), one, other));
            }
        }
        return lines;
    }

    private List<DuplicatesPage.Decided> decisions(PageFrame frame, JudgedPair pair) {
        Map<MemberId, String> names = access.displayNames(pair.judgements().stream()
                .map(IncidentJudgement::member)
                .distinct()
                .toList());
        return pair.judgements().stream()
                .map(each -> new DuplicatesPage.Decided(
                        word(frame, each.verdict()),
                        names.getOrDefault(each.member(), ""),
                        frame.moment(each.at()),
                        each.reason()))
                .toList();
    }

    /** Whatever does not hold already. */
    private static List<Choice> choices(PageFrame frame, Verdict now) {
        return List.of(Verdict.values()).stream()
                .filter(verdict -> verdict != now)
                .map(verdict -> Choice.of(
                        verdict.name(),
                        verdict == Verdict.OPEN ? frame.text("prevention.judgement.take-back") : word(frame, verdict)))
                .toList();
    }

    private static String word(PageFrame frame, Verdict verdict) {
        return frame.text(
                switch (verdict) {
                    case SAME -> "prevention.judgement.same";
                    case DIFFERENT -> "prevention.judgement.different";
                    case OPEN -> "prevention.judgement.open";
                });
    }

    private static Actor writer(Viewer viewer) {
        return viewer.actor(Purpose.PREVENTION, ImportController.writer(viewer).orElse(Role.ANALYST));
    }

    private static IncidentPair parse(String id, String other) {
        try {
            return IncidentPair.of(UUID.fromString(id), UUID.fromString(other));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }
}
