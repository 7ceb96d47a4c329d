package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;

/** Who does a member's tasks while they are away, both days included. */
public record Cover(UUID id, MemberId member, MemberId covers, LocalDate first, LocalDate last) {

    /** The longest that one cover lasts, in days. */
    public static final int DAYS_MAX = 366;

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
