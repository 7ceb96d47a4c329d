package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.DecisionThreshold;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.IdentificationDecision;
import org.fourfold.node.protection.IdentificationDecision.ReviewState;
import org.fourfold.node.protection.IdentificationDecisions;
import org.fourfold.node.protection.Shape;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RevisionConflictException;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtedecisionGenerated;
import org.fourfold.pages.protection.JtedecisionsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What competent bodies decided on identification, one after another. */
@Controller
public class DecisionsController {

    private static final Shape ON = new Shape("on", Field.Kind.DATED, List.of());
    private static final Shape REVIEW_BY = new Shape("review-by", Field.Kind.DATED, List.of());

    private final PageFrames frames;
    private final Identification identification;
    private final Organisations organisations;
    private final FormKeys forms;
    private final RandomGenerator random;

    public DecisionsController(
            PageFrames frames,
            Identification identification,
            Organisations organisations,
            FormKeys forms,
            RandomGenerator random) {
        this.frames = frames;
        this.identification = identification;
        this.organisations = organisations;
        this.forms = forms;
        this.random = random;
    }

    @GetMapping("/files/{file}/decisions")
    public Html decisions(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        IdentificationDecisions all = identification.decisions(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.decisions.title",
                                "number",
                                all.file().number().text()))
                .withLead(Text.of("protection.decisions.lead"));
        Map<OrganisationId, String> names =
                organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        DecisionsPage page = new DecisionsPage(
                path(id),
                "/files/" + id,
                all.all().stream()
                        .map(one -> line(frame, one, names, all.mayWrite() ? path(id) : ""))
                        .toList(),
                all.mayWrite());
        return Html.of(output -> JtedecisionsGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/{file}/decisions")
    public Html begin(@PathVariable String file) {
        return Html.seeOther(path(Paths.file(file)) + "/" + RandomIds.uuid(random));
    }

    @GetMapping("/files/{file}/decisions/{decision}")
    public Html decision(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String decision) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(decision);
        DecisionPage.Typed typed = identification.decisions(Paths.actor(viewer), id).all().stream()
                .filter(one -> one.id().equals(meant))
                .findFirst()
                .map(DecisionsController::typed)
                .orElse(DecisionPage.Typed.NOTHING);
        return page(request, viewer, id, meant, typed, List.of());
    }

