package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Tag;

/** The register of breaches, the latest noticed first. */
public record BreachesPage(List<Line> lines) {

    public BreachesPage {
        lines = List.copyOf(lines);
    }

    /** One breach. */
    public record Line(String path, String kind, String noticed, Tag state) {}
}
