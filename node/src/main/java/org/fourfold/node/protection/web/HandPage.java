package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * Handing a file on.
 *
 * @param receivers who could have it; none where the owner's team has nobody else
 */
public record HandPage(
        String path, String back, String formKey, List<Choice> receivers, List<Choice> reasons, Typed typed) {

    public HandPage {
        receivers = List.copyOf(receivers);
    }

    /** The form as it was sent. */
    public record Typed(String receiver, String reason) {

        static final Typed NOTHING = new Typed("", "");
    }
}
