package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Set;
import org.fourfold.node.shell.Choice;

/**
 * How a conversation is held, before its first question.
 *
 * @param said the rights, and what has to be reported
 * @param typed what stands in the form
 */
public record ScreeningBeginPage(
        String action,
        String back,
        String formKey,
        List<String> said,
        List<Recordings.Player> heard,
        FieldInput told,
        List<Choice> room,
        List<Choice> interpreter,
        List<Choice> languages,
        List<Choice> roles,
        Typed typed) {

    public ScreeningBeginPage {
        said = List.copyOf(said);
    }

    /** The form as it was sent. */
    public record Typed(
            List<String> told, String asker, Set<String> room, String interpreter, String language, String role) {

        public Typed {
            told = List.copyOf(told);
            room = Set.copyOf(room);
        }
    }
}
