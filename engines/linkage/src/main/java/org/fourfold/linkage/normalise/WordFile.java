package org.fourfold.linkage.normalise;

import java.util.Arrays;
import java.util.List;
import org.fourfold.linkage.table.ShippedFile;

/** Data files of words: UTF-8, a line a row of three columns between tabs; {@code #} begins a remark. */
public final class WordFile {

    private static final int COLUMNS = 3;

    private WordFile() {}

    /**
     * A row.
     *
     * @param kind what its words are, or the one word that they stand for
     * @param words the words, between commas where there are several
     * @param more what the file says of them besides, or why they stand in it
     */
    public record Row(String kind, String words, String more) {

        /** The words one by one, as they are written. */
        public List<String> each() {
            return Arrays.asList(words.split(",", -1));
        }
    }

    /**
     * All rows of a file.
     *
     * @param beside the class beside which it lies
     */
    public static List<Row> rows(Class<?> beside, String file) {
        return ShippedFile.text(beside, file)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> row(file, line))
                .toList();
    }

    private static Row row(String file, String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(file + " has a line that is not of three columns: " + line);
        }
        return new Row(columns[0], columns[1], columns[2]);
    }
}
