package org.fourfold.node.access.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * The first visit.
 *
 * @param kind what was typed before, given back after a fault; passwords never are
 * @param sheet the groups of the recovery sheet, while it is shown
 * @param asked which groups are asked back, first = 1
 */
public record SetUpPage(
        Step step,
        String kind,
        String name,
        String zone,
        String administratorName,
        String signInName,
        List<Choice> kinds,
        List<Choice> zones,
        List<String> sheet,
        List<Integer> asked) {

    /** Where the visit stands. */
    public enum Step {
        CODE,
        INTERRUPTED,
        ORGANISATION,
        SHEET
    }

    public SetUpPage {
        kinds = List.copyOf(kinds);
        zones = List.copyOf(zones);
        sheet = List.copyOf(sheet);
        asked = List.copyOf(asked);
    }
}
