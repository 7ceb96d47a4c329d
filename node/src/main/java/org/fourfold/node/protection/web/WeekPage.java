package org.fourfold.node.protection.web;

import java.util.List;

/** Which of the owner's files others consulted in the week. */
public record WeekPage(List<Line> lines) {

    public WeekPage {
        lines = List.copyOf(lines);
    }

    /** One file: how many others, how often. */
    public record Line(String path, String number, int members, int times) {}
}
