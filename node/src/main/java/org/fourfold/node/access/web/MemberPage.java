package org.fourfold.node.access.web;

import java.time.Instant;
import java.util.List;
import org.fourfold.node.shell.Choice;

/** One member, their roles and teams, and what may be done about them. */
public record MemberPage(
        String id,
        String signInName,
        String state,
        boolean isDisabled,
        boolean isSelf,
        List<TeamLine> teams,
        List<GrantLine> grants,
        List<Choice> roles,
        List<Choice> teamPlaces) {

    /** A team the member is in. */
    public record TeamLine(String name, boolean supervises) {}

    /** One role; {@code confirmedBy} and {@code basis} are empty while it waits. */
    public record GrantLine(
            String id,
            String role,
            String proposedBy,
            Instant proposedAt,
            boolean confirmed,
            String confirmedBy,
            String basis,
            boolean mayConfirm,
            boolean sheetOnly) {}

    public MemberPage {
        teams = List.copyOf(teams);
        grants = List.copyOf(grants);
        roles = List.copyOf(roles);
        teamPlaces = List.copyOf(teamPlaces);
    }
}
