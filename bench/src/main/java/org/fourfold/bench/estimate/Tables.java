package org.fourfold.bench.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fourfold.estimate.prevalence.CaptureTable;

/** Capture-history tables: 0/1 columns, one a list, and a count. */
final class Tables {

    private static final Pattern COMMA = Pattern.compile(",");

    private Tables() {}

    static CaptureTable read(Path folder, String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name + ".csv"));
        List<String> lists = new ArrayList<>(
                COMMA.splitAsStream(lines.getFirst().replace("\"", "")).toList());
        String _ = lists.removeLast();
        int[] histories = new int[lines.size() - 1];
        long[] counts = new long[lines.size() - 1];
        for (int row = 0; row < counts.length; row++) {
            List<String> cells = COMMA.splitAsStream(lines.get(row + 1)).toList();
            for (int list = 0; list < lists.size(); list++) {
                histories[row] |= cells.get(list).equals("1") ? 1 << list : 0;
            }
            counts[row] = Long.parseLong(cells.getLast());
        }
        return CaptureTable.of(lists, histories, counts);
    }
}
