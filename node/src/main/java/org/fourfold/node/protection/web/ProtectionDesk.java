package org.fourfold.node.protection.web;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
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
import org.springframework.stereotype.Component;

/** What protection puts on the desk and into the navigation. No name ever stands there. */
@Component
public class ProtectionDesk implements Desk, Menu {

    private final Protection protection;

    public ProtectionDesk(Protection protection) {
        this.protection = protection;
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
        if (viewer.holds(Role.CASEWORKER) || viewer.holds(Role.SUPERVISOR)) {
            for (OpeningId opening : protection.unfinished(Paths.actor(viewer))) {
                items.add(DeskItem.of(Text.of("protection.desk.unfinished"), "/files/new/" + opening + "/rights")
                        .tag(Tag.warn("protection.tag.half")));
            }
        }
        items.add(DeskItem.of(Text.of("protection.desk.find"), "/files"));
        return items;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.mayActFor(Purpose.PROTECTION)
                ? List.of(MenuEntry.of(Room.PROTECTION, "protection.menu.files", "/files"))
                : List.of();
    }
}
