package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;

/**
 * What a night leaves to the morning.
 *
 * @param readPath where it is said that one has read it
 * @param earlier the night before
 * @param later the night after, if it has begun
 * @param writing the form, in the night that is now
 */
public record NightPage(
        List<Entry> entries,
        List<Read> reads,
        String readPath,
        String earlier,
        Optional<String> later,
        Optional<Writing> writing) {

    public NightPage {
        entries = List.copyOf(entries);
        reads = List.copyOf(reads);
    }

    /** An entry; {@code who} and {@code path} are empty where it is about the house. */
    public record Entry(String at, String author, String who, String path, String text) {}

    /** Who took over, when, and how many entries came later. */
    public record Read(String who, String at, int later) {}

    /** The form as it was sent. */
    public record Writing(String formKey, List<Choice> about, String chosen, String text) {}
}
