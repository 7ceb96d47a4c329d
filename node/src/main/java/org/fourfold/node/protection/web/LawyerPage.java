package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/**
 * Naming a file's lawyer.
 *
 * @param named who is already
 * @param choices who could be
 */
public record LawyerPage(String path, String back, List<String> named, List<Choice> choices) {

    public LawyerPage {
        named = List.copyOf(named);
    }
}
