package org.fourfold.node.registry.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** The organisations that the house works with; {@code name} and {@code kind} are what stands in the form. */
public record OrganisationsPage(List<Line> lines, boolean mayAdd, List<Choice> kinds, String name, String kind) {

    public OrganisationsPage {
        lines = List.copyOf(lines);
    }

    /** One organisation. */
    public record Line(String name, String kind) {}
}
