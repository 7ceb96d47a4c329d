package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;

/**
 * The list of files and the search.
 *
 * @param searched whether the lines are what a search found
 * @param begun first questions that were not finished
 */
public record FilesPage(
        List<Line> lines,
        List<Ask> asks,
        boolean searched,
        boolean closed,
        boolean first,
        Optional<String> next,
        List<String> begun,
        boolean mayOpen) {}
