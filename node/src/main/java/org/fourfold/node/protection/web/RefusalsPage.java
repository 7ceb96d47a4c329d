package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** How many do not want to be identified. */
public record RefusalsPage(String formKey, List<Choice> reasons, String chosen, List<Line> lines) {

    public RefusalsPage {
        lines = List.copyOf(lines);
    }

    /** A month and a reason; few are not told exactly. */
    public record Line(String month, String reason, String persons) {}
}
