package org.fourfold.command.link;

import java.util.Arrays;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.RawText;

/** The records that are being linked, by their names. Memory: 4 bytes an id and 4 a record. */
final class RecordsByName implements RecordFinder {

    private final Records records;

    /** Per id the last record that has it, and per record the one before it with the same id; -1 where there is none. */
    private final int[] last;

    private final int[] before;

    RecordsByName(Records records) {
        this.records = records;
        this.last = new int[records.ids().size() + 1];
        this.before = new int[records.size()];
        Arrays.fill(last, -1);
        for (int record = 0; record < records.size(); record++) {
            int id = records.id()[record];
            before[record] = last[id];
            last[id] = record;
        }
    }

    @Override
    public int find(String id, String source) {
        int number = records.ids().find(id);
        int found = NONE;
        for (int record = number == 0 ? -1 : last[number]; record >= 0; record = before[record]) {
            String wrote = records.sources().get(records.source()[record]);
            if (source.isEmpty() || wrote.equals(source)) {
                if (found != NONE) {
                    return SEVERAL;
                }
                found = record;
            }
        }
        return found;
    }

    @Override
    public String name(int record) {
        return RawText.of(records.ids(), records.id()[record]);
    }
}