    @PostMapping("/files/{file}/decisions/{decision}")
    public Html write(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String decision,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") List<String> on,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String review,
            @RequestParam(name = "review-by", defaultValue = "") List<String> reviewBy,
            @RequestParam(name = "review-outcome", defaultValue = "") String reviewOutcome,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(decision);
        DecisionPage.Typed typed = new DecisionPage.Typed(
                base, threshold, body, on, outcome, reasons, evidence, review, reviewBy, reviewOutcome);
        return forms.once(viewer, key, () -> {
            try {
                written(Paths.actor(viewer), id, meant, typed);
                return Html.seeOther(path(id));
            } catch (ProblemException faults) {
                return page(request, viewer, id, meant, typed, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private void written(Actor actor, CaseFileId id, UUID decision, DecisionPage.Typed typed) {
        Optional<IdentificationDecision> other = identification.decide(actor, id, decision, typed.base(), terms(typed));
        if (other.isPresent()) {
            IdentificationDecision.Terms stored = other.get().terms();
            throw new RevisionConflictException(
                    path(id) + "/" + decision,
                    List.of(
                            new RevisionConflictException.Difference(
                                    "protection.decision.outcome", stored.outcome(), typed.outcome()),
                            new RevisionConflictException.Difference(
                                    "protection.decision.reasons", stored.reasons(), typed.reasons())));
        }
    }

    private IdentificationDecision.Terms terms(DecisionPage.Typed typed) {
        Problems faults = new Problems();
        Optional<Dated> on = ScreeningForm.date(typed.on(), ON.formName(), faults);
        Optional<Dated> by = Optional.empty();
        try {
            by = DatedText.typed(typed.reviewBy(), REVIEW_BY.formName());
        } catch (ProblemException fault) {
            faults.addAll(fault.problems());
        }
        Optional<DecisionThreshold> threshold = ConsentWords.one(DecisionThreshold.class, typed.threshold());
        if (threshold.isEmpty()) {
            faults.add(Problem.inField("protection.decision-threshold", "threshold"));
        }
        Optional<Organisation> body = ConsentWords.organisation(organisations.all(), typed.body());
        if (body.isEmpty()) {
            faults.add(Problem.inField("protection.decision-body", "body"));
        }
        if (typed.outcome().isBlank()) {
            faults.add(Problem.inField("protection.decision-outcome", "outcome"));
        }
        faults.throwIfAny();
        return new IdentificationDecision.Terms(
                threshold.orElseThrow(),
                body.orElseThrow().id(),
                on.orElseThrow(),
                plain(typed.outcome()),
                plain(typed.reasons()),
                plain(typed.evidence())
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                new IdentificationDecision.Review(
                        ConsentWords.one(ReviewState.class, typed.review()).orElse(ReviewState.NOT_ASKED),
                        by,
                        plain(typed.reviewOutcome())));
    }

    private static String plain(String words) {
        return words.replace("\r\n", "\n").strip();
    }

    private static DecisionPage.Typed typed(IdentificationDecision one) {
        IdentificationDecision.Terms terms = one.terms();
        return new DecisionPage.Typed(
                one.revision().number(),
                terms.threshold().name(),
                terms.body().toString(),
                DatedText.parts(DatedText.write(terms.on())),
                terms.outcome(),
                terms.reasons(),
                String.join("\n", terms.evidence()),
                terms.review().state().name(),
                terms.review().by().map(DatedText::write).map(DatedText::parts).orElse(DecisionPage.Typed.NO_DATE),
                terms.review().outcome());
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            UUID decision,
            DecisionPage.Typed typed,
            List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.decision.title")
                .withLead(Text.of("protection.decision.lead"))
                .withProblems(problems);
        DecisionPage page = new DecisionPage(
                path(id) + "/" + decision,
                path(id),
                forms.next(),
                IdentificationWords.choices(DecisionThreshold.values(), one -> word(frame, "threshold", one)),
                ConsentWords.recipients(organisations.all()),
                IdentificationWords.choices(ReviewState.values(), one -> word(frame, "review", one)),
                date(frame, ON, "protection.decision.on", typed.on()),
                date(frame, REVIEW_BY, "protection.decision.review-by", typed.reviewBy()),
                typed);
        return Html.of(output -> JtedecisionGenerated.render(output, null, frame, page));
    }

    private static FieldInput date(PageFrame frame, Shape shape, String label, List<String> typed) {
        return Showing.input(
                frame, shape, frame.text(label), frame.text("protection.date.hint"), List.of(), "", Optional.of(typed));
    }

    private static DecisionsPage.Line line(
            PageFrame frame, IdentificationDecision one, Map<OrganisationId, String> names, String path) {
        return new DecisionsPage.Line(
                word(frame, "threshold", one.terms().threshold()),
                rows(frame, one.terms(), names),
                path.isEmpty() ? "" : path + "/" + one.id());
    }

    /** A decision in rows; what it does not say is left out. */
    static List<Row> rows(PageFrame frame, IdentificationDecision.Terms terms, Map<OrganisationId, String> names) {
        List<Row> rows = new ArrayList<>();
        add(frame, rows, "body", ConsentWords.name(names, terms.body()));
        add(frame, rows, "on", Showing.date(frame, terms.on()));
        add(frame, rows, "outcome", terms.outcome());
        add(frame, rows, "reasons", terms.reasons());
        add(frame, rows, "evidence", String.join("\n", terms.evidence()));
        add(frame, rows, "review", word(frame, "review", terms.review().state()));
        terms.review().by().ifPresent(by -> add(frame, rows, "review-by", Showing.date(frame, by)));
        add(frame, rows, "review-outcome", terms.review().outcome());
        return rows;
    }

    private static void add(PageFrame frame, List<Row> rows, String what, String value) {
        if (!value.isEmpty()) {
            rows.add(new Row(frame.text("protection.decision." + what), value, true, ""));
        }
    }

    private static String word(PageFrame frame, String list, Enum<?> value) {
        return frame.text("protection.decision." + list + "." + IdentificationWords.code(value));
    }

    private static String path(CaseFileId id) {
        return "/files/" + id + "/decisions";
    }
}
