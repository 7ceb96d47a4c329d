package org.fourfold.node.protection.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.DemandLine;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.LegalDemand.State;
import org.fourfold.node.protection.OverrideLine;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What demands and overrides put on the desk: before all else of the room, what is overdue first. No name stands there. */
@Component
@Order(0)
public class DemandDesk implements Desk {

    /** Of demands; the rest is behind the link to all. */
    private static final int SHOWN_MAX = 8;

    private final Demands demands;
    private final Overrides overrides;

    public DemandDesk(Demands demands, Overrides overrides) {
        this.demands = demands;
        this.overrides = overrides;
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
        Map<String, DeskItem> items = new LinkedHashMap<>();
        List<Actor> actors = actors(viewer);
        for (Actor actor : actors) {
            overrides.waiting(actor).stream()
                    .map(DemandDesk::item)
                    .forEach(item -> items.putIfAbsent(item.path(), item));
        }
        LocalDate today = demands.today();
        Map<String, DeskItem> ofDemands = new LinkedHashMap<>();
        for (Actor actor : actors) {
            demands.waiting(actor).stream()
                    .sorted(Comparator.comparing((DemandLine line) -> !line.isOverdue(today)))
                    .flatMap(line -> item(line, actor, today).stream())
                    .forEach(item -> ofDemands.putIfAbsent(item.path(), item));
        }
        List<DeskItem> all = new ArrayList<>(items.values());
        ofDemands.values().stream().limit(SHOWN_MAX).forEach(all::add);
        if (ofDemands.size() > SHOWN_MAX) {
            all.add(DeskItem.of(Text.of("protection.demands.all", "count", ofDemands.size()), "/files/demands"));
        }
        return all;
    }

    /** As the lawyer of files, and as whatever else the member is. */
    private static List<Actor> actors(Viewer viewer) {
        List<Actor> actors = new ArrayList<>();
        if (viewer.holds(Role.LAWYER)) {
            actors.add(viewer.actor(Purpose.PROTECTION, Role.LAWYER));
        }
        Actor other = Paths.reviewer(viewer);
        if (other.role() != Role.LAWYER) {
            actors.add(other);
        }
        return actors;
    }

    private static DeskItem item(OverrideLine line) {
        String number = line.number().text();
        String path = "/files/" + line.file() + "/override";
        return switch (line.task()) {
            case ANSWER ->
                DeskItem.of(Text.of("protection.override.desk.answer", "number", number), path)
                        .tag(Tag.stop("protection.tag.now"));
            case HAND_OVER ->
                DeskItem.of(Text.of("protection.override.desk.hand-over", "number", number), path)
                        .tag(Tag.stop("protection.tag.now"));
            case TELL ->
                DeskItem.of(Text.of("protection.override.desk.tell", "number", number), path)
                        .tag(Tag.warn("protection.demand.tag.tell"));
        };
    }

    /** What this reader has to do with it, if anything. */
    private static Optional<DeskItem> item(DemandLine line, Actor actor, LocalDate today) {
        String path = DemandWords.path(line);
        if (line.number().isEmpty()) {
            return line.state() == State.ANSWERED
                    ? Optional.empty()
                    : Optional.of(timed(DeskItem.of(Text.of("protection.demand.desk.loose"), path), line, today));
        }
        String number = line.number().get().text();
        boolean undecided = line.state() == State.RECEIVED || line.state() == State.WITH_LAWYER;
        if (line.asLawyer() && actor.role() == Role.LAWYER) {
            boolean over = line.state().isOver();
            String key = undecided ? "protection.demand.desk.lawyer" : "protection.demand.desk.go-on";
            return over
                    ? Optional.empty()
                    : Optional.of(timed(DeskItem.of(Text.of(key, "number", number), path), line, today));
        }
        if (undecided && !line.lawyerNamed()) {
            return Optional.of(timed(
                    DeskItem.of(Text.of("protection.demand.desk.no-lawyer", "number", number), path), line, today));
        }
        if (line.mine() && line.waitsForTelling(today)) {
            DeskItem item = DeskItem.of(Text.of("protection.demand.desk.tell", "number", number), path);
            return Optional.of(timed(item, line, today));
        }
        boolean toMeet = line.state() == State.APPROVED || line.state() == State.NARROWED;
        return line.mine() && toMeet
                ? Optional.of(
                        timed(DeskItem.of(Text.of("protection.demand.desk.meet", "number", number), path), line, today))
                : Optional.empty();
    }

    private static DeskItem timed(DeskItem item, DemandLine line, LocalDate today) {
        if (line.due().isEmpty()) {
            return item.detail(Text.of("protection.demand.no-due"));
        }
        LocalDate due = line.due().get();
        long days = java.time.temporal.ChronoUnit.DAYS.between(today, due);
        boolean overdue = line.isOverdue(today);
        DeskItem detailed = item.detail(Text.of(
                overdue ? "protection.demand.desk.overdue" : "protection.demand.desk.days", "days", Math.abs(days)));
        return overdue ? detailed.tag(Tag.stop("protection.demand.tag.overdue")) : detailed;
    }
}
