package org.fourfold.node.protection.web;

import java.util.List;

/**
 * A conversation, to be read or to be checked before it is kept.
 *
 * @param keepPath where it is kept; empty when it is kept already
 * @param correctPath where a correction is begun; empty for who may not
 * @param dropPath where what was typed is dropped; empty when it is kept already
 */
public record ScreeningPage(
        String back,
        String formKey,
        String keepPath,
        String correctPath,
        String dropPath,
        List<String> warnings,
        List<Row> setting,
        String typed,
        String instrument,
        int revision,
        List<Row> replies) {

    public ScreeningPage {
        warnings = List.copyOf(warnings);
        setting = List.copyOf(setting);
        replies = List.copyOf(replies);
    }
}
