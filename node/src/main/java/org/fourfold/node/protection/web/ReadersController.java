package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.Consultation;
import org.fourfold.node.trust.RecordWords;
import org.fourfold.node.trust.SealReason;
import org.fourfold.node.trust.Seals;
import org.fourfold.node.trust.SealsOf;
import org.fourfold.node.trust.Trust;
import org.fourfold.pages.protection.JtereadersGenerated;
import org.fourfold.pages.protection.JtesealReasonGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has consulted a file: the whole list, and asking that a seal over it be opened. */
@Controller
public class ReadersController {

    private final PageFrames frames;
    private final Protection protection;
    private final Access access;
    private final Trust trust;
    private final Seals seals;

    public ReadersController(PageFrames frames, Protection protection, Access access, Trust trust, Seals seals) {
        this.frames = frames;
        this.protection = protection;
        this.access = access;
        this.trust = trust;
        this.seals = seals;
    }

    @GetMapping("/files/{file}/readers")
    public Html readers(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam Optional<String> after) {
        CaseFileId id = Paths.file(file);
        if (Paths.isOverseer(viewer)) {
            Actor overseer = Paths.overseer(viewer);
            protection.overseeReaders(overseer);
            if (!trust.happened(id.value(), FileEvents.BEGINNINGS)) {
                throw new NotFoundException();
            }
            Text title = Text.of("protection.readers.title");
            return list(
                    overseer,
                    viewer,
                    id,
                    after,
                    frames.frame(request, viewer, Room.TRUST, Room.TRUST.purpose(), title));
        }
        Actor actor = Paths.reviewer(viewer);
        CaseFile found = protection.readers(actor, id);
        return list(actor, viewer, id, after, frame(request, viewer, "protection.readers.of", found));
    }

    private Html list(Actor actor, Viewer viewer, CaseFileId id, Optional<String> after, PageFrame frame) {
        Slice<Consultation> slice;
        try {
            slice = trust.consultations(actor, id.value(), after);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
        SealsOf sealed = seals.of(id.value());
        Set<MemberId> members = new HashSet<>(sealed.opened().values());
        slice.rows().forEach(one -> one.member().ifPresent(members::add));
        Map<MemberId, String> names = access.displayNames(members);
        String path = "/files/" + id;
        ReadersPage page = new ReadersPage(
                path,
                slice.rows().stream()
                        .map(one -> line(frame, viewer, one, sealed, names, path))
                        .toList(),
                slice.next(),
                after.isEmpty(),
                actor.role() != Role.PRIVACY_OFFICER);
        return Html.of(output -> JtereadersGenerated.render(output, null, frame, page));
    }

    /** Before it is asked that a seal be opened: why. */
    @GetMapping("/files/{file}/readers/{entry:[0-9]{1,18}}")
    public Html reason(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String entry) {
        return reasonPage(request, viewer, Paths.file(file), entry, List.of());
    }

    @PostMapping("/files/{file}/readers/{entry:[0-9]{1,18}}")
    public Html ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String reason) {
        CaseFileId id = Paths.file(file);
        Optional<SealReason> why = SealReason.parse(reason);
        if (why.isEmpty()) {
            return reasonPage(request, viewer, id, entry, List.of(Problem.inField("protection.seal-reason", "reason")))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Actor actor = Paths.reviewer(viewer);
        var _ = protection.readers(actor, id);
        try {
            seals.ask(actor, id.value(), Long.parseLong(entry), why.get());
            return Html.seeOther("/files/" + id + "/readers");
        } catch (ProblemException faults) {
            return reasonPage(request, viewer, id, entry, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html reasonPage(
            HttpServletRequest request, Viewer viewer, CaseFileId id, String entry, List<Problem> problems) {
        CaseFile found = protection.readers(Paths.reviewer(viewer), id);
        PageFrame frame =
                frame(request, viewer, "protection.unseal.title", found).withProblems(problems);
        List<Choice> reasons = java.util.Arrays.stream(SealReason.values())
                .map(why -> Choice.of(why.code(), frame.text("trust.seal.reason." + why.code())))
                .toList();
        SealReasonPage page =
                new SealReasonPage("/files/" + id + "/readers/" + entry, "/files/" + id + "/readers", reasons);
        return Html.of(output -> JtesealReasonGenerated.render(output, null, frame, page));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, String key, CaseFile file) {
        return frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of(key, "number", file.number().text()));
    }

    private static ReadersPage.Line line(
            PageFrame frame,
            Viewer viewer,
            Consultation one,
            SealsOf sealed,
            Map<MemberId, String> names,
            String path) {
        Optional<MemberId> member =
                one.member().or(() -> Optional.ofNullable(sealed.opened().get(one.entry())));
        String who = member.map(
                        id -> id.equals(viewer.member()) ? frame.text("protection.you") : names.getOrDefault(id, ""))
                .orElseGet(() -> Showing.who(frame, one));
        boolean closed = one.sealed() && member.isEmpty();
        boolean asked = sealed.asked().contains(one.entry());
        String ask = closed && !asked && viewer.holds(Role.SUPERVISOR) ? path + "/readers/" + one.entry() : "";
        return new ReadersPage.Line(
                frame.moment(one.at()),
                who,
                one.role().map(role -> RecordWords.role(frame, role)).orElse(""),
                Showing.what(frame, one.type()),
                ask,
                closed && asked);
    }
}
