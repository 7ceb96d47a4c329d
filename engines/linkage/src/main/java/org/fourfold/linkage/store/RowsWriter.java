package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourfold.linkage.block.RecordKeys;
import org.fourfold.linkage.model.Rule;
import org.fourfold.linkage.records.Records;

/** Writes the records of a table as a portion. */
final class RowsWriter {

    private final Records records;
    private final int first;
    private final List<Rule> rules;
    private final RecordKeys keys;

    /** For new records. */
    RowsWriter(int first, List<Rule> rules, RecordKeys keys) {
        this.records = keys.records();
        this.first = first;
        this.rules = rules;
        this.keys = keys;
    }

    void write(Draft draft, int[][] codes) throws IOException {
        draft.write("rows", writer -> {
            for (int i = 0; i < records.size(); i++) {
                writer.putLong(records.rank(i));
                for (int[] column : codes) {
                    writer.putInt(column[i]);
                }
            }
        });
        draft.write("ids", this::ids);
        Portion.Keys keysOf = (row, rule) -> keys.of(row - first, rule);
        draft.write("keys", writer -> Portion.writeKeys(writer, first, records.size(), rules, keysOf));
        draft.write("runs", writer -> Portion.writeRuns(writer, first, records.size(), rules.size(), keysOf));
    }

    private void ids(StoreWriter writer) throws IOException {
        long at = (records.size() + 1L) * Long.BYTES;
        writer.putLong(at);
        for (int i = 0; i < records.size(); i++) {
            at += text(i).length;
            writer.putLong(at);
        }
        for (int i = 0; i < records.size(); i++) {
            writer.putBytes(text(i));
        }
    }

    private byte[] text(int record) {
        return records.idOf(record).getBytes(StandardCharsets.UTF_8);
    }
}
