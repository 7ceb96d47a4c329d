package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Set;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * One breach: what is known, until when who is to be told, and every entry.
 *
 * @param known in rows, as it was last weighed
 * @param entries the first first
 */
public record BreachPage(
        String path,
        List<Row> known,
        String authorityBy,
        Tag authority,
        List<Entry> entries,
        List<Choice> groups,
        Set<String> chosenGroups,
        List<Choice> persons,
        String chosenPersons,
        List<Choice> severities,
        String chosenSeverity,
        List<Choice> steps,
        String formKey,
        String weighKey,
        Typed typed) {

    public BreachPage {
        known = List.copyOf(known);
        entries = List.copyOf(entries);
    }

    /** One entry in words. */
    public record Entry(String at, String by, String what, String words) {}

    /** The form of a step as it was sent. */
    public record Typed(String step, String on, String words) {

        static final Typed NOTHING = new Typed("done", "", "");
    }
}
