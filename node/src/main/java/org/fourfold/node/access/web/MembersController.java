package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.GrantBasis;
import org.fourfold.node.access.Invitation;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.RoleGrant;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.access.internal.ListeningOfNode;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.access.JteinviteGenerated;
import org.fourfold.pages.access.JtemembersGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of members and inviting somebody. What concerns one member is with {@link MemberController}. */
@Controller
public class MembersController {

    private final PageFrames frames;
    private final Access access;
    private final ListeningOfNode listening;

    public MembersController(PageFrames frames, Access access, ListeningOfNode listening) {
        this.frames = frames;
        this.access = access;
        this.listening = listening;
    }

    @GetMapping("/members")
    public Html members(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> after) {
        Actor actor = Granting.actor(viewer);
        Slice<Member> members = access.members(actor, after);
        List<RoleGrant.Proposed> waiting = access.waiting(actor);
        List<MemberChange> changes = access.changes(actor);
        Map<MemberId, String> names = access.displayNames(everybody(waiting, changes));
        MembersPage page = new MembersPage(
                waiting.stream().map(one -> waiting(one, names)).toList(),
                members.rows().stream().map(MembersController::line).toList(),
                members.next(),
                changes.stream().map(one -> change(one, names)).toList(),
                listening.listening().pairing());
        PageFrame frame = Granting.frame(frames, request, viewer, Text.of("access.members.title"));
        return Html.of(output -> JtemembersGenerated.render(output, null, frame, page));
    }

    @GetMapping("/members/new")
    public Html invite(HttpServletRequest request, Viewer viewer) {
        Actor actor = Granting.actor(viewer);
        PageFrame frame = Granting.frame(frames, request, viewer, Text.of("access.invite.title"));
        return invitePage(frame, "", "", viewer.language().name().equals("EN") ? "en" : "es", actor);
    }

    @PostMapping("/members/new")
    public Html invited(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam("member-name") String name,
            @RequestParam("sign-in-name") String signInName,
            @RequestParam("member-language") String language) {
        Actor actor = Granting.actor(viewer);
        try {
            Invitation invitation = access.invite(actor, newMember(name, signInName, Language.of(language)));
            return codePage(request, viewer, invitation);
        } catch (ProblemException faults) {
            PageFrame frame = Granting.frame(frames, request, viewer, Text.of("access.invite.title"))
                    .withProblems(faults.problems());
            return invitePage(frame, name, signInName, language, actor).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The page with a code to hand over, in the answer itself: the code is never stored. */
    Html codePage(HttpServletRequest request, Viewer viewer, Invitation invitation) {
        PageFrame frame = Granting.frame(frames, request, viewer, Text.of("access.invite.code-title"));
        InvitePage page = new InvitePage(
                "",
                invitation.signInName().value(),
                "",
                List.of(),
                Optional.of(invitation.code().text()),
                invitation.code().expiresAt(),
                invitation.member().toString());
        return Html.of(output -> JteinviteGenerated.render(output, null, frame, page));
    }

    private static NewMember newMember(String name, String signInName, Language language) {
        Problems problems = new Problems();
        if (name.isBlank() || name.strip().length() > Member.NAME_LENGTH_MAX) {
            problems.add(Problem.inField("access.name-length", "member-name"));
        }
        Optional<SignInName> parsed = SignInName.parse(signInName);
        if (parsed.isEmpty()) {
            problems.add(Problem.inField("access.sign-in-name-form", "sign-in-name"));
        }
        problems.throwIfAny();
        return new NewMember(parsed.orElseThrow(), name, language);
    }

    private static Html invitePage(PageFrame frame, String name, String signInName, String language, Actor actor) {
        assert actor.role() == Role.ADMINISTRATOR || actor.role() == Role.SUPERVISOR;
        List<Choice> languages = List.of(Choice.of("es", "Español"), Choice.of("en", "English"));
        InvitePage page = new InvitePage(name, signInName, language, languages, Optional.empty(), Optional.empty(), "");
        return Html.of(output -> JteinviteGenerated.render(output, null, frame, page));
    }

    private static Set<MemberId> everybody(List<RoleGrant.Proposed> waiting, List<MemberChange> changes) {
        Set<MemberId> ids = new HashSet<>();
        waiting.forEach(one -> {
            ids.add(one.member());
            ids.add(one.proposedBy());
        });
        changes.forEach(one -> {
            ids.add(one.member());
            one.by().ifPresent(ids::add);
        });
        return ids;
    }

    private static MembersPage.Line line(Member member) {
        String tone = switch (member.state()) {
            case ACTIVE -> "tag-done";
            case INVITED -> "tag-warn";
            case DISABLED -> "tag-quiet";
        };
        return new MembersPage.Line(
                member.id().toString(),
                member.name(),
                member.signInName().value(),
                member.roles().stream().sorted().map(Codes::of).toList(),
                Codes.of(member.state()),
                tone);
    }

    private static MembersPage.Waiting waiting(RoleGrant.Proposed one, Map<MemberId, String> names) {
        return new MembersPage.Waiting(
                one.member().toString(),
                names.getOrDefault(one.member(), ""),
                Codes.of(one.role()),
                names.getOrDefault(one.proposedBy(), ""),
                one.proposedAt());
    }

    private static MembersPage.Change change(MemberChange one, Map<MemberId, String> names) {
        return new MembersPage.Change(
                one.member().toString(),
                names.getOrDefault(one.member(), ""),
                Codes.of(one.what()),
                one.role().map(Codes::of).orElse(""),
                one.by().map(by -> names.getOrDefault(by, "")).orElse(""),
                one.basis().filter(basis -> basis == GrantBasis.RECOVERY_SHEET).isPresent(),
                one.at());
    }

    /** Shared by the pages about members. */
    static final class Granting {

        private Granting() {}

        /** The viewer as somebody who may grant; refused for everybody else. */
        static Actor actor(Viewer viewer) {
            return viewer.holds(Role.ADMINISTRATOR)
                    ? viewer.actor(org.fourfold.node.frame.Purpose.ADMINISTRATION, Role.ADMINISTRATOR)
                    : viewer.actor(org.fourfold.node.frame.Purpose.OVERSIGHT, Role.SUPERVISOR);
        }

        static PageFrame frame(PageFrames frames, HttpServletRequest request, Viewer viewer, Text title) {
            return frames.frame(
                    request, viewer, Room.TRUST, Optional.of(actor(viewer).purpose()), title);
        }
    }
}
