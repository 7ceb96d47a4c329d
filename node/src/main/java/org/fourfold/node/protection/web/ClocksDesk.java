package org.fourfold.node.protection.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.DueClock;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deadlines on the desk, before other work: what is overdue first of all. What they are about stands in the file alone. */
@Component
@Order(0)
public class ClocksDesk implements Desk {

    /** Enough for one look; the rest is a page away. */
    static final int SHOWN_MAX = 8;

    private final LegalClocks clocks;
    private final InstantSource clock;

    public ClocksDesk(LegalClocks clocks, InstantSource clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public Room room() {
        return Room.PROTECTION;
    }

    @Override
    public List<DeskItem> items(Viewer viewer) {
        if (!viewer.mayActFor(Purpose.PROTECTION)) {
            return List.of();
        }
        List<DueClock> due = due(viewer);
        List<DeskItem> items =
                new ArrayList<>(due.stream().limit(SHOWN_MAX).map(this::item).toList());
        if (due.size() > SHOWN_MAX) {
            items.add(DeskItem.of(Text.of("protection.due.more", "count", due.size() - SHOWN_MAX), "/clocks"));
        }
        return items;
    }

    /** All of it. */
    List<DeskItem> all(Viewer viewer) {
        return due(viewer).stream().map(this::item).toList();
    }

    /** In each role that the member has, for each has a desk of its own. */
    private List<DueClock> due(Viewer viewer) {
        List<Role> roles = Stream.of(Role.CASEWORKER, Role.LAWYER, Role.SUPERVISOR)
                .filter(viewer::holds)
                .toList();
        if (roles.isEmpty()) {
            return clocks.due(Paths.actor(viewer));
        }
        return roles.stream()
                .flatMap(role -> clocks.due(viewer.actor(Purpose.PROTECTION, role)).stream())
                .distinct()
                .sorted(Comparator.comparing(DueClock::ends))
                .limit(LegalClocks.DUE_MAX)
                .toList();
    }

    private DeskItem item(DueClock one) {
        String path = "/files/" + one.file() + "/clocks";
        Text label = Text.of(
                one.lawyers() ? "protection.due.lawyers" : "protection.due.deadline",
                "number",
                one.number().text());
        Duration left = Duration.between(clock.instant(), one.ends());
        return DeskItem.of(label, path).detail(left(left)).tag(tag(one, left));
    }

    /** In whole days that are left, or were since. */
    private static Text left(Duration left) {
        boolean over = left.isNegative() || left.isZero();
        Duration plain = left.abs();
        return plain.compareTo(Duration.ofDays(3)) < 0
                ? Text.of(
                        over ? "protection.clock.since.hours" : "protection.clock.left.hours", "count", plain.toHours())
                : Text.of(over ? "protection.clock.since.days" : "protection.clock.left.days", "count", plain.toDays());
    }

    private static Tag tag(DueClock one, Duration left) {
        if (left.isNegative() || left.isZero()) {
            return Tag.stop("protection.clock.state.overdue");
        }
        return Tag.warn(one.stale() ? "protection.due.stale" : "protection.clock.state.running");
    }
}
