package org.fourfold.estimate.prevalence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.fourfold.estimate.SharedData;

/** The published capture-history tables: 0/1 columns, one a list, and a count. */
public final class MseTables {

    private static final Pattern COMMA = Pattern.compile(",");

    private MseTables() {}

    /** {@code UKdat_5}, {@code Korea} ...; a test without them is not counted. */
    public static CaptureTable read(String name) {
        try {
            List<String[]> rows =
                    Files.readAllLines(SharedData.find("data/prevention/oracles/mse/" + name + ".csv")).stream()
                            .map(line -> COMMA.split(line.replace("\"", "")))
                            .toList();
            int lists = rows.getFirst().length - 1;
            int[] histories = new int[rows.size() - 1];
            long[] counts = new long[rows.size() - 1];
            for (int r = 1; r < rows.size(); r++) {
                for (int list = 0; list < lists; list++) {
                    histories[r - 1] |= rows.get(r)[list].equals("1") ? 1 << list : 0;
                }
                counts[r - 1] = Long.parseLong(rows.get(r)[lists]);
            }
            return CaptureTable.of(Arrays.asList(rows.getFirst()).subList(0, lists), histories, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
