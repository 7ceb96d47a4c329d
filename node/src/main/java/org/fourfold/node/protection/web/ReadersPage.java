package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;

/**
 * Who has consulted a file, the latest first, a page at a time.
 *
 * @param mayOpen whether the reader may also have the sheets and go to the file
 */
public record ReadersPage(String path, List<Line> lines, Optional<String> next, boolean first, boolean mayOpen) {

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
