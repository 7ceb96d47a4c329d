package org.fourfold.node.protection.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.Team;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** Whom a task may be given to: those of the viewer's teams who look after the house, the viewer too, by name. */
@Component
class Colleagues {

    private static final Set<Role> HOUSE = Set.of(Role.CASEWORKER, Role.NIGHT_STAFF, Role.SUPERVISOR);

    private final Access access;

    Colleagues(Access access) {
        this.access = access;
    }

    List<Choice> of(Viewer viewer) {
        Set<MemberId> members = access.teamsOf(viewer.member()).stream()
                .map(Team::members)
                .flatMap(Set::stream)
                .filter(member -> !Collections.disjoint(access.roles(member), HOUSE))
                .collect(Collectors.toSet());
        members.add(viewer.member());
        return access.displayNames(members).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(member -> Choice.of(member.getKey().toString(), member.getValue()))
                .toList();
    }
}
