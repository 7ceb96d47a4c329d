package org.fourfold.node.shell;

import java.util.OptionalLong;

/**
 * One entry of the navigation.
 *
 * @param labelKey key of its words
 * @param path where it leads; an entry is the current one when the page's path begins with it
 * @param count how many wait there, where that is known cheaply
 */
public record MenuEntry(Room room, String labelKey, String path, OptionalLong count) {

    public static MenuEntry of(Room room, String labelKey, String path) {
        return new MenuEntry(room, labelKey, path, OptionalLong.empty());
    }

    public MenuEntry count(long waiting) {
        return new MenuEntry(room, labelKey, path, OptionalLong.of(waiting));
    }

    /** Whether a page at the given path stands under this entry. */
    public boolean leadsTo(String current) {
        return current.equals(path) || (!path.equals("/") && current.startsWith(path + "/"));
    }
}
