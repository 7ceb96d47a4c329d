package org.fourfold.node.protection.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Breach;
import org.fourfold.node.protection.Breaches;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Complaints;
import org.fourfold.node.protection.ConsentDuty;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Interrupted;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Rights;
import org.fourfold.node.protection.RightsRequest;
import org.fourfold.node.protection.Today;
import org.fourfold.node.protection.Transfers;
import org.fourfold.node.protection.UrgentFile;
import org.fourfold.node.protection.Waiting;
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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What protection puts on the desk, danger before everything else, and into the navigation. No name ever stands there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ProtectionDesk implements Desk, Menu {

    /** Plans that one desk lists. */
    private static final int PLANS_MAX = 10;

    /** Nights before the present one of which somebody may still have to read. */
    private static final int NIGHTS_BACK = 3;

    private final Protection protection;
    private final Consents consents;
    private final Rights rights;
    private final Transfers transfers;
    private final Breaches breaches;
    private final Complaints complaints;
    private final Today today;
    private final Plans plans;
    private final House house;
    private final Trust trust;
    private final InstantSource clock;

    public ProtectionDesk(
            Protection protection,
            Consents consents,
            Rights rights,
            Transfers transfers,
            Breaches breaches,
            Complaints complaints,
            Today today,
            Plans plans,
            House house,
            Trust trust,
            InstantSource clock) {
        this.protection = protection;
        this.consents = consents;
        this.rights = rights;
        this.transfers = transfers;
        this.breaches = breaches;
        this.complaints = complaints;
        this.today = today;
        this.plans = plans;
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
        if (Paths.isOverseer(viewer)) {
            List<DeskItem> items = new ArrayList<>();
            breaches(viewer).ifPresent(items::add);
            requests(viewer).ifPresent(items::add);
            return items;
        }
        if (Paths.isTrustee(viewer)) {
            return heard(viewer).map(List::of).orElse(List.of());
        }
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
        List<DeskItem> items = new ArrayList<>(today(viewer));
        int emergencies = protection.emergencies(Paths.reviewer(viewer)).size();
        if (emergencies > 0) {
            items.add(DeskItem.of(Text.of("protection.desk.emergencies", "count", emergencies), "/files/emergencies")
                    .tag(Tag.stop("protection.tag.now")));
        }
        if (viewer.holds(Role.CASEWORKER) || viewer.holds(Role.SUPERVISOR)) {
            for (OpeningId opening : protection.unfinished(Paths.actor(viewer))) {
                items.add(DeskItem.of(Text.of("protection.desk.unfinished"), "/files/new/" + opening + "/rights")
                        .tag(Tag.warn("protection.tag.half")));
            }
            transfers.waiting(Paths.reviewer(viewer)).stream()
                    .map(ProtectionDesk::handed)
                    .forEach(items::add);
            consents.duties(Paths.actor(viewer)).stream().map(this::duty).forEach(items::add);
        }
        if (viewer.holds(Role.SUPERVISOR)) {
            items.addAll(plans(viewer));
        }
        requests(viewer).ifPresent(items::add);
        week(viewer).ifPresent(items::add);
        items.add(DeskItem.of(Text.of("protection.desk.find"), "/files"));
        items.add(DeskItem.of(Text.of("protection.demand.arrived"), "/files/demands/new"));
        return items;
    }

    /** What went wrong and is not settled, for the privacy officer. */
    private Optional<DeskItem> breaches(Viewer viewer) {
        try {
            List<Breach> open = breaches.listed(Paths.overseer(viewer)).stream()
                    .filter(Breach::isOpen)
                    .toList();
            Instant now = clock.instant();
            boolean late = open.stream().anyMatch(one -> one.isOverdue(now));
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DeskItem.of(
                                    Text.of("protection.desk.breaches", "count", open.size()), "/files/breaches")
                            .tag(late ? Tag.stop("protection.breach.state.late") : Tag.warn("protection.tag.now")));
        } catch (LockedException locked) {
            return Optional.empty();
        }
    }

    /** Complaints about the house without an answer, for its trustees. */
    private Optional<DeskItem> heard(Viewer viewer) {
        try {
            long waiting = complaints.listed(Paths.trustee(viewer)).stream()
                    .filter(one -> !one.isAnswered())
                    .count();
            return waiting == 0
                    ? Optional.empty()
                    : Optional.of(
                            DeskItem.of(Text.of("protection.desk.complaints", "count", waiting), "/files/complaints")
                                    .tag(Tag.warn("protection.complaint.state.waits")));
        } catch (LockedException locked) {
            return Optional.empty();
        }
    }

    /** Plans that wait for the viewer's approval, what changed last first. */
    private List<DeskItem> plans(Viewer viewer) {
        List<CaseFile> waiting = plans.waiting(Paths.reviewer(viewer));
        return waiting.stream()
                .limit(PLANS_MAX)
                .map(file -> DeskItem.of(
                                Text.of(
                                        "protection.desk.plan",
                                        "number",
                                        file.number().text()),
                                "/files/" + file.id() + "/plan")
                        .tag(Tag.warn("protection.plan.not-approved")))
                .toList();
    }

    /** A conversation that the viewer began: how long ago something was last put into it, and nothing of it. */
    private DeskItem interrupted(Interrupted one) {
        Duration ago = Duration.between(one.kept(), clock.instant());
        return DeskItem.of(
                        Text.of(
                                        "protection.desk.interrupted",
                                        "number",
                                        one.file().number().text())
                                .with("hours", ago.toHours()),
                        "/files/" + one.file().id() + "/conversations")
                .tag(Tag.warn("protection.tag.half"));
    }

    /** What people asked and nobody has answered. */
    private Optional<DeskItem> requests(Viewer viewer) {
        Actor actor = Paths.isOverseer(viewer) ? Paths.overseer(viewer) : Paths.reviewer(viewer);
        List<RightsRequest> waiting = rights.listed(actor).stream()
                .filter(one -> one.answer().isEmpty())
                .toList();
        Instant now = clock.instant();
        boolean overdue = waiting.stream().anyMatch(one -> one.isOverdue(now));
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(DeskItem.of(
                                Text.of("protection.desk.requests", "count", waiting.size()), "/files/requests")
                        .tag(overdue ? Tag.stop("protection.request.overdue") : Tag.warn("protection.request.waits")));
    }

    private static DeskItem handed(CaseFile file) {
        return DeskItem.of(
                        Text.of(
                                "protection.desk.handed",
                                "number",
                                file.number().text()),
                        "/files/" + file.id() + "/handed")
                .tag(Tag.warn("protection.tag.new"));
    }

    private DeskItem duty(ConsentDuty duty) {
        String page = "/files/" + duty.file() + "/consent";
        String number = duty.number().text();
        return duty.ends()
                .map(ends -> DeskItem.of(
                                Text.of("protection.desk.consent-ends", "number", number)
                                        .with("days", daysUntil(ends)),
                                page)
                        .tag(Tag.warn("protection.tag.soon")))
                .orElseGet(() -> DeskItem.of(Text.of("protection.desk.tell", "number", number), page)
                        .tag(Tag.stop("protection.tag.now")));
    }

    /** By the calendar of the house: what ends tomorrow evening ends in one day. */
    private long daysUntil(Instant ends) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(clock.instant(), house.zone()), LocalDate.ofInstant(ends, house.zone()));
    }

    /** What waits, the most urgent first; of tasks only how many. */
    private List<DeskItem> today(Viewer viewer) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), house.zone());
        LocalDate since = NightLog.night(clock.instant(), house.zone()).minusDays(NIGHTS_BACK);
        Waiting waiting = today.of(Paths.actor(viewer), day, since);
        List<DeskItem> items = new ArrayList<>();
        for (UrgentFile one : waiting.urgent()) {
            String number = one.file().number().text();
            items.add(DeskItem.of(
                            Text.of("protection.desk.urgent", "number", number),
                            "/files/" + one.file().id() + "/urgent")
                    .tag(Tag.stop("protection.tag.now")));
        }
        waiting.interrupted().stream().map(this::interrupted).forEach(items::add);
        if (waiting.missing() > 0) {
            items.add(DeskItem.of(Text.of("protection.desk.missing", "count", waiting.missing()), "/tonight")
                    .tag(Tag.stop("protection.tag.now")));
        }
        waiting.unread()
                .map(night -> DeskItem.of(Text.of("protection.desk.night"), "/nights/" + night)
                        .tag(Tag.warn("protection.tag.unread")))
                .ifPresent(items::add);
        if (waiting.tasks() > 0) {
            DeskItem tasks = DeskItem.of(Text.of("protection.desk.tasks", "count", waiting.tasks()), "/to-do");
            Text overdue = Text.of("protection.tag.overdue", "count", waiting.overdue());
            items.add(waiting.overdue() == 0 ? tasks : tasks.tag(new Tag(Tag.Tone.STOP, overdue)));
        }
        return items;
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

    /** To report and to complain anybody of the house has a way. */
    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        MenuEntry report = MenuEntry.of(Room.TRUST, "protection.menu.report", "/files/breaches/report")
                .with("/files/complaint");
        if (Paths.isOverseer(viewer)) {
            return List.of(
                    MenuEntry.of(Room.TRUST, "protection.oversight.title", "/files/oversight")
                            .with("/files/breaches"),
                    report);
        }
        if (Paths.isTrustee(viewer)) {
            return List.of(MenuEntry.of(Room.TRUST, "protection.complaints.title", "/files/complaints"), report);
        }
        return Stream.concat(atWork(viewer).stream(), Stream.of(report)).toList();
    }

    private static List<MenuEntry> atWork(Viewer viewer) {
        if (!viewer.mayActFor(Purpose.PROTECTION)) {
            return List.of();
        }
        MenuEntry files = MenuEntry.of(Room.PROTECTION, "protection.menu.files", "/files");
        MenuEntry clocks = MenuEntry.of(Room.PROTECTION, "protection.menu.clocks", "/clocks");
        return keepsHouse(Paths.actor(viewer).role())
                ? List.of(
                        files,
                        MenuEntry.of(Room.PROTECTION, "protection.menu.tonight", "/tonight")
                                .with("/unmet", "/nights", "/store", "/interpreters", "/recordings"),
                        MenuEntry.of(Room.PROTECTION, "protection.menu.todo", "/to-do"),
                        clocks,
                        MenuEntry.of(Room.PROTECTION, "protection.counts.title", "/counts"))
                : List.of(files, clocks);
    }
}
