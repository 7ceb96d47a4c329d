package org.fourfold.command.link;

import java.util.Arrays;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteDictionary;

/** The records that are being linked, by their names. Memory: the ids again and some 30 bytes a record. */
final class RecordsByName implements RecordFinder {

    private final Records records;

    private final ByteDictionary ids = new ByteDictionary();

    /** Per id the last record that has it, and per record the one before it with the same id; -1 where there is none. */
    private final int[] last;

    private final int[] before;

    RecordsByName(Records records) {
        this.records = records;
        this.before = new int[records.size()];
        int[] id = new int[records.size()];
        for (int record = 0; record < id.length; record++) {
            id[record] = ids.code(records.idOf(record));
        }
        this.last = new int[ids.size() + 1];
        Arrays.fill(last, -1);
        for (int record = 0; record < id.length; record++) {
            before[record] = last[id[record]];
            last[id[record]] = record;
        }
    }

    @Override
    public int find(String id, String source) {
        int number = ids.find(id);
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
        return records.idOf(record);
    }
}
