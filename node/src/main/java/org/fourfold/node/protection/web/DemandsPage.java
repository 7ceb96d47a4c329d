package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.DeskItem;

/**
 * Demands in a list, and the form for writing one down.
 *
 * @param path where the form is sent
 * @param back where this page leads back
 * @param listed whether there is a list at all
 * @param whole whether the reader may open what the list shows
 * @param ofFile whether it is a file's list
 * @param lawyers the file's, in words; empty for none
 * @param lawyerPath where one is named; empty for who may not
 */
public record DemandsPage(
        String path,
        String back,
        boolean listed,
        boolean whole,
        boolean ofFile,
        String lawyers,
        String lawyerPath,
        List<DeskItem> demands,
        Optional<DemandFields> form,
        String formKey) {

    public DemandsPage {
        demands = List.copyOf(demands);
    }
}
