package org.fourfold.node.trust.web;

import java.util.List;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.MenuEntry;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.springframework.stereotype.Component;

/** The record in the navigation, for those who oversee. */
@Component
public class RecordMenu implements Menu {

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        return viewer.mayActFor(Purpose.OVERSIGHT)
                ? List.of(MenuEntry.of(Room.TRUST, "trust.menu.record", "/record"))
                : List.of();
    }
}
