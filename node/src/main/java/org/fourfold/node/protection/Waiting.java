package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What waits for a member today, without a word of what it is.
 *
 * @param urgent every file with an urgent risk that the member may know of, the nearest end first
 * @param missing how many are expected and not back
 * @param unread the last night with something by others that the member has not read
 * @param tasks how many tasks are open
 * @param overdue how many of them should have been done before today
 * @param interrupted files of which the member began a conversation and did not finish it, the latest first
 */
public record Waiting(
        List<UrgentFile> urgent,
        int missing,
        Optional<LocalDate> unread,
        int tasks,
        int overdue,
        List<Interrupted> interrupted) {

    public Waiting {
        urgent = List.copyOf(urgent);
        interrupted = List.copyOf(interrupted);
    }
}
