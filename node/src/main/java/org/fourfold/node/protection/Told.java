package org.fourfold.node.protection;

import java.util.List;

/** What a file holds beside its answers and notes, as far as the groups asked for show it. */
public record Told(List<Screening> screenings, List<Sign> signs, List<IdentificationDecision> decisions) {

    public static final Told NOTHING = new Told(List.of(), List.of(), List.of());

    public Told {
        screenings = List.copyOf(screenings);
        signs = List.copyOf(signs);
        decisions = List.copyOf(decisions);
    }
}
