package org.fourfold.node.protection.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.House;
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

    /** Nights before the present one of which somebody may still have to read. */
    private static final int NIGHTS_BACK = 3;

    private final Protection protection;
    private final Nights nights;
    private final NightLog log;
    private final UrgentRisks risks;
    private final House house;
    private final Trust trust;
    private final InstantSource clock;

    public ProtectionDesk(
            Protection protection,
            Nights nights,
            NightLog log,
            UrgentRisks risks,
            House house,
            Trust trust,
            InstantSource clock) {
        this.protection = protection;
        this.nights = nights;
        this.log = log;
        this.risks = risks;
        this.house = house;
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
        List<DeskItem> items = new ArrayList<>(urgent(viewer));
        int emergencies = protection.emergencies(Paths.reviewer(viewer)).size();
        if (emergencies > 0) {
            items.add(DeskItem.of(Text.of("protection.desk.emergencies", "count", emergencies), "/files/emergencies")
                    .tag(Tag.stop("protection.tag.now")));
        }
        missing(viewer).ifPresent(items::add);
        unread(viewer).ifPresent(items::add);
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

    /** For everybody who has a relation to the file, before all else. */
    private List<DeskItem> urgent(Viewer viewer) {
        return risks.all(Paths.actor(viewer)).stream()
                .map(one -> DeskItem.of(
                                Text.of(
                                        "protection.desk.urgent",
                                        "number",
                                        one.file().number().text()),
                                "/files/" + one.file().id() + "/urgent")
                        .tag(Tag.stop("protection.tag.now")))
                .toList();
    }

    /** For who takes over in the morning. */
    private Optional<DeskItem> unread(Viewer viewer) {
        Actor actor = Paths.actor(viewer);
        if (!keepsHouse(actor.role())) {
            return Optional.empty();
        }
        LocalDate since = NightLog.night(clock.instant(), house.zone()).minusDays(NIGHTS_BACK);
        return log.unread(actor, since)
                .map(night -> DeskItem.of(Text.of("protection.desk.night"), "/nights/" + night)
                        .tag(Tag.warn("protection.tag.unread")));
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
                                .with("/unmet", "/nights"))
                : List.of(files);
    }
}
