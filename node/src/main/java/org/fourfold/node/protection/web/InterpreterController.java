package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Interpreter;
import org.fourfold.node.protection.Interpreters;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
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
import org.fourfold.pages.protection.JteinterpretersGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The interpreters of the house. */
@Controller
public class InterpreterController {

    private static final String PATH = "/interpreters";

    private final PageFrames frames;
    private final Interpreters interpreters;
    private final Organisations organisations;
    private final FormKeys forms;

    public InterpreterController(
            PageFrames frames, Interpreters interpreters, Organisations organisations, FormKeys forms) {
        this.frames = frames;
        this.interpreters = interpreters;
        this.organisations = organisations;
        this.forms = forms;
    }

    @GetMapping(PATH)
    public Html list(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, Optional.empty(), Optional.empty(), List.of());
    }

    @GetMapping(PATH + "/{interpreter}")
    public Html one(HttpServletRequest request, Viewer viewer, @PathVariable String interpreter) {
        return page(request, viewer, Optional.of(Paths.id(interpreter)), Optional.empty(), List.of());
    }

    @PostMapping(PATH)
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> put(request, viewer, Optional.empty(), typed(sent)));
    }

    @PostMapping(PATH + "/{interpreter}")
    public Html change(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String interpreter,
            @RequestParam Map<String, String> sent) {
        return put(request, viewer, Optional.of(Paths.id(interpreter)), typed(sent));
    }

    private Html put(HttpServletRequest request, Viewer viewer, Optional<UUID> which, InterpretersPage.Typed typed) {
        try {
            interpreters.put(Paths.actor(viewer), which, terms(typed));
            return Html.seeOther(PATH);
        } catch (ProblemException faults) {
            return page(request, viewer, which, Optional.of(typed), faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static InterpretersPage.Typed typed(Map<String, String> sent) {
        return new InterpretersPage.Typed(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("languages", ""),
                sent.getOrDefault("reach", ""),
                sent.getOrDefault("promised", ""),
                sent.getOrDefault("not-for", ""),
                sent.getOrDefault("from", ""),
                sent.containsKey("active"));
    }

    private Interpreter.Terms terms(InterpretersPage.Typed typed) {
        return new Interpreter.Terms(
                typed.name(),
                typed.languages(),
                typed.reach(),
                Typed.day(typed.promised(), Problem.inField("protection.date-impossible", "promised")),
                typed.notFor(),
                ConsentWords.organisation(organisations.all(), typed.from()).map(Organisation::id),
                typed.active());
    }

    private static InterpretersPage.Typed typed(Interpreter.Terms terms) {
        return new InterpretersPage.Typed(
                terms.name(),
                terms.languages(),
                terms.reach(),
                terms.promised().map(LocalDate::toString).orElse(""),
                terms.notFor(),
                terms.from().map(OrganisationId::toString).orElse(""),
                terms.active());
    }

    /** @param which the only one that is shown, with its form; empty for all, with the form of a new one */
    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            Optional<UUID> which,
            Optional<InterpretersPage.Typed> typed,
            List<Problem> problems) {
        Actor actor = Paths.actor(viewer);
        boolean writes = actor.role() == Role.CASEWORKER || actor.role() == Role.SUPERVISOR;
        List<Interpreter> shown = interpreters.all(actor).stream()
                .filter(one -> which.isEmpty() || which.get().equals(one.id()))
                .toList();
        if (which.isPresent() && shown.isEmpty()) {
            throw new NotFoundException();
        }
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.interpreter.title")
                .withLead(Text.of("protection.interpreter.lead"))
                .withProblems(problems);
        List<Organisation> all = organisations.all();
        Map<OrganisationId, String> names = ConsentWords.names(all);
        InterpretersPage page = new InterpretersPage(
                shown.stream()
                        .map(one -> line(frame, one, names, writes && which.isEmpty()))
                        .toList(),
                writes
                        ? Optional.of(new InterpretersPage.Form(
                                PATH + which.map(id -> "/" + id).orElse(""),
                                forms.next(),
                                which.isEmpty(),
                                Stream.concat(
                                                Stream.of(
                                                        Choice.of("", frame.text("protection.interpreter.from-none"))),
                                                ConsentWords.recipients(all).stream())
                                        .toList(),
                                typed.orElseGet(() -> which.isEmpty()
                                        ? InterpretersPage.Typed.NOTHING
                                        : typed(shown.getFirst().terms()))))
                        : Optional.empty());
        return Html.of(output -> JteinterpretersGenerated.render(output, null, frame, page));
    }

    private static InterpretersPage.Line line(
            PageFrame frame, Interpreter one, Map<OrganisationId, String> names, boolean writes) {
        Interpreter.Terms terms = one.terms();
        return new InterpretersPage.Line(
                terms.name(),
                terms.languages(),
                terms.reach(),
                terms.promised().map(frame::date).orElse(""),
                terms.notFor(),
                terms.from().map(id -> names.getOrDefault(id, "")).orElse(""),
                tag(terms),
                writes ? PATH + "/" + one.id() : "");
    }

    private static Optional<Tag> tag(Interpreter.Terms terms) {
        if (!terms.active()) {
            return Optional.of(Tag.quiet("protection.interpreter.not-active"));
        }
        return terms.promised().isEmpty()
                ? Optional.of(Tag.warn("protection.interpreter.no-promise"))
                : Optional.empty();
    }

    /** Who can be booked, after an empty choice; what speaks against somebody stands beside their name. */
    static List<Choice> choices(PageFrame frame, List<Interpreter.Bookable> all, Predicate<Interpreter> withheld) {
        return Stream.concat(
                        Stream.of(Choice.of("", frame.text("protection.interpreter.none"))),
                        all.stream()
                                .filter(one -> one.interpreter().terms().active())
                                .map(one -> Choice.of(one.interpreter().id().toString(), label(frame, one, withheld))))
                .toList();
    }

    private static String label(PageFrame frame, Interpreter.Bookable one, Predicate<Interpreter> withheld) {
        Interpreter.Terms terms = one.interpreter().terms();
        StringBuilder label = new StringBuilder(terms.name())
                .append(" (")
                .append(terms.languages())
                .append(')');
        if (withheld.test(one.interpreter())) {
            label.append(" · ").append(frame.text("protection.interpreter.withheld"));
        }
        if (one.before() > 0) {
            label.append(" · ").append(frame.text("protection.interpreter.before", "times", one.before()));
        }
        if (!terms.notFor().isEmpty()) {
            label.append(" · ").append(frame.text("protection.interpreter.not-for-line", "words", terms.notFor()));
        }
        if (terms.promised().isEmpty()) {
            label.append(" · ").append(frame.text("protection.interpreter.no-promise"));
        }
        return label.toString();
    }
}
