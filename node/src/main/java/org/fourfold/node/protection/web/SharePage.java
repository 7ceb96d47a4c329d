package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.shell.Choice;

/**
 * Handing over: to whom, for what, which groups; then what the gate lets through, or why nothing.
 *
 * @param withDuress whether what was done under duress was chosen: then it is asked whether that was weighed
 * @param refused why nothing goes out
 */
public record SharePage(
        String path,
        String back,
        String formKey,
        List<Choice> recipients,
        List<Choice> purposes,
        List<Choice> groups,
        String recipient,
        String purpose,
        Set<String> chosen,
        boolean withDuress,
        boolean duressWeighed,
        Optional<String> refused,
        Optional<Sheet> sheet) {

    public SharePage {
        chosen = Set.copyOf(chosen);
    }

    /**
     * What goes out, on paper.
     *
     * @param heldBack what was asked for and may not go, in words; empty for nothing
     */
    public record Sheet(String recipient, String day, List<Row> rows, List<String> notes, String heldBack) {

        public Sheet {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }
}
