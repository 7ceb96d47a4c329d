package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.ConsentOverride;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Overridden;
import org.fourfold.node.protection.OverrideWish;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.registry.Organisation;
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
import org.fourfold.pages.protection.JteoverrideGenerated;
import org.fourfold.pages.protection.JteshareGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Life or health is in danger and the consent rules refuse: asked for by one, answered by another. */
@Controller
public class OverrideController {

    private static final Set<RecipientKind> REACHABLE =
            Set.of(RecipientKind.SERVICE, RecipientKind.PROSECUTION, RecipientKind.COURT);

    private final PageFrames frames;
    private final Overrides overrides;
    private final Organisations organisations;
    private final Instruments instruments;
    private final Access access;
    private final FormKeys forms;

    public OverrideController(
            PageFrames frames,
            Overrides overrides,
            Organisations organisations,
            Instruments instruments,
            Access access,
            FormKeys forms) {
        this.frames = frames;
        this.overrides = overrides;
        this.organisations = organisations;
        this.instruments = instruments;
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/override")
    public Html overrides(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), OverridePage.Typed.NOTHING, List.of(), "");
    }

    @PostMapping("/files/{file}/override")
    public Html ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        OverridePage.Typed typed =
                new OverridePage.Typed(recipient, other, purpose, new HashSet<>(groups), reason, words);
        return forms.once(
                viewer,
                key,
                () -> doing(
                        request, viewer, id, typed, actor -> overrides.ask(actor, id, to(actor, typed), wish(typed))));
    }

    @PostMapping("/files/{file}/override/{override}/answer")
    public Html answer(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String override,
            @RequestParam(defaultValue = "") String answer) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(override);
        return doing(
                request,
                viewer,
                id,
                OverridePage.Typed.NOTHING,
                actor -> overrides.answer(actor, id, meant, answer.equals("GRANT")));
    }

    @PostMapping("/files/{file}/override/{override}/told")
    public Html told(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String override) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(override);
        return doing(request, viewer, id, OverridePage.Typed.NOTHING, actor -> overrides.told(actor, id, meant));
    }

    @PostMapping("/files/{file}/override/{override}/hand-over")
    public Html handOver(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String override,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(override);
        return forms.once(viewer, key, () -> {
            Sharing sharing = Paths.asLawyerOrReviewer(viewer, actor -> overrides.handOver(actor, id, meant));
            return switch (sharing) {
                case Sharing.Given given -> out(request, viewer, id, meant, given);
                case Sharing.Refused refused ->
                    page(
                                    request,
                                    viewer,
                                    id,
                                    OverridePage.Typed.NOTHING,
                                    List.of(),
                                    "protection.share.refused." + refused.reason())
                            .status(HttpStatus.UNPROCESSABLE_CONTENT);
            };
        });
    }

    private Html out(HttpServletRequest request, Viewer viewer, CaseFileId id, UUID override, Sharing.Given given) {
        Overridden all = Paths.asLawyerOrReviewer(viewer, actor -> overrides.of(actor, id));
        String recipient = all.overrides().stream()
                .filter(one -> one.id().equals(override))
                .flatMap(one -> organisations.find(one.recipient()).stream())
                .map(Organisation::name)
                .findFirst()
                .orElse("");
        PageFrame frame = frame(request, viewer, "protection.share.title", all);
        SharePage page = SharePage.of(
                "/files/" + id,
                Sheets.byOverride(
                        frame,
                        recipient,
                        all.at(),
                        given,
                        ToldWords.rows(frame, given.told(), instruments, organisations.all())));
        return Html.of(output -> JteshareGenerated.render(output, null, frame, page));
    }

    /** Whoever can help may be new here: they are added as a service. */
    private Organisation to(Actor actor, OverridePage.Typed typed) {
        return Asking.listed(organisations.all(), typed.recipient(), typed.other())
                .orElseGet(() -> {
                    if (typed.other().isBlank()) {
                        throw new ProblemException(Problem.inField("protection.consent-recipient", "recipient"));
                    }
                    return Asking.add(organisations, actor, typed.other(), RecipientKind.SERVICE);
                });
    }

    private static OverrideWish wish(OverridePage.Typed typed) {
        return new OverrideWish(
                ConsentWords.one(Purpose.class, typed.purpose()).orElse(Purpose.PROTECTION),
                ConsentWords.groups(List.copyOf(typed.groups())),
                ConsentWords.one(OverrideFact.Reason.class, typed.reason())
                        .orElseThrow(
                                () -> new ProblemException(Problem.inField("protection.override-reason", "reason"))),
                typed.words().strip());
    }

    private Html doing(
            HttpServletRequest request, Viewer viewer, CaseFileId id, OverridePage.Typed typed, Consumer<Actor> work) {
        try {
            return Paths.asLawyerOrReviewer(viewer, actor -> {
                work.accept(actor);
                return Html.seeOther("/files/" + id + "/override");
            });
        } catch (ProblemException faults) {
            return page(request, viewer, id, typed, faults.problems(), "").status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, String title, Overridden all) {
        return frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of(title, "number", all.file().number().text()));
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            OverridePage.Typed typed,
            List<Problem> problems,
            String refused) {
        Overridden all = Paths.asLawyerOrReviewer(viewer, actor -> overrides.of(actor, id));
        PageFrame frame = frame(request, viewer, "protection.override.title", all)
                .withLead(Text.of("protection.override.lead"))
                .withProblems(problems);
        List<Organisation> recipients = organisations.all();
        Map<OrganisationId, String> names =
                recipients.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        Map<MemberId, String> members = access.displayNames(members(all));
        OverridePage page = new OverridePage(
                "/files/" + id + "/override",
                "/files/" + id,
                forms.next(),
                refused.isEmpty() ? "" : frame.text(refused),
                all.overrides().stream()
                        .map(one -> line(frame, viewer, all, one, names, members))
                        .toList(),
                all.mayAsk(),
                reachable(frame, recipients),
                ConsentWords.purposes(frame),
                ConsentWords.groups(frame, List.of(FieldGroup.values())),
                ConsentWords.choices(
                        List.of(OverrideFact.Reason.values()),
                        one -> frame.text("protection.override.reason." + ConsentWords.code(one))),
                typed);
        return Html.of(output -> JteoverrideGenerated.render(output, null, frame, page));
    }

    /** Nobody is chosen before somebody chooses, and those to whom nothing goes this way are not offered. */
    private static List<Choice> reachable(PageFrame frame, List<Organisation> known) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of("", frame.text("protection.override.recipient-other")));
        choices.addAll(ConsentWords.recipients(
                known.stream().filter(one -> REACHABLE.contains(one.kind())).toList()));
        return choices;
    }

    private static Set<MemberId> members(Overridden all) {
        Set<MemberId> members = new HashSet<>();
        all.overrides().forEach(one -> {
            members.add(one.askedBy());
            one.answer().map(ConsentOverride.Answer::by).ifPresent(members::add);
        });
        return members;
    }

    private static OverridePage.Line line(
            PageFrame frame,
            Viewer viewer,
            Overridden all,
            ConsentOverride one,
            Map<OrganisationId, String> names,
            Map<MemberId, String> members) {
        String path = "/files/" + all.file().id() + "/override/" + one.id();
        boolean mine = one.askedBy().equals(viewer.member());
        boolean waits = one.answer().isEmpty() && all.at().isBefore(one.until());
        boolean tells =
                all.mayAnswer() && one.approvedBy().isPresent() && one.toldAt().isEmpty();
        return new OverridePage.Line(
                ConsentWords.name(names, one.recipient()),
                state(all, one),
                ConsentWords.groups(frame, one.wish().groups()),
                frame.text("protection.override.reason."
                        + ConsentWords.code(one.wish().reason())),
                one.wish().words(),
                members.getOrDefault(one.askedBy(), "") + " · " + frame.moment(one.askedAt()),
                one.answer()
                        .map(answer -> members.getOrDefault(answer.by(), "") + " · " + frame.moment(answer.at()))
                        .orElse(""),
                frame.moment(one.until()),
                one.toldAt().map(frame::moment).orElse(""),
                waits && all.mayAnswer() && !mine ? path + "/answer" : "",
                one.holds(all.at()) && (all.mayAnswer() || mine) ? path + "/hand-over" : "",
                tells ? path + "/told" : "");
    }

    private static Tag state(Overridden all, ConsentOverride one) {
        if (one.answer().filter(answer -> !answer.granted()).isPresent()) {
            return Tag.quiet("protection.override.state.denied");
        }
        if (!all.at().isBefore(one.until())) {
            return Tag.quiet("protection.override.state.ended");
        }
        return one.answer().isEmpty()
                ? Tag.warn("protection.override.state.waits")
                : Tag.stop("protection.override.state.holds");
    }
}
