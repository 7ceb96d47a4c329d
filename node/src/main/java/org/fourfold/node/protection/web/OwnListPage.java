package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;

/**
 * An own list on its way in: a file to choose, then what each of its columns says.
 *
 * @param path of the list that is kept; empty where there is none
 * @param columns empty where no list is kept
 */
public record OwnListPage(
        String formKey, String path, List<Column> columns, List<Choice> targets, Optional<TablePage.Result> result) {

    public OwnListPage {
        columns = List.copyOf(columns);
        targets = List.copyOf(targets);
    }

    /**
     * A column.
     *
     * @param name of its field in the form
     * @param samples some of what stands in it
     */
    public record Column(String name, String heading, String samples, String chosen) {}
}
