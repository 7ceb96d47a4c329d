package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** The short page on which anybody reports that something went wrong. */
public record BreachReportPage(String formKey, List<Choice> kinds, Typed typed) {

    public BreachReportPage {
        kinds = List.copyOf(kinds);
    }

    /** The form as it was sent. */
    public record Typed(String kind, String noticed, String time, String happened, String words) {

        static final Typed NOTHING = new Typed("", "", "", "", "");
    }
}
