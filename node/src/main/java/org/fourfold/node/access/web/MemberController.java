package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.GrantId;
import org.fourfold.node.access.GrantRule;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.MemberState;
import org.fourfold.node.access.RoleGrant;
import org.fourfold.node.access.Team;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.access.JtememberGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One member: roles proposed, confirmed and ended, team, new code, disabling. */
@Controller
public class MemberController {

    private final PageFrames frames;
    private final Access access;
    private final MembersController members;

    public MemberController(PageFrames frames, Access access, MembersController members) {
        this.frames = frames;
        this.access = access;
        this.members = members;
    }

    @GetMapping("/members/{id:[0-9a-f-]{36}}")
    public Html member(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        return page(request, viewer, MemberId.parse(id), List.of());
    }

    @PostMapping("/members/{id:[0-9a-f-]{36}}/roles")
    public Html propose(HttpServletRequest request, Viewer viewer, @PathVariable String id, @RequestParam String role) {
        MemberId member = MemberId.parse(id);
        return mending(request, viewer, member, actor -> access.propose(actor, member, role(role)));
    }

    @PostMapping("/members/grants/{grant:[0-9a-f-]{36}}/confirm")
    public Html confirm(
            HttpServletRequest request, Viewer viewer, @PathVariable String grant, @RequestParam String member) {
        return mending(request, viewer, MemberId.parse(member), actor -> access.confirm(actor, GrantId.parse(grant)));
    }

    @PostMapping("/members/grants/{grant:[0-9a-f-]{36}}/sheet")
    public Html confirmWithSheet(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String grant,
            @RequestParam String member,
            @RequestParam String sheet) {
        return mending(
                request,
                viewer,
                MemberId.parse(member),
                actor -> access.confirmWithSheet(actor, GrantId.parse(grant), sheet));
    }

    @PostMapping("/members/grants/{grant:[0-9a-f-]{36}}/end")
    public Html end(
            HttpServletRequest request, Viewer viewer, @PathVariable String grant, @RequestParam String member) {
        return mending(request, viewer, MemberId.parse(member), actor -> access.end(actor, GrantId.parse(grant)));
    }

    @PostMapping("/members/{id:[0-9a-f-]{36}}/team")
    public Html team(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam("team-name") String team,
            @RequestParam(value = "team-place", defaultValue = "member") String place) {
        MemberId member = MemberId.parse(id);
        return mending(request, viewer, member, actor -> changeTeam(actor, member, team.strip(), place));
    }

    @PostMapping("/members/{id:[0-9a-f-]{36}}/disable")
    public Html disable(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        MemberId member = MemberId.parse(id);
        return mending(request, viewer, member, actor -> access.disable(actor, member));
    }

    @PostMapping("/members/{id:[0-9a-f-]{36}}/code")
    public Html newCode(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        MemberId member = MemberId.parse(id);
        try {
            return members.codePage(request, viewer, access.newCode(actor(viewer), member));
        } catch (ProblemException faults) {
            return page(request, viewer, member, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void changeTeam(Actor actor, MemberId member, String name, String place) {
        if (name.isEmpty() || name.length() > Team.NAME_LENGTH_MAX) {
            throw new ProblemException(Problem.inField("access.team-name-length", "team-name"));
        }
        Optional<TeamId> known = access.teams(actor).stream()
                .filter(team -> team.name().equalsIgnoreCase(name))
                .map(Team::id)
                .findFirst();
        if (place.equals("none")) {
            known.ifPresent(team -> access.leave(actor, team, member));
        } else {
            TeamId team = known.orElseGet(() -> access.makeTeam(actor, name));
            access.join(actor, team, member, place.equals("supervisor"));
        }
    }

    private Html mending(
            HttpServletRequest request, Viewer viewer, MemberId member, java.util.function.Consumer<Actor> work) {
        try {
            work.accept(actor(viewer));
            return Html.seeOther("/members/" + member);
        } catch (ProblemException faults) {
            return page(request, viewer, member, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(HttpServletRequest request, Viewer viewer, MemberId id, List<Problem> problems) {
        Actor actor = actor(viewer);
        Member member = access.find(id).orElseThrow(NotFoundException::new);
        List<RoleGrant> grants = access.grants(actor, id);
        Map<MemberId, String> names = access.displayNames(people(grants));
        MemberPage page = new MemberPage(
                id.toString(),
                member.signInName().value(),
                Codes.of(member.state()),
                member.state() == MemberState.DISABLED,
                viewer.member().equals(id),
                access.teamsOf(id).stream()
                        .map(team -> new MemberPage.TeamLine(
                                team.name(), team.supervisors().contains(id)))
                        .toList(),
                grants.stream().map(grant -> line(viewer, grant, names)).toList(),
                Arrays.stream(Role.values())
                        .map(role -> Choice.of(Codes.of(role), words(request, viewer, "access.role." + Codes.of(role))))
                        .toList(),
                List.of(
                        Choice.of("member", words(request, viewer, "access.member.team-member")),
                        Choice.of("supervisor", words(request, viewer, "access.member.team-supervisor")),
                        Choice.of("none", words(request, viewer, "access.member.team-none"))));
        PageFrame frame = MembersController.Granting.frame(
                        frames, request, viewer, Text.of("access.member.title", "name", member.name()))
                .withProblems(problems);
        return Html.of(output -> JtememberGenerated.render(output, null, frame, page));
    }

    private MemberPage.GrantLine line(Viewer viewer, RoleGrant grant, Map<MemberId, String> names) {
        String proposer = names.getOrDefault(grant.proposedBy(), "");
        String role = Codes.of(grant.role());
        return switch (grant) {
            case RoleGrant.Proposed waiting -> {
                boolean sheetOnly = access.onlySheetConfirms(waiting);
                yield new MemberPage.GrantLine(
                        waiting.id().toString(),
                        role,
                        proposer,
                        waiting.proposedAt(),
                        false,
                        "",
                        "",
                        !sheetOnly && GrantRule.mayConfirm(waiting, viewer.member()),
                        sheetOnly);
            }
            case RoleGrant.Confirmed held ->
                new MemberPage.GrantLine(
                        held.id().toString(),
                        role,
                        proposer,
                        held.proposedAt(),
                        true,
                        held.confirmedBy().map(by -> names.getOrDefault(by, "")).orElse(""),
                        Codes.of(held.basis()),
                        false,
                        false);
        };
    }

    private static Set<MemberId> people(List<RoleGrant> grants) {
        Set<MemberId> people = new HashSet<>();
        for (RoleGrant grant : grants) {
            people.add(grant.proposedBy());
            if (grant instanceof RoleGrant.Confirmed held) {
                held.confirmedBy().ifPresent(people::add);
            }
        }
        return people;
    }

    private String words(HttpServletRequest request, Viewer viewer, String key) {
        return MembersController.Granting.frame(frames, request, viewer, Text.of(key))
                .text(key);
    }

    private static Actor actor(Viewer viewer) {
        return MembersController.Granting.actor(viewer);
    }

    private static Role role(String code) {
        return Arrays.stream(Role.values())
                .filter(role -> Codes.of(role).equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inField("access.role-unknown", "role")));
    }
}
