package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * The interpreters of the house, or one of them.
 *
 * @param form of a new one, or of the one that is shown; empty for who may not write
 */
public record InterpretersPage(List<Line> lines, Optional<Form> form) {

    public InterpretersPage {
        lines = List.copyOf(lines);
    }

    /** One; {@code path} leads to where they are changed, and is empty for who may not. */
    public record Line(
            String name,
            String languages,
            String reach,
            String promised,
            String notFor,
            String from,
            Optional<Tag> tag,
            String path) {}

    /** The form. */
    public record Form(String path, String formKey, boolean isNew, List<Choice> organisations, Typed typed) {}

    /** The form as it was sent. */
    public record Typed(
            String name, String languages, String reach, String promised, String notFor, String from, boolean active) {

        static final Typed NOTHING = new Typed("", "", "", "", "", "", true);
    }
}
