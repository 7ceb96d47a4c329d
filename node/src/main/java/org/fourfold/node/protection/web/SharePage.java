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
 * @param overridable whether danger to life or health could open what the consent rules refuse
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
        boolean overridable,
        Optional<Sheet> sheet) {

    public SharePage {
        chosen = Set.copyOf(chosen);
    }

    /** Of a file of that path, only what went out. */
    static SharePage of(String file, Sheet sheet) {
        return new SharePage(
                file + "/share",
                file,
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                Set.of(),
                false,
                false,
                Optional.empty(),
                false,
                Optional.of(sheet));
    }

    /**
     * What goes out, on paper.
     *
     * @param heldBack what was asked for and may not go, and why, in words; empty for nothing
     * @param terms on what terms it is given
     */
    public record Sheet(
            String recipient, String day, List<Row> rows, List<String> notes, String heldBack, String terms) {

        public Sheet {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }
}
