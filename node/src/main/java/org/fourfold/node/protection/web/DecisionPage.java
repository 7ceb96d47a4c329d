package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * Writing down what a body decided.
 *
 * @param typed what stands in the form; its base is the revision that it was opened on, 0 for a new one
 */
public record DecisionPage(
        String action,
        String back,
        String formKey,
        List<Choice> thresholds,
        List<Choice> bodies,
        List<Choice> reviews,
        FieldInput on,
        FieldInput reviewBy,
        Typed typed) {

    /** The form as it was sent. */
    public record Typed(
            int base,
            String threshold,
            String body,
            List<String> on,
            String outcome,
            String reasons,
            String evidence,
            String review,
            List<String> reviewBy,
            String reviewOutcome) {

        static final List<String> NO_DATE = List.of("", "", "", "");

        static final Typed NOTHING = new Typed(0, "", "", NO_DATE, "", "", "", "NOT_ASKED", NO_DATE, "");

        public Typed {
            on = List.copyOf(on);
            reviewBy = List.copyOf(reviewBy);
        }
    }
}
