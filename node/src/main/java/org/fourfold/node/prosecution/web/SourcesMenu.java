package org.fourfold.node.prosecution.web;

import java.util.List;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** The way to sources and imports; it stands behind what is read of them. */
@Component
public class SourcesMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.mayActFor(Purpose.INVESTIGATION)
                ? List.of(MenuEntry.of(Room.PROSECUTION, "prosecution.menu.sources", "/entities/sources"))
                : List.of();
    }
}
