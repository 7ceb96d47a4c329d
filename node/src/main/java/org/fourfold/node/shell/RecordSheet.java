package org.fourfold.node.shell;

import java.util.List;

/**
 * What the record tells of one thing, on a sheet that can be handed to a judge. In the reader's words; it names nobody.
 *
 * @param facts held since, changed when, under which checkpoint
 * @param handed what left the house
 * @param lines everything that happened, the first first
 * @param whole false where there was more than is shown
 */
public record RecordSheet(List<Fact> facts, List<Line> handed, List<Line> lines, boolean whole) {

    public RecordSheet {
        facts = List.copyOf(facts);
        handed = List.copyOf(handed);
        lines = List.copyOf(lines);
    }

    /** One fact; {@code note} may be empty. */
    public record Fact(String term, String value, String note) {}

    /**
     * One event.
     *
     * @param index its place in the log; empty where it is not under this checkpoint
     * @param who the beginning of a pseudonym; empty when the node itself acted
     * @param detail a code that says more; may be empty
     */
    public record Line(String index, String when, String what, String role, String who, String detail) {}
}
