package org.fourfold.node.shell.web;

import java.util.List;
import org.fourfold.node.frame.Messages;

/** The neutral page: kitchen measures in grams and millilitres. */
public record LeavePage(Messages messages, String styles) {

    /** One row: what, how much a cup (240 ml) of it weighs, how much a spoon (15 ml). */
    public record Measure(String key, int cupGrams, int spoonGrams) {}

    /** Rounded household figures. */
    public static final List<Measure> MEASURES = List.of(
            new Measure("flour", 125, 8),
            new Measure("maize", 120, 8),
            new Measure("sugar", 200, 13),
            new Measure("rice", 185, 12),
            new Measure("beans", 180, 11),
            new Measure("oats", 90, 6),
            new Measure("butter", 227, 14),
            new Measure("oil", 218, 14),
            new Measure("milk", 245, 15));

    public String text(String key) {
        return messages.text(key);
    }
}
