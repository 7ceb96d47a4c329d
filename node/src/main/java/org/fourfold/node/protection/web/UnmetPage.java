package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** What could not be given: the form and the counts of twelve months. */
public record UnmetPage(
        String formKey,
        List<Choice> outcomes,
        List<Choice> needs,
        List<Choice> reasons,
        Typed typed,
        List<Month> months,
        List<Line> lines) {

    public UnmetPage {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
    }

    /** A month by what came of it, in persons. */
    public record Month(String month, String turnedAway, String waiting, String refused) {}

    /** One count, in persons. */
    public record Line(String month, String outcome, String need, String reason, String persons) {}

    /** The form as it was sent. */
    public record Typed(String outcome, String need, String reason, String persons) {}
}
