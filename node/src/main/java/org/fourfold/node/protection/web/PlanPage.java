package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * What is planned with a person, and what was given.
 *
 * @param approved who approved it and when; empty where nobody has
 * @param kinds that the reader may write; empty for none
 * @param items in the store, to hand out; empty where there are none or the reader may not
 * @param interpreters who can be booked, after an empty choice; none for who may not book
 */
public record PlanPage(
        String path,
        String back,
        String addKey,
        String outKey,
        List<Section> sections,
        String approved,
        Optional<Tag> approval,
        boolean mayApprove,
        List<Choice> kinds,
        List<Choice> items,
        List<Choice> interpreters,
        Typed typed) {

    public PlanPage {
        sections = List.copyOf(sections);
        kinds = List.copyOf(kinds);
        items = List.copyOf(items);
        interpreters = List.copyOf(interpreters);
    }

    /** Entries of one kind, open ones first. */
    public record Section(String title, List<Line> lines) {}

    /** An entry; {@code path} takes how it stands, and is empty for who may not say; {@code booked} names an interpreter. */
    public record Line(
            String words,
            String when,
            String who,
            Tag state,
            boolean open,
            String booked,
            Optional<Tag> warning,
            String path) {}

    /** The forms as they were sent. */
    public record Typed(
            String kind, String words, String day, String time, String interpreter, String item, String quantity) {

        static final Typed NOTHING = new Typed("NEED", "", "", "", "", "", "1");
    }
}
