package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.List;

/**
 * A folded line with what others call the person taken out of it: in quotes, in brackets, or behind "alias", "(a)",
 * "a.k.a.", "conocido por".
 *
 * @param name the line without them
 * @param aliases their words with spaces between them
 */
record AliasCut(String name, List<String> aliases) {

    private static final List<String> MARKERS = List.of(
            "(a)",
            " alias ",
            " alias:",
            "a.k.a.",
            " aka ",
            " conocido por ",
            " conocida por ",
            " conocido como ",
            " conocida como ");

    static AliasCut of(String line) {
        return mayHoldAlias(line) ? cut(line) : new AliasCut(line, List.of());
    }

    /** Nearly every name holds none, and is let through after one look for the signs and words that say so. */
    private static boolean mayHoldAlias(String line) {
        return line.indexOf('(') >= 0
                || line.indexOf('"') >= 0
                || line.contains("alias")
                || line.contains("a.k.a")
                || line.contains(" aka ")
                || line.contains("conocid");
    }

    private static AliasCut cut(String line) {
        List<String> aliases = new ArrayList<>(0);
        String name = behindMarker(line, aliases);
        name = between(name, '"', '"', aliases);
        name = between(name, '(', ')', aliases);
        return new AliasCut(name, aliases);
    }

    private static String behindMarker(String line, List<String> aliases) {
        int first = -1;
        int end = -1;
        for (String marker : MARKERS) {
            int at = line.indexOf(marker);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
                end = at + marker.length();
            }
        }
        if (first < 0) {
            return line;
        }
        add(line.substring(end), aliases);
        return line.substring(0, first);
    }

    private static String between(String line, char open, char close, List<String> aliases) {
        int from = line.indexOf(open);
        int to = from < 0 ? -1 : line.indexOf(close, from + 1);
        if (to < 0) {
            return line;
        }
        add(line.substring(from + 1, to), aliases);
        return line.substring(0, from) + " " + line.substring(to + 1);
    }

    private static void add(String text, List<String> aliases) {
        String alias = String.join(" ", Fold.wordsOf(text));
        if (!alias.isEmpty()) {
            aliases.add(alias);
        }
    }
}
