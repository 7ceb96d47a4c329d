package org.fourfold.node.protection.web;

import java.util.List;

/** What competent bodies decided. */
public record DecisionsPage(String path, String back, List<Line> lines, boolean mayWrite) {

    public DecisionsPage {
        lines = List.copyOf(lines);
    }

    /** One decision: its rows, and where it is corrected; empty for who may not. */
    public record Line(String title, List<Row> rows, String path) {}
}
