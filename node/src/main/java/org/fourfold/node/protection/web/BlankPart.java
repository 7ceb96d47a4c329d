package org.fourfold.node.protection.web;

import java.util.List;

/** One question of a blank form: what is said first, and what is asked. */
public record BlankPart(String title, List<String> said, List<FieldInput> fields) {

    public BlankPart {
        said = List.copyOf(said);
        fields = List.copyOf(fields);
    }
}
