package org.fourfold.node.protection.web;

import java.util.List;

/**
 * Answers of a group that stands apart.
 *
 * @param said what to know before it is asked, in words
 * @param kept what stands there
 * @param fields the form; empty for who may only read
 */
public record GuardedAnswersPage(
        String action, String back, String formKey, List<String> said, List<Row> kept, List<FieldInput> fields) {

    public GuardedAnswersPage {
        said = List.copyOf(said);
        kept = List.copyOf(kept);
        fields = List.copyOf(fields);
    }
}
