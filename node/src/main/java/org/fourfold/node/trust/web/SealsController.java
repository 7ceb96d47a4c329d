package org.fourfold.node.trust.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.MemberNames;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.RecordWords;
import org.fourfold.node.trust.SealRequest;
import org.fourfold.node.trust.Seals;
import org.fourfold.pages.trust.JtesealsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The second person's page: requests to tell who consulted something, of which the seal is closed. */
@Controller
public class SealsController {

    private final PageFrames frames;
    private final Seals seals;
    private final MemberNames names;

    public SealsController(PageFrames frames, Seals seals, MemberNames names) {
        this.frames = frames;
        this.seals = seals;
        this.names = names;
    }

    @GetMapping("/record/seals")
    public Html requests(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, List.of());
    }

    @PostMapping("/record/seals/{id}/open")
    public Html open(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        return answer(request, viewer, id, true);
    }

    @PostMapping("/record/seals/{id}/leave")
    public Html leave(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        return answer(request, viewer, id, false);
    }

    private Html answer(HttpServletRequest request, Viewer viewer, String id, boolean open) {
        UUID asked;
        try {
            asked = UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
        try {
            seals.answer(actor(viewer), asked, open);
            return Html.seeOther("/record/seals");
        } catch (ProblemException faults) {
            return page(request, viewer, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(HttpServletRequest request, Viewer viewer, List<Problem> problems) {
        List<SealRequest> requests = seals.requests(actor(viewer));
        Set<MemberId> members = new HashSet<>();
        for (SealRequest one : requests) {
            members.add(one.askedBy());
            one.answer().ifPresent(answer -> {
                members.add(answer.by());
                answer.who().ifPresent(members::add);
            });
        }
        Map<MemberId, String> called = names.of(members);
        PageFrame frame = frames.frame(request, viewer, Room.TRUST, "trust.seals.title")
                .withLead(Text.of("trust.seals.lead"))
                .withProblems(problems);
        SealsPage page = new SealsPage(
                requests.stream().map(one -> line(frame, viewer, one, called)).toList());
        return Html.of(output -> JtesealsGenerated.render(output, null, frame, page));
    }

    private static SealsPage.Line line(PageFrame frame, Viewer viewer, SealRequest one, Map<MemberId, String> called) {
        String answered = one.answer()
                .map(answer -> frame.text(
                        "trust.seals.opened-by",
                        Map.of("who", called.getOrDefault(answer.by(), ""), "time", frame.moment(answer.at()))))
                .orElse("");
        String who = one.answer()
                .flatMap(SealRequest.Answer::who)
                .map(member -> called.getOrDefault(member, ""))
                .orElse("");
        boolean mine = one.askedBy().equals(viewer.member());
        return new SealsPage.Line(
                "/record/seals/" + one.id(),
                RecordWords.brief(one.subject().toString()),
                viewer.holds(Role.PRIVACY_OFFICER) ? "/files/" + one.subject() + "/readers" : "",
                RecordWords.role(frame, one.role()),
                frame.moment(one.from()),
                frame.moment(one.to()),
                frame.text("trust.seal.reason." + one.reason().code()),
                called.getOrDefault(one.askedBy(), ""),
                frame.moment(one.askedAt()),
                answered,
                who,
                one.answer().isEmpty() && !mine);
    }

    private static Actor actor(Viewer viewer) {
        return viewer.actor(Purpose.OVERSIGHT);
    }
}
