package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * Where a complaint about the house is written down together with its person, and asked after by its code.
 *
 * @param trustees who will read it, by name; none where nobody could
 * @param asked what a code that was typed leads to
 */
public record ComplaintPage(
        String formKey, List<String> trustees, List<Choice> whose, Typed typed, List<ComplaintsPage.Step> asked) {

    public ComplaintPage {
        trustees = List.copyOf(trustees);
        asked = List.copyOf(asked);
    }

    /** The form as it was sent. */
    public record Typed(String whose, String words, boolean named) {

        static final Typed NOTHING = new Typed("PERSON", "", false);
    }
}
