package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Interpreter;
import org.fourfold.node.protection.PlanApproval;
import org.fourfold.node.protection.PlanEntry;
import org.fourfold.node.protection.PlanView;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.StoreItem;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteplanGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is planned with a person, and what was given. */
@Controller
public class PlanController {

    private final PageFrames frames;
    private final Plans plans;
    private final Access access;
    private final Organisations organisations;
    private final FormKeys forms;

    public PlanController(PageFrames frames, Plans plans, Access access, Organisations organisations, FormKeys forms) {
        this.frames = frames;
        this.plans = plans;
        this.access = access;
        this.organisations = organisations;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/plan")
    public Html plan(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), PlanPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/{file}/plan")
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String interpreter,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        PlanPage.Typed typed = new PlanPage.Typed(kind, words, day, time, interpreter, "", "1");
        return forms.once(
                viewer,
                key,
                () -> doing(request, viewer, id, typed, actor -> {
                    PlanEntry.Kind meant =
                            ConsentWords.one(PlanEntry.Kind.class, kind).orElse(PlanEntry.Kind.GOODS);
                    Optional<LocalDate> when = Typed.day(day, Problem.inField("protection.plan-day", "day"));
                    boolean booked = meant == PlanEntry.Kind.INTERPRETER && !interpreter.isEmpty() && when.isPresent();
                    if (booked) {
                        plans.book(actor, id, Paths.id(interpreter), words, when.orElseThrow(), time);
                    } else {
                        plans.add(actor, id, meant, words, when, time);
                    }
                }));
    }

    @PostMapping("/files/{file}/plan/goods")
    public Html handOut(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        UUID thing = Paths.id(item);
        PlanPage.Typed typed = new PlanPage.Typed("NEED", "", "", "", "", item, quantity);
        return forms.once(
                viewer,
                key,
                () -> doing(
                        request, viewer, id, typed, actor -> plans.handOut(actor, id, thing, Typed.number(quantity))));
    }

    @PostMapping("/files/{file}/plan/{entry}/stands")
    public Html stands(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String state) {
        CaseFileId id = Paths.file(file);
        UUID which = Paths.id(entry);
        PlanEntry.State stands = ConsentWords.one(PlanEntry.State.class, state).orElse(PlanEntry.State.OPEN);
        return doing(request, viewer, id, PlanPage.Typed.NOTHING, actor -> plans.stands(actor, id, which, stands));
    }

