package org.fourfold.node.protection.web;

import java.util.List;

/**
 * For the person a file is about: by whom it was consulted, as roles.
 *
 * @param whole false where there was more than is shown
 */
public record PersonSheetPage(String number, String made, List<Line> lines, boolean whole, String back) {

    public PersonSheetPage {
        lines = List.copyOf(lines);
    }

    /** What was done in one role on one day, and how often. */
    public record Line(String day, String role, String what, int times) {}
}
