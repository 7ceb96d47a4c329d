package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * What a person received, and one more to write down.
 *
 * @param kinds empty for who may not write
 */
public record ServicesPage(
        String path, String back, String formKey, List<Line> lines, List<Choice> kinds, Typed typed) {

    public ServicesPage {
        lines = List.copyOf(lines);
        kinds = List.copyOf(kinds);
    }

    /** One of them; {@code strike} takes that it was a mistake, and is empty for who may not say and where it was said. */
    public record Line(String what, String when, String words, String who, Optional<Tag> struck, String strike) {}

    /** The form as it was sent. */
    public record Typed(String kind, String day, String times, String words) {}
}
