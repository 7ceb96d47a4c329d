package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** What lies in the store. */
public record StorePage(String addKey, List<Line> lines, List<Choice> items, Typed typed) {

    public StorePage {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
    }

    /** A kind of thing. */
    public record Line(String name, String stock) {}

    /** The forms as they were sent. */
    public record Typed(String name, String stock, String counted, String count) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }
}
