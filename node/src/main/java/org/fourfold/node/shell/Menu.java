package org.fourfold.node.shell;

import java.util.List;

/** A module's entries in the navigation, for this viewer. One bean a module. What is not shown is still refused. */
@FunctionalInterface
public interface Menu {

    List<MenuEntry> entries(Viewer viewer);
}
