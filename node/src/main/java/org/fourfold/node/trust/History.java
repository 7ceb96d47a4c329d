package org.fourfold.node.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Role;

/**
 * Everything that was done with one thing, the first first, and under which checkpoint it stands. It names nobody.
 *
 * @param log the present log; empty before its first checkpoint
 * @param whole false where there was more than {@link Trust#HISTORY_MAX}
 */
public record History(Optional<Glance.Log> log, List<Item> items, boolean whole) {

    public History {
        items = List.copyOf(items);
    }

    /**
     * One event.
     *
     * @param index its place in the present log; empty where it stands in an earlier one or is not signed yet
     * @param by the pseudonym of who did it, hexadecimal; empty when the node itself acted
     * @param detail a code that says more, such as a format or a recipient
     */
    public record Item(
            OptionalLong index, Instant at, EventType type, Optional<Role> role, Optional<String> by, String detail) {}
}
