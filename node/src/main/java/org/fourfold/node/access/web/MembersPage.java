package org.fourfold.node.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Members, proposals that wait and what changed lately.
 *
 * @param next the key of the next page
 * @param devices whether this node has devices to pair
 */
public record MembersPage(
        List<Waiting> waiting, List<Line> members, Optional<String> next, List<Change> changes, boolean devices) {

    /** A proposal that waits for a second person. */
    public record Waiting(String member, String name, String role, String by, Instant at) {}

    /** One member. */
    public record Line(String id, String name, String signInName, List<String> roles, String state, String tone) {

        public Line {
            roles = List.copyOf(roles);
        }
    }

    /** Something that changed; texts that do not apply are empty. */
    public record Change(
            String member, String name, String what, String role, String by, boolean bySheet, Instant at) {}

    public MembersPage {
        waiting = List.copyOf(waiting);
        members = List.copyOf(members);
        changes = List.copyOf(changes);
    }
}
