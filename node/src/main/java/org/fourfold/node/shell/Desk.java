package org.fourfold.node.shell;

import java.util.List;

/** What one room puts on a member's desk, "My work today". Several beans may
 * fill one room. */
public interface Desk {

    /** At most this many items of one room are shown. */
    int ITEMS_MAX = 20;

    Room room();

    /** The most pressing first; empty for somebody without work in this room. */
    List<DeskItem> items(Viewer viewer);
}
