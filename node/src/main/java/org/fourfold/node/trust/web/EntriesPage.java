package org.fourfold.node.trust.web;

import java.util.List;
import java.util.Optional;

/** A page of the entries of the log, the latest first. */
public record EntriesPage(List<Line> lines, Optional<String> next, boolean first) {

    public EntriesPage {
        lines = List.copyOf(lines);
    }

    /**
     * One entry.
     *
     * @param by the beginning of the member's pseudonym; empty when the node itself acted
     * @param of the beginning of the pseudonym of what it is about; empty when nothing
     */
    public record Line(long index, String when, String what, String by, String of) {}
}
