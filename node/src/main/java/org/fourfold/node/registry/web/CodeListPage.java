package org.fourfold.node.registry.web;

import java.util.List;

/** The fields and code lists of a standard, with what its licence asks to be said. */
public record CodeListPage(
        String attribution, String source, String licence, List<Section> sections, List<Codes> lists) {

    /** The fields of one part of the standard. */
    public record Section(String titleKey, List<Line> fields) {}

    /** One list with its codes. */
    public record Codes(String name, String title, List<Line> codes) {}

    /** What is exchanged, and how Fourfold says it; {@code old} for what the standard no longer wants used. */
    public record Line(String code, String label, boolean old) {}
}
