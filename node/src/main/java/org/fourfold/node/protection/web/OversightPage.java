package org.fourfold.node.protection.web;

import java.util.List;

/** What the privacy officer sees: who asked how often, and what left the house or was opened in an emergency. */
public record OversightPage(List<Asked> asked, List<Done> done, boolean whole, List<Ends> ends) {

    public OversightPage {
        asked = List.copyOf(asked);
        done = List.copyOf(done);
        ends = List.copyOf(ends);
    }

    /** Until when a consent of a file holds. */
    public record Ends(String number, String until) {}

    /** How often a member searched, how often in vain. */
    public record Asked(String member, int times, int inVain) {}

    /** What was done; {@code readersPath} leads to who consulted that file, empty where it was of no single one. */
    public record Done(String at, String member, String what, String groups, String why, String readersPath) {}
}
