package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.ConsentId;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.HandedOver;
import org.fourfold.node.protection.Permissions;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.protection.Spoken.Recording;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteconsentGenerated;
import org.fourfold.pages.protection.JtetakeBackByNumberGenerated;
import org.fourfold.pages.protection.JtetakeBackGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person agrees to and takes back, and to whom nothing may go. */
@Controller
public class ConsentController {

    private final PageFrames frames;
    private final Consents consents;
    private final Organisations organisations;
    private final Access access;
    private final Recordings recordings;
    private final FormKeys forms;
    private final InstantSource clock;

    public ConsentController(
            PageFrames frames,
            Consents consents,
            Organisations organisations,
            Access access,
            Recordings recordings,
            FormKeys forms,
            InstantSource clock) {
        this.frames = frames;
        this.consents = consents;
        this.organisations = organisations;
        this.access = access;
        this.recordings = recordings;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/files/{file}/consent")
    public Html consent(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), ConsentPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/{file}/consent")
    public Html give(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String informed,
            @RequestParam(defaultValue = "") String condition,
            @RequestParam(defaultValue = "") String heard,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        ConsentPage.Typed typed = new ConsentPage.Typed(
                recipient,
                purpose,
                new HashSet<>(groups),
                by,
                how,
                language,
                days,
                !informed.isEmpty(),
                !condition.isEmpty(),
                heard);
        return forms.once(
                viewer,
                key,
                () -> doing(request, viewer, id, typed, actor -> {
                    consents.give(actor, id, terms(typed), days(days));
                }));
    }

    @PostMapping("/files/{file}/consent/{consent}/withdraw")
    public Html withdraw(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String consent) {
        CaseFileId id = Paths.file(file);
        Optional<ConsentId> meant = Optional.of(new ConsentId(Paths.id(consent)));
        return doing(
                request,
                viewer,
                id,
                ConsentPage.Typed.NOTHING,
                actor -> consents.withdraw(actor, id, meant, Consent.How.PRESENT));
    }

    /** For whoever helps, also who may not read the file: the person says it to whoever is there. */
    @GetMapping("/files/{file}/take-back")
    public Html takeBack(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.take-back.title")
                .withLead(Text.of("protection.take-back.lead"));
        List<org.fourfold.node.shell.Choice> how = ConsentWords.how(frame);
        return Html.of(output -> JtetakeBackGenerated.render(output, null, frame, "/files/" + id + "/take-back", how));
    }

    @PostMapping("/files/{file}/take-back")
    public Html takenBack(Viewer viewer, @PathVariable String file, @RequestParam(defaultValue = "") String how) {
        consents.withdraw(
                Paths.actor(viewer),
                Paths.file(file),
                Optional.empty(),
                ConsentWords.one(Consent.How.class, how).orElse(Consent.How.PRESENT));
        return Html.seeOther("/files?taken-back=yes");
    }

    /** By the file's number, which the person gives: from the list of files, for whoever answers. */
    @GetMapping("/files/take-back")
    public Html takeBackByNumber(HttpServletRequest request, Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        assert actor.purpose() == Purpose.PROTECTION;
        return byNumber(request, viewer, "", "PHONE", List.of());
    }

    @PostMapping("/files/take-back")
    public Html takenBackByNumber(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String how) {
        try {
            FileNumber meant = FileNumber.parse(number)
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.no-such-number", "number")));
            consents.withdraw(
                    Paths.actor(viewer),
                    meant,
                    ConsentWords.one(Consent.How.class, how).orElse(Consent.How.PHONE));
            return Html.seeOther("/files?taken-back=yes");
        } catch (ProblemException faults) {
            return byNumber(request, viewer, number, how, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html byNumber(
            HttpServletRequest request, Viewer viewer, String number, String how, List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.take-back.title")
                .withLead(Text.of("protection.take-back.lead"))
                .withProblems(problems);
        List<org.fourfold.node.shell.Choice> choices = ConsentWords.how(frame);
        return Html.of(output -> JtetakeBackByNumberGenerated.render(output, null, frame, number, how, choices));
    }

    @PostMapping("/files/{file}/withhold")
    public Html withhold(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String from) {
        CaseFileId id = Paths.file(file);
        return doing(request, viewer, id, ConsentPage.Typed.NOTHING, actor -> {
            Organisation meant = ConsentWords.organisation(organisations.all(), from)
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.consent-recipient", "from")));
            consents.withhold(actor, id, meant.id());
        });
    }

    @PostMapping("/files/{file}/withhold/{withholding}/lift")
    public Html lift(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String withholding) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(withholding);
        return doing(request, viewer, id, ConsentPage.Typed.NOTHING, actor -> consents.lift(actor, id, meant));
    }

    @PostMapping("/files/{file}/handed/{handover}/told")
    public Html told(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String handover) {
        CaseFileId id = Paths.file(file);
        UUID meant = Paths.id(handover);
        return doing(request, viewer, id, ConsentPage.Typed.NOTHING, actor -> consents.told(actor, id, meant));
    }

    /** What is done to a file's permissions. */
    private interface Doing {
        void as(Actor actor);
    }

    private Html doing(HttpServletRequest request, Viewer viewer, CaseFileId id, ConsentPage.Typed typed, Doing what) {
        try {
            what.as(Paths.actor(viewer));
            return Html.seeOther("/files/" + id + "/consent");
        } catch (ProblemException faults) {
            return page(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Consent.Terms terms(ConsentPage.Typed typed) {
        Organisation recipient = ConsentWords.organisation(organisations.all(), typed.recipient())
                .orElseThrow(() -> new ProblemException(Problem.inField("protection.consent-recipient", "recipient")));
        return new Consent.Terms(
                recipient.id(),
                ConsentWords.one(Purpose.class, typed.purpose()).orElse(Purpose.PROTECTION),
                ConsentWords.groups(List.copyOf(typed.groups())),
                ConsentWords.one(GivenBy.class, typed.by()).orElse(GivenBy.GUARDIAN_ALONE),
                ConsentWords.one(Consent.How.class, typed.how()).orElse(Consent.How.PRESENT),
                typed.language(),
                typed.informed(),
                typed.condition(),
                typed.heard().isEmpty() ? Optional.empty() : Optional.of(Paths.id(typed.heard())));
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, CaseFileId id, ConsentPage.Typed typed, List<Problem> problems) {
        Permissions all = consents.of(Paths.actor(viewer), id);
        List<Organisation> recipients = organisations.all();
        Map<OrganisationId, String> names = ConsentWords.names(recipients);
        Map<MemberId, String> members = access.displayNames(
                all.handedOver().stream().map(HandedOver::by).collect(Collectors.toSet()));
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.consent.title",
                                "number",
                                all.file().number().text()))
                .withLead(Text.of("protection.consent.lead"))
                .withProblems(problems);
        List<Recording> recorded = recordings.of(viewer);
        List<Recordings.Player> players = Recordings.players(frame, recorded, Spoken.Text.CONSENT);
        Map<UUID, String> heard = Recordings.names(frame, recorded);
        String path = "/files/" + id;
        Instant now = clock.instant();
        boolean mine = all.file().owner().equals(viewer.member());
        ConsentPage page = new ConsentPage(
                path + "/consent",
                path,
                forms.next(),
                all.consents().stream()
                        .map(one -> ConsentPage.Line.of(frame, all, one, names, heard, now))
                        .toList(),
                all.withheld().stream()
                        .map(one -> new ConsentPage.Withheld(
                                ConsentWords.name(names, one.from()),
                                frame.moment(one.said()),
                                mine ? path + "/withhold/" + one.id() + "/lift" : ""))
                        .toList(),
                all.handedOver().stream()
                        .map(one -> went(frame, all, one, names, members, all.mayShare() ? path : ""))
                        .toList(),
                all.mayWrite(),
                all.mayShare(),
                ConsentWords.recipients(recipients),
                ConsentWords.purposes(frame),
                ConsentWords.groups(frame, List.of(FieldGroup.values())),
                ConsentWords.by(frame),
                ConsentWords.how(frame),
                ConsentWords.languages(frame),
                players,
                typed);
        return Html.of(output -> JteconsentGenerated.render(output, null, frame, page));
    }

    private static ConsentPage.Went went(
            PageFrame frame,
            Permissions all,
            HandedOver one,
            Map<OrganisationId, String> names,
            Map<MemberId, String> members,
            String path) {
        boolean tell = one.under().filter(all.personToTell()::contains).isPresent();
        return new ConsentPage.Went(
                ConsentWords.name(names, one.recipient()),
                ConsentWords.groups(frame, one.groups()),
                frame.text("protection.went.by." + one.reason()),
                frame.moment(one.at()),
                members.getOrDefault(one.by(), ""),
                tell ? Tag.stop("protection.demand.tag.tell") : ConsentWords.state(one),
                one.waits() && !path.isEmpty() ? path + "/handed/" + one.id() + "/told" : "");
    }

    private static int days(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