    @PostMapping("/files/{file}/plan/approve")
    public Html approve(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        try {
            plans.approve(Paths.reviewer(viewer), id);
            return Html.seeOther("/files/" + id + "/plan");
        } catch (ProblemException faults) {
            return page(request, viewer, id, PlanPage.Typed.NOTHING, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html doing(
            HttpServletRequest request, Viewer viewer, CaseFileId id, PlanPage.Typed typed, Consumer<Actor> what) {
        try {
            what.accept(Paths.actor(viewer));
            return Html.seeOther("/files/" + id + "/plan");
        } catch (ProblemException faults) {
            return page(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, CaseFileId id, PlanPage.Typed typed, List<Problem> problems) {
        Actor actor = Paths.actor(viewer);
        PlanView view = plans.of(Paths.reviewer(viewer), id);
        boolean mayHandOut = view.writable().contains(PlanEntry.Kind.GOODS);
        List<StoreItem> store = mayHandOut ? plans.store(actor) : List.of();
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.plan.title",
                                "number",
                                view.file().number().text()))
                .withLead(Text.of("protection.plan.lead"))
                .withProblems(problems);
        Map<MemberId, String> names = access.displayNames(Stream.concat(
                        view.entries().stream().map(PlanEntry::by),
                        view.approved().stream().map(PlanApproval::supervisor))
                .collect(Collectors.toSet()));
        Map<OrganisationId, String> organisations = ConsentWords.names(this.organisations.all());
        Predicate<Interpreter> withheld = one -> isWithheld(view, one, organisations);
        String back = "/files/" + id;
        PlanPage page = new PlanPage(
                back + "/plan",
                back,
                forms.next(),
                forms.next(),
                Arrays.stream(PlanEntry.Kind.values())
                        .map(kind -> section(frame, view, kind, names, withheld))
                        .toList(),
                view.approved()
                        .map(one -> names.getOrDefault(one.supervisor(), "") + ", " + frame.moment(one.at()))
                        .orElse(""),
                approval(view),
                view.mayApprove(),
                view.writable().stream()
                        .filter(kind -> kind != PlanEntry.Kind.GOODS)
                        .sorted()
                        .map(kind -> Choice.of(kind.name(), word(frame, "kind", kind)))
                        .toList(),
                store.stream()
                        .filter(item -> item.stock() > 0)
                        .map(PlanController::choice)
                        .toList(),
                view.writable().contains(PlanEntry.Kind.INTERPRETER)
                        ? InterpreterController.choices(frame, view.interpreters(), withheld)
                        : List.of(),
                typed);
        return Html.of(output -> JteplanGenerated.render(output, null, frame, page));
    }

    /** From an organisation that nothing may go to, or under the name of one. */
    private static boolean isWithheld(PlanView view, Interpreter one, Map<OrganisationId, String> names) {
        return view.withheld().stream()
                .anyMatch(from -> one.terms().from().filter(from::equals).isPresent()
                        || names.getOrDefault(from, "")
                                .equalsIgnoreCase(one.terms().name()));
    }

    private static Choice choice(StoreItem item) {
        return Choice.of(item.id().toString(), item.name() + " (" + item.stock() + ")");
    }

    private static Optional<Tag> approval(PlanView view) {
        if (view.approved().isEmpty()) {
            return Optional.of(Tag.quiet("protection.plan.not-approved"));
        }
        return Optional.of(
                view.changedSince() ? Tag.warn("protection.plan.changed-since") : Tag.done("protection.plan.approved"));
    }

    private static PlanPage.Section section(
            PageFrame frame,
            PlanView view,
            PlanEntry.Kind kind,
            Map<MemberId, String> names,
            Predicate<Interpreter> withheld) {
        return new PlanPage.Section(
                word(frame, "kind", kind),
                view.entries().stream()
                        .filter(entry -> entry.kind() == kind)
                        .sorted(Comparator.comparing(PlanEntry::state).thenComparing(PlanEntry::changed))
                        .map(entry -> line(frame, view, entry, names, withheld))
                        .toList());
    }

    private static PlanPage.Line line(
            PageFrame frame,
            PlanView view,
            PlanEntry entry,
            Map<MemberId, String> names,
            Predicate<Interpreter> withheld) {
        Optional<Interpreter> booked = entry.interpreter()
                .flatMap(id -> view.interpreters().stream()
                        .map(Interpreter.Bookable::interpreter)
                        .filter(one -> one.id().equals(id))
                        .findFirst());
        boolean goods = entry.kind() == PlanEntry.Kind.GOODS;
        String when = entry.day().map(frame::date).orElse("") + (entry.time().isEmpty() ? "" : ", " + entry.time());
        String path = "/files/" + view.file().id() + "/plan/" + entry.id() + "/stands";
        Text state = Text.of("protection.plan.state." + code(entry.state()));
        Tag.Tone tone = switch (entry.state()) {
            case OPEN -> Tag.Tone.WARN;
            case DONE -> Tag.Tone.DONE;
            case DROPPED -> Tag.Tone.QUIET;
        };
        return new PlanPage.Line(
                goods ? entry.words() + " × " + frame.number(entry.quantity()) : entry.words(),
                when,
                names.getOrDefault(entry.by(), "") + ", " + frame.moment(entry.changed()),
                new Tag(tone, state),
                entry.state() == PlanEntry.State.OPEN,
                booked.map(one -> one.terms().name()).orElse(""),
                booked.filter(withheld).map(one -> Tag.stop("protection.interpreter.withheld")),
                !goods && view.writable().contains(entry.kind()) ? path : "");
    }

    private static String word(PageFrame frame, String list, Enum<?> value) {
        return frame.text("protection.plan." + list + "." + code(value));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
