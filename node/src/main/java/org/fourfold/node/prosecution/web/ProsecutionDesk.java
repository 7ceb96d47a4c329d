package org.fourfold.node.prosecution.web;

import java.util.List;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.shell.Desk;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** What prosecution puts on the desk and into the navigation; nothing for who does not investigate. */
@Component
public class ProsecutionDesk implements Desk, Menu {

    @Override
    public Room room() {
        return Room.PROSECUTION;
    }

    @Override
    public List<DeskItem> items(Viewer viewer) {
        return viewer.mayActFor(Purpose.INVESTIGATION)
                ? List.of(
                        DeskItem.of(Text.of("prosecution.desk.search"), "/entities"),
                        DeskItem.of(Text.of("prosecution.desk.overlaps"), "/entities/overlaps"),
                        DeskItem.of(Text.of("prosecution.desk.investigations"), "/investigations"))
                : List.of();
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.mayActFor(Purpose.INVESTIGATION)
                ? List.of(
                        MenuEntry.of(Room.PROSECUTION, "prosecution.menu.search", "/entities"),
                        MenuEntry.of(Room.PROSECUTION, "prosecution.menu.overlaps", "/entities/overlaps"),
                        MenuEntry.of(Room.PROSECUTION, "prosecution.menu.investigations", "/investigations"),
                        MenuEntry.of(Room.PROSECUTION, "prosecution.menu.sources", "/entities/sources")
                                .with("/entities/import", "/entities/mappings"))
                : List.of();
    }
}
