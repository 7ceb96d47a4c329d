package org.fourfold.linkage.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.table.Block;

/** Cells of small tables as text, in and out. */
final class CsvText {

    private CsvText() {}

    /** A cell; empty when it is not UTF-8. A column below 0 gives an empty text. */
    static Optional<String> cell(Block block, int row, int column) {
        if (column < 0) {
            return Optional.of("");
        }
        int from = block.start(row, column);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(block.bytes(), from, block.end(row, column) - from);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Writes a row (RFC 4180), its end a line feed. */
    static void row(Appendable out, List<String> cells) throws IOException {
        String between = "";
        for (String cell : cells) {
            var _ = out.append(between).append(quoted(cell));
            between = ",";
        }
        var _ = out.append('\n');
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        boolean bare = plain && cell.strip().equals(cell);
        return bare ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
