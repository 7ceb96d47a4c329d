package org.fourfold.node.protection.web;

import java.util.List;

/** A first contact by phone, on one page. */
public record CallPage(String path, List<FieldInput> fields) {

    public CallPage {
        fields = List.copyOf(fields);
    }
}
