package org.fourfold.node.shell;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One entry of the navigation.
 *
 * @param labelKey key of its words
 * @param path where it leads; an entry is the current one when the page's path begins with it
 * @param besides where other pages of it begin that do not stand under its path
 * @param count how many wait there, where that is known cheaply
 */
public record MenuEntry(Room room, String labelKey, String path, List<String> besides, OptionalLong count) {

    public MenuEntry {
        besides = List.copyOf(besides);
    }

    public static MenuEntry of(Room room, String labelKey, String path) {
        return new MenuEntry(room, labelKey, path, List.of(), OptionalLong.empty());
    }

    public MenuEntry with(String... others) {
        return new MenuEntry(room, labelKey, path, List.of(others), count);
    }

    public MenuEntry count(long waiting) {
        return new MenuEntry(room, labelKey, path, besides, OptionalLong.of(waiting));
    }

    /** How much of a page's path this entry accounts for, in characters; 0 when the page does not stand under it. */
    public int nearness(String current) {
        return Stream.concat(Stream.of(path), besides.stream())
                .filter(one -> current.equals(one) || (!one.equals("/") && current.startsWith(one + "/")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
