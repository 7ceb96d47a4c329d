package org.fourfold.linkage.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.fourfold.linkage.records.Records;

/**
 * Which sources may be linked with which. A forbidden pair is never looked at, never scored and never comes into one cluster,
 * not by way of a third source either.
 *
 * <pre>
 * within dedupe             # a source may hold somebody twice (usual), or: within forbid
 * between link              # any source with any other (usual), or: between forbid
 * pair police shelter forbid
 * pair registry registry forbid
 * </pre>
 *
 * <p>Names with a space stand in double quotes. Limits: {@link #LINES_MAX} lines, {@link #SOURCES_MAX} sources in one run.
 *
 * @param within of records of one source, where no pair says otherwise
 * @param between of records of two sources, where no pair says otherwise
 * @param pairs what is said of one pair of sources, the first in order as {@code a}
 */
public record SourceMatrix(boolean within, boolean between, Map<Pair, Boolean> pairs) implements Serializable {

    /** Lines of a file. */
    public static final int LINES_MAX = 10_000;

    /** Sources of one run: the table takes a bit for each two of them. */
    public static final int SOURCES_MAX = 8_192;

    /** Everybody with everybody. */
    public static final SourceMatrix ALL = new SourceMatrix(true, true, Map.of());

    /** Two sources, or one twice. */
    public record Pair(String a, String b) implements Comparable<Pair>, Serializable {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::a).thenComparing(Pair::b);

        /** Puts them in order. */
        public Pair {
            if (a.compareTo(b) > 0) {
                String first = b;
                b = a;
                a = first;
            }
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    /** Keeps a copy, in order. */
    public SourceMatrix {
        TreeMap<Pair, Boolean> ordered = new TreeMap<>();
        ordered.putAll(pairs);
        pairs = java.util.Collections.unmodifiableMap(ordered);
    }

    /** Whether records of these sources may be one. */
    public boolean allows(String a, String b) {
        return pairs.getOrDefault(new Pair(a, b), a.equals(b) ? within : between);
    }

    /** Whether nothing is forbidden. */
    public boolean isAll() {
        return within && between && !pairs.containsValue(false);
    }

    /**
     * The same by the numbers of a run's sources.
     *
     * @throws IllegalArgumentException when there are more than {@link #SOURCES_MAX}
     */
    public SourcePairs over(Records records) {
        return SourcePairs.of(this, records);
    }

    /** Sources that the matrix names and these records do not have: a name that is misspelt forbids nothing. */
    public List<String> unknown(Records records) {
        return pairs.keySet().stream()
                .flatMap(pair -> java.util.stream.Stream.of(pair.a(), pair.b()))
                .filter(source -> !records.sources().contains(source))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Reads the lines of a file; {@code #} begins a remark.
     *
     * @param file its name, for what is said of it
     * @throws IllegalArgumentException when a line cannot be understood
     */
    public static SourceMatrix read(String file, List<String> lines) {
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException(file + ": at most " + LINES_MAX + " lines are read.");
        }
        SourceMatrix matrix = ALL;
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            int remark = text.indexOf('#');
            try {
                matrix = matrix.with(words(remark < 0 ? text : text.substring(0, remark)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return matrix;
    }

    /** As {@link #read} reads it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("within " + (within ? "dedupe" : "forbid"));
        lines.add("between " + (between ? "link" : "forbid"));
        pairs.forEach((pair, allowed) -> lines.add("pair " + quoted(pair.a()) + " " + quoted(pair.b()) + " "
                + (!allowed ? "forbid" : pair.a().equals(pair.b()) ? "dedupe" : "link")));
        return lines;
    }

    private static String quoted(String source) {
        if (source.isEmpty() || source.indexOf('"') >= 0 || source.indexOf('#') >= 0 || source.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "a source whose name is empty or holds \" or # cannot be written into a file");
        }
        return '"' + source + '"';
    }

    private SourceMatrix with(List<String> words) {
        if (words.isEmpty()) {
            return this;
        }
        if (words.size() == 2 && words.getFirst().equals("within")) {
            return new SourceMatrix(isAllowed(words.getLast(), "dedupe"), between, pairs);
        }
        if (words.size() == 2 && words.getFirst().equals("between")) {
            return new SourceMatrix(within, isAllowed(words.getLast(), "link"), pairs);
        }
        if (words.size() == 4 && words.getFirst().equals("pair")) {
            Pair pair = new Pair(words.get(1), words.get(2));
            boolean allowed = isAllowed(words.getLast(), words.get(1).equals(words.get(2)) ? "dedupe" : "link");
            TreeMap<Pair, Boolean> more = new TreeMap<>();
            more.putAll(pairs);
            Boolean before = more.put(pair, allowed);
            if (before != null && before != allowed) {
                throw new IllegalArgumentException("an earlier line says otherwise of the same two sources");
            }
            return new SourceMatrix(within, between, more);
        }
        throw new IllegalArgumentException(
                "write: within dedupe|forbid, between link|forbid, or pair SOURCE SOURCE dedupe|link|forbid");
    }

    private static boolean isAllowed(String word, String yes) {
        if (!word.equals(yes) && !word.equals("forbid")) {
            throw new IllegalArgumentException("\"" + word + "\" cannot stand here: write " + yes + " or forbid");
        }
        return word.equals(yes);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer parts = new StringTokenizer(text, "\"", true);
        boolean quoted = false;
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            if (part.equals("\"")) {
                quoted = !quoted;
            } else if (quoted) {
                words.add(part);
            } else {
                StringTokenizer plain = new StringTokenizer(part, " \t");
                while (plain.hasMoreTokens()) {
                    words.add(plain.nextToken());
                }
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is opened and not closed");
        }
        return words;
    }
}
