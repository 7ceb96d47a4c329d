package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;

/** Who has consulted a file, the latest first, a page at a time. */
public record ReadersPage(String path, List<Line> lines, Optional<String> next, boolean first) {

    public ReadersPage {
        lines = List.copyOf(lines);
    }

    /**
     * One consultation.
     *
     * @param ask where it is asked that its seal be opened; empty where it cannot be
     * @param waits whether that was asked and a second person has not answered
     */
    public record Line(String when, String who, String role, String what, String ask, boolean waits) {}
}
