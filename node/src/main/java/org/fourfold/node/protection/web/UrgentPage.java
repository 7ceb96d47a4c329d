package org.fourfold.node.protection.web;

import java.util.List;

/** Urgent risks of a file: those that hold, and the form. */
public record UrgentPage(
        String path, String back, String formKey, List<Line> risks, boolean mayWrite, String reason, String hours) {

    public UrgentPage {
        risks = List.copyOf(risks);
    }

    /** One that holds; {@code endPath} is empty for who may not say that it is over. */
    public record Line(String reason, String by, String raised, String until, String endPath) {}
}
