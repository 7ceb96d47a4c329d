package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/** One complaint before a trustee. */
public record ComplaintHeardPage(
        String path,
        String whose,
        String writer,
        String words,
        Tag state,
        List<ComplaintsPage.Step> steps,
        boolean mayForget,
        List<Choice> states,
        String formKey,
        Typed typed) {

    public ComplaintHeardPage {
        steps = List.copyOf(steps);
    }

    /** The form as it was sent. */
    public record Typed(String state, String words) {

        static final Typed NOTHING = new Typed("RECEIVED", "");
    }
}
