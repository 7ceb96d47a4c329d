package org.fourfold.node.prevention.web;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** The room's entries in the navigation. */
@Component
public class PreventionMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (!viewer.mayActFor(Purpose.PREVENTION)) {
            return List.of();
        }
        List<MenuEntry> entries = new ArrayList<>(List.of(
                MenuEntry.of(Room.PREVENTION, "prevention.menu.map", "/map"),
                MenuEntry.of(Room.PREVENTION, "prevention.menu.series", "/map/series"),
                MenuEntry.of(Room.PREVENTION, "prevention.menu.imports", "/map/imports"),
                MenuEntry.of(Room.PREVENTION, "prevention.menu.duplicates", "/map/duplicates")));
        if (ImportController.writer(viewer).isPresent()) {
            entries.add(MenuEntry.of(Room.PREVENTION, "prevention.menu.overlap", "/map/overlap"));
        }
        return entries;
    }
}
