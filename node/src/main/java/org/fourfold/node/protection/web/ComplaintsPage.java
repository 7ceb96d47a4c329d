package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Tag;

/** What the trustees have before them. */
public record ComplaintsPage(List<Line> lines) {

    public ComplaintsPage {
        lines = List.copyOf(lines);
    }

    /** One complaint, without what was told. */
    public record Line(String path, String day, String whose, Tag state) {}

    /** What was answered. */
    public record Step(String day, String state, String words) {}
}
