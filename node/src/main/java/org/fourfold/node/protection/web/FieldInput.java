package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Set;
import org.fourfold.node.shell.Choice;

/** One field of a form, ready to show; words when there is nothing to choose from. */
public record FieldInput(
        String name,
        String label,
        String hint,
        List<Choice> choices,
        boolean several,
        Set<String> chosen,
        String words) {}
