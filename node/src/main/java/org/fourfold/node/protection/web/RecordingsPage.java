package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * Recordings of what the house says.
 *
 * @param formKey empty for who may not add any
 */
public record RecordingsPage(
        List<Part> parts, String formKey, List<Choice> texts, List<Choice> languages, String text, String language) {

    public RecordingsPage {
        parts = List.copyOf(parts);
        texts = List.copyOf(texts);
        languages = List.copyOf(languages);
    }

    /** One text, in the languages in which it can be heard. */
    public record Part(String title, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** A recording; {@code awayPath} is empty for who may not take it away. */
    public record Line(String language, String path, String since, String awayPath) {}
}
