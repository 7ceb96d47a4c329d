package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Permissions;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteshareGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handing something over to an organisation, through the gate. */
@Controller
public class ShareController {

    /** Refusals that no danger opens: see {@link org.fourfold.node.frame.Decisions}. */
    private static final Set<String> WHATEVER_THE_DANGER =
            Set.of("immigration-authority", "funder", "shared-store", "withheld", "relation");

    private final PageFrames frames;
    private final Consents consents;
    private final Organisations organisations;
    private final Instruments instruments;
    private final FormKeys forms;
    private final InstantSource clock;

    public ShareController(
            PageFrames frames,
            Consents consents,
            Organisations organisations,
            Instruments instruments,
            FormKeys forms,
            InstantSource clock) {
        this.frames = frames;
        this.consents = consents;
        this.organisations = organisations;
        this.instruments = instruments;
        this.forms = forms;
        this.clock = clock;
    }

    /** What was chosen. */
    private record Asked(String recipient, String purpose, Set<String> groups, boolean duressWeighed) {

        static final Asked NOTHING = new Asked("", Purpose.PROTECTION.name(), Set.of(), false);

        boolean withDuress() {
            return groups.contains(FieldGroup.DURESS.name());
        }
    }

    @GetMapping("/files/{file}/share")
    public Html share(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        CaseFile found = sharable(viewer, id);
        PageFrame frame = frame(request, viewer, found);
        return show(frame, page(frame, id, Asked.NOTHING, Optional.empty(), false, Optional.empty()));
    }

    @PostMapping("/files/{file}/share")
    public Html shared(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(defaultValue = "") String duress,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        Asked asked = new Asked(recipient, purpose, new HashSet<>(groups), !duress.isEmpty());
        return forms.once(viewer, key, () -> {
            try {
                return answer(request, viewer, id, asked);
            } catch (ProblemException faults) {
                PageFrame frame = frame(request, viewer, sharable(viewer, id)).withProblems(faults.problems());
                return show(frame, page(frame, id, asked, Optional.empty(), false, Optional.empty()))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private Html answer(HttpServletRequest request, Viewer viewer, CaseFileId id, Asked asked) {
        Organisation recipient = ConsentWords.organisation(organisations.all(), asked.recipient())
                .orElseThrow(() -> new ProblemException(Problem.inField("protection.consent-recipient", "recipient")));
        Purpose purpose = ConsentWords.one(Purpose.class, asked.purpose()).orElse(Purpose.PROTECTION);
        Sharing sharing = consents.share(
                Paths.actor(viewer),
                id,
                recipient,
                purpose,
                ConsentWords.groups(List.copyOf(asked.groups())),
                asked.duressWeighed());
        return switch (sharing) {
            case Sharing.Given given -> {
                PageFrame frame = frame(request, viewer, given.file());
                yield show(
                        frame,
                        page(
                                frame,
                                id,
                                asked,
                                Optional.empty(),
                                false,
                                Optional.of(Sheets.byConsent(
                                        frame,
                                        recipient.name(),
                                        clock.instant(),
                                        given,
                                        ToldWords.rows(frame, given.told(), instruments, organisations.all())))));
            }
            case Sharing.Refused refused -> {
                PageFrame frame = frame(request, viewer, sharable(viewer, id));
                String why = frame.text("protection.share.refused." + refused.reason());
                yield show(
                                frame,
                                page(
                                        frame,
                                        id,
                                        asked,
                                        Optional.of(why),
                                        !WHATEVER_THE_DANGER.contains(refused.reason()),
                                        Optional.empty()))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** The file, for who may hand over. */
    private CaseFile sharable(Viewer viewer, CaseFileId id) {
        Permissions all = consents.of(Paths.actor(viewer), id);
        if (!all.mayShare()) {
            throw new RefusedException("relation");
        }
        return all.file();
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, CaseFile file) {
        return frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of("protection.share.title", "number", file.number().text()));
    }

    private SharePage page(
            PageFrame frame,
            CaseFileId id,
            Asked asked,
            Optional<String> refused,
            boolean overridable,
            Optional<SharePage.Sheet> sheet) {
        return new SharePage(
                "/files/" + id + "/share",
                "/files/" + id,
                forms.next(),
                ConsentWords.recipients(organisations.all()),
                ConsentWords.purposes(frame),
                ConsentWords.groups(frame, List.of(FieldGroup.values())),
                asked.recipient(),
                asked.purpose(),
                asked.groups(),
                asked.withDuress(),
                asked.duressWeighed(),
                refused,
                overridable,
                sheet);
    }

    private static Html show(PageFrame frame, SharePage page) {
        return Html.of(output -> JteshareGenerated.render(output, null, frame, page));
    }
}
