package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Set;
import org.fourfold.node.shell.Choice;

/**
 * One field of a form, ready to show; words when there is nothing to choose from.
 *
 * @param date day, month, year and up to which year of a date, whose months are the choices; empty for what is none
 */
public record FieldInput(
        String name,
        String label,
        String hint,
        List<Choice> choices,
        boolean several,
        Set<String> chosen,
        String words,
        List<String> date) {

    public boolean isDate() {
        return !date.isEmpty();
    }
}
