package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fourfold.linkage.records.Records;

/** Writes the records of a table as a portion. */
final class RowsWriter {

    private final Records records;
    private final int first;
    private final int rules;
    private final int[] keys;

    /**
     * For new records.
     *
     * @param keys record by record the key under each rule
     */
    RowsWriter(Records records, int first, int rules, int[] keys) {
        this.records = records;
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
        draft.write("keys", writer -> {
            for (int key : keys) {
                writer.putInt(key);
            }
        });
        draft.write(
                "runs",
                writer -> Portion.writeRuns(
                        writer, first, records.size(), rules, (row, rule) -> keys[(row - first) * rules + rule]));
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
