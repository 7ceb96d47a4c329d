package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * What people ask of what is kept about them.
 *
 * @param mayTake whether the reader writes one down
 * @param typed what stands in the form after a fault
 */
public record RequestsPage(
        List<Line> lines,
        boolean mayTake,
        List<Choice> kinds,
        List<Choice> how,
        List<Choice> outcomes,
        String formKey,
        Typed typed) {

    public RequestsPage {
        lines = List.copyOf(lines);
    }

    /** One request; {@code answerPath} is empty where it was answered. */
    public record Line(
            String number, String kind, String received, String due, Tag state, String outcome, String answerPath) {}

    /** The form as it was sent. */
    public record Typed(String number, String kind, String how) {

        static final Typed NOTHING = new Typed("", "ACCESS", "PHONE");
    }
}
