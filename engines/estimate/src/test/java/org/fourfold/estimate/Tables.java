package org.fourfold.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A public table of numbers and words that lies beside the project. */
public final class Tables {

    private static final Pattern COMMA = Pattern.compile(",");

    private final List<String> names;
    private final List<String[]> rows;

    private Tables(List<String> names, List<String[]> rows) {
        this.names = names;
        this.rows = rows;
    }

    /** A CSV table there without commas in its cells; a test without it is not counted. */
    public static Tables read(String name) {
        try {
            List<String[]> lines = Files.readAllLines(SharedData.find("data/prevention/oracles/" + name)).stream()
                    .map(line -> COMMA.split(line.replace("\"", ""), -1))
                    .toList();
            return new Tables(Arrays.asList(lines.getFirst()), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows in which a column has this value. */
    public Tables where(String column, String value) {
        int at = names.indexOf(column);
        return new Tables(names, rows.stream().filter(r -> r[at].equals(value)).toList());
    }

    /** The rows in which none of these columns is missing. */
    public Tables complete(String... columns) {
        return new Tables(
                names,
                rows.stream()
                        .filter(r -> Arrays.stream(columns).noneMatch(c -> r[names.indexOf(c)].equals("NA")))
                        .toList());
    }

    public int size() {
        return rows.size();
    }

    public String[] words(String column) {
        int at = names.indexOf(column);
        return rows.stream().map(r -> r[at]).toArray(String[]::new);
    }

    public double[] numbers(String column) {
        return Arrays.stream(words(column)).mapToDouble(Double::parseDouble).toArray();
    }

    public int[] whole(String column) {
        return Arrays.stream(words(column)).mapToInt(Integer::parseInt).toArray();
    }
}
