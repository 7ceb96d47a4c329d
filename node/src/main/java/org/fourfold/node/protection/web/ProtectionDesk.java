package org.fourfold.node.protection.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.ReaderCount;
import org.fourfold.node.trust.Trust;
import org.springframework.stereotype.Component;

/** What protection puts on the desk and into the navigation. No name ever stands there. */
@Component
public class ProtectionDesk implements Desk, Menu {

    private final Protection protection;
    private final Nights nights;
    private final Trust trust;
    private final InstantSource clock;

    public ProtectionDesk(Protection protection, Nights nights, Trust trust, InstantSource clock) {
        this.protection = protection;
        this.nights = nights;
        this.trust = trust;
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
        try {
            return waiting(viewer);
        } catch (LockedException locked) {
            return List.of();
        }
    }

    private List<DeskItem> waiting(Viewer viewer) {
        List<DeskItem> items = new ArrayList<>();
        int emergencies = protection.emergencies(Paths.reviewer(viewer)).size();
        if (emergencies > 0) {
            items.add(DeskItem.of(Text.of("protection.desk.emergencies", "count", emergencies), "/files/emergencies")
                    .tag(Tag.stop("protection.tag.now")));
        }
        missing(viewer).ifPresent(items::add);
        if (viewer.holds(Role.CASEWORKER) || viewer.holds(Role.SUPERVISOR)) {
            for (OpeningId opening : protection.unfinished(Paths.actor(viewer))) {
                items.add(DeskItem.of(Text.of("protection.desk.unfinished"), "/files/new/" + opening + "/rights")
                        .tag(Tag.warn("protection.tag.half")));
            }
        }
        week(viewer).ifPresent(items::add);
        items.add(DeskItem.of(Text.of("protection.desk.find"), "/files"));
        return items;
    }

    /** For who looks after the house: that somebody is expected and not back. */
    private Optional<DeskItem> missing(Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        int missing = keepsHouse(actor.role()) ? nights.missing(actor) : 0;
        return missing == 0
                ? Optional.empty()
                : Optional.of(DeskItem.of(Text.of("protection.desk.missing", "count", missing), "/tonight")
                        .tag(Tag.stop("protection.tag.now")));
    }

    private static boolean keepsHouse(Role role) {
        return role == Role.CASEWORKER || role == Role.NIGHT_STAFF || role == Role.SUPERVISOR;
    }

    /** For an owner: that others consulted their files in the last seven days. */
    private Optional<DeskItem> week(Viewer viewer) {
        if (!viewer.holds(Role.CASEWORKER) && !viewer.holds(Role.SUPERVISOR)) {
            return Optional.empty();
        }
        Actor actor = Paths.actor(viewer);
        List<UUID> own =
                protection.own(actor).stream().map(file -> file.id().value()).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<ReaderCount> counts = trust.readersSince(
                actor, own, FileEvents.CONSULTED, clock.instant().minus(FileEvents.WEEK));
        int times = counts.stream().mapToInt(ReaderCount::times).sum();
        return times == 0
                ? Optional.empty()
                : Optional.of(DeskItem.of(
                        Text.of("protection.desk.week", "files", counts.size()).with("times", times), "/files/week"));
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (!viewer.mayActFor(Purpose.PROTECTION)) {
            return List.of();
        }
        MenuEntry files = MenuEntry.of(Room.PROTECTION, "protection.menu.files", "/files");
        return keepsHouse(Paths.actor(viewer).role())
                ? List.of(
                        files,
                        MenuEntry.of(Room.PROTECTION, "protection.menu.tonight", "/tonight")
                                .with("/unmet"))
                : List.of(files);
    }
}
