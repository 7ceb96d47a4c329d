package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Set;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * Handing over against the consent rules: what was asked for and what came of it, and the form for asking.
 *
 * @param refused why nothing went out when the gate was asked, in words; empty when it was not
 */
public record OverridePage(
        String path,
        String back,
        String formKey,
        String refused,
        List<Line> overrides,
        boolean mayAsk,
        List<Choice> recipients,
        List<Choice> purposes,
        List<Choice> groups,
        List<Choice> reasons,
        Typed typed) {

    public OverridePage {
        overrides = List.copyOf(overrides);
    }

    /** One that was asked for; a path is empty where the reader may not do it. */
    public record Line(
            String recipient,
            Tag state,
            String groups,
            String reason,
            String words,
            String asked,
            String answered,
            String until,
            String told,
            String answerPath,
            String handOverPath,
            String toldPath) {}

    /** The form as it was sent. */
    public record Typed(
            String recipient, String other, String purpose, Set<String> groups, String reason, String words) {

        static final Typed NOTHING = new Typed("", "", "PROTECTION", Set.of(), "", "");

        public Typed {
            groups = Set.copyOf(groups);
        }
    }
}
