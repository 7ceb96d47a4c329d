package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * What is to be done, and who covers for whom.
 *
 * @param file the id of the file that it is all about; empty for the reader's own list
 * @param whom the team first, then its members
 * @param covering the form of cover, on the reader's own list
 */
public record TasksPage(
        String file, String formKey, List<Line> tasks, List<Choice> whom, Typed typed, Optional<Covering> covering) {

    public TasksPage {
        tasks = List.copyOf(tasks);
        whom = List.copyOf(whom);
    }

    /** A task; {@code path} leads to its file, {@code donePath} takes that it is done, or was not. */
    public record Line(
            String what,
            String due,
            String whom,
            String by,
            Optional<Tag> state,
            String number,
            String path,
            boolean done,
            String donePath) {}

    /** The form of a task as it was sent. */
    public record Typed(String what, String due, String whom) {}

    /** Cover for leave. */
    public record Covering(
            String formKey, List<CoverLine> lines, List<Choice> whose, List<Choice> colleagues, CoverTyped typed) {

        public Covering {
            lines = List.copyOf(lines);
        }
    }

    /** One cover; {@code endPath} is empty for who may not end it. */
    public record CoverLine(String member, String covers, String first, String last, String endPath) {}

    /** The form of cover as it was sent. */
    public record CoverTyped(String whose, String covers, String first, String last) {}
}
