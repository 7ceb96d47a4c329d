package org.fourfold.node.protection.web;

import java.util.List;

/**
 * The conversations of a file.
 *
 * @param path of this page
 * @param drafts addresses of those that were begun
 */
public record ScreeningsPage(
        String path, String back, List<Line> lines, List<String> drafts, List<String> follows, boolean mayWrite) {

    public ScreeningsPage {
        lines = List.copyOf(lines);
        drafts = List.copyOf(drafts);
        follows = List.copyOf(follows);
    }

    /** A conversation: when it was told, when typed, with which questions, and before whom. */
    public record Line(String path, String told, String typed, String instrument, String room, List<String> warnings) {}
}
