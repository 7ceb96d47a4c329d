package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.ReviewedPacks;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.clock.Rule;
import org.fourfold.node.protection.clock.RulePack;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtedueGenerated;
import org.fourfold.pages.protection.JteruleGenerated;
import org.fourfold.pages.protection.JterulesGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is due, and the rules behind it: what was read, what a lawyer of the house says of each. */
@Controller
public class RulesController {

    private final PageFrames frames;
    private final LegalClocks clocks;
    private final Access access;
    private final FormKeys forms;
    private final ClocksDesk desk;

    public RulesController(PageFrames frames, LegalClocks clocks, Access access, FormKeys forms, ClocksDesk desk) {
        this.frames = frames;
        this.clocks = clocks;
        this.access = access;
        this.forms = forms;
        this.desk = desk;
    }

    /** All that is due on the reader's desk, where the first page shows only the first. */
    @GetMapping("/clocks")
    public Html due(HttpServletRequest request, Viewer viewer) {
        DuePage page = new DuePage(desk.all(viewer));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.due.title")
                .withLead(Text.of("protection.due.lead"));
        return Html.of(output -> JtedueGenerated.render(output, null, frame, page));
    }

    @GetMapping("/clocks/rules")
    public Html rules(HttpServletRequest request, Viewer viewer) {
        ReviewedPacks all = clocks.rules(actor(viewer));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.rules.title")
                .withLead(Text.of("protection.rules.lead"));
        RulesPage page = new RulesPage(all.packs().stream()
                .map(pack -> new RulesPage.Pack(
                        pack.name().in(frame.language()),
                        pack.version(),
                        pack.rules().stream()
                                .map(rule -> new RulesPage.Line(
                                        rule.title().in(frame.language()),
                                        rule.citation(),
                                        "/clocks/rules/" + rule.id(),
                                        RuleWords.state(review(all, rule))))
                                .toList()))
                .toList());
        return Html.of(output -> JterulesGenerated.render(output, null, frame, page));
    }

    @GetMapping("/clocks/rules/{rule}")
    public Html rule(HttpServletRequest request, Viewer viewer, @PathVariable String rule) {
        return page(request, viewer, rule, "", "", List.of());
    }

    @PostMapping("/clocks/rules/{rule}")
    public Html review(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String rule,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> {
            try {
                RuleReview.Verdict meant = ConsentWords.one(RuleReview.Verdict.class, verdict)
                        .orElseThrow(
                                () -> new ProblemException(Problem.inField("protection.review-verdict", "verdict")));
                clocks.review(actor(viewer), rule, meant, words);
                return Html.seeOther("/clocks/rules/"
                        + found(clocks.rules(actor(viewer)), rule).id());
            } catch (ProblemException faults) {
                return page(request, viewer, rule, verdict, words, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            String id,
            String verdict,
            String words,
            List<Problem> problems) {
        ReviewedPacks all = clocks.rules(actor(viewer));
        Rule rule = found(all, id);
        RulePack pack = all.packs().stream()
                .filter(one -> one.rules().contains(rule))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        PageFrame plain = frames.frame(request, viewer, Room.PROTECTION, "protection.rules.title");
        PageFrame frame = plain.withTitle(
                        Text.of("protection.rule.title", "title", rule.title().in(plain.language())))
                .withProblems(problems);
        Optional<RuleReview> review = review(all, rule);
        Map<MemberId, String> names =
                access.displayNames(review.stream().map(RuleReview::by).collect(Collectors.toSet()));
        RulesPage.One page = new RulesPage.One(
                pack.name().in(frame.language()),
                pack.version(),
                RuleWords.state(review),
                RuleWords.review(frame, review, names),
                rule.why().in(frame.language()),
                RuleWords.citation(frame, rule),
                RuleWords.read(frame, rule),
                rule.source().in(frame.language()),
                RuleWords.validity(frame, rule),
                RuleWords.fact(frame, rule.start()),
                RuleWords.allows(frame, rule.time()),
                rule.stops().stream()
                        .sorted()
                        .map(kind -> RuleWords.fact(frame, kind))
                        .toList(),
                frame.text(
                        rule.whom() == Rule.Whom.MINOR_AT_START
                                ? "protection.rule.whom.minor"
                                : "protection.rule.whom.anybody"),
                RuleWords.desks(frame, rule),
                rule.proof().in(frame.language()),
                viewer.holds(Role.LAWYER) ? "/clocks/rules/" + rule.id() : "",
                forms.next(),
                verdict,
                words);
        return Html.of(output -> JteruleGenerated.render(output, null, frame, page));
    }

    private static Rule found(ReviewedPacks all, String id) {
        return all.packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<RuleReview> review(ReviewedPacks all, Rule rule) {
        return Optional.ofNullable(all.reviews().get(rule.id()));
    }

    /** Whoever is a lawyer and something else reviews as a lawyer. */
    private static Actor actor(Viewer viewer) {
        return viewer.holds(Role.LAWYER) ? viewer.actor(Purpose.PROTECTION, Role.LAWYER) : Paths.actor(viewer);
    }
}
