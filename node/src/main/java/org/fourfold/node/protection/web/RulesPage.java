package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Tag;

/** The rules of all packs. */
public record RulesPage(List<Pack> packs) {

    /** One country's. */
    public record Pack(String name, String version, List<Line> rules) {}

    /** One rule of a list. */
    public record Line(String title, String citation, String path, Tag state) {}

    /**
     * One rule whole.
     *
     * @param reviewPath empty for who is no lawyer
     * @param said what a lawyer of the house said of it; empty for nothing
     */
    public record One(
            String country,
            String version,
            Tag state,
            String said,
            String sentence,
            String citation,
            String read,
            String source,
            String validity,
            String starts,
            String allows,
            List<String> stops,
            String whom,
            List<String> desks,
            String proof,
            String reviewPath,
            String formKey,
            String verdict,
            String words) {}
}
