package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.MemberId;

/**
 * Something to be done by a day.
 *
 * @param assignee who does it; empty where it is for a team
 * @param team for which team; empty where it is for a member, or for the maker's own teams
 * @param file what it is about; empty where it is about nobody
 */
public record WorkTask(
        UUID id,
        MemberId maker,
        Optional<MemberId> assignee,
        Optional<TeamId> team,
        Optional<CaseFile> file,
        LocalDate due,
        boolean done,
        String what) {

    /** The longest text, in characters. */
    public static final int WHAT_MAX = 1_000;

    /** As far ahead as a task is set, in days. */
    public static final int DAYS_MAX = 366;

    public boolean isOverdue(LocalDate today) {
        return !done && due.isBefore(today);
    }

    @Override
    public String toString() {
        return "task " + id;
    }
}
