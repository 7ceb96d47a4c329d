package org.fourfold.linkage.records;

import java.util.List;

/**
 * What records say, record by record: all that is said of one lies together, so that comparing two touches two places of the
 * machine's memory and not two for each slot.
 *
 * @param table the numbers of all slots of the first record, then those of the second, and so on
 * @param slots in which order they stand
 */
@SuppressWarnings("ArrayRecordComponent")
public record Codes(int[] table, List<String> slots) {

    public Codes {
        slots = List.copyOf(slots);
    }

    /** Turns slots on their side. */
    static Codes of(List<Slot> slots, int size) {
        int step = slots.size();
        int[] table = new int[Math.multiplyExact(size, Math.max(1, step))];
        for (int s = 0; s < step; s++) {
            int[] codes = slots.get(s).codes();
            int at = s;
            for (int record = 0; record < size; record++) {
                table[at] = codes[record];
                at += step;
            }
        }
        return new Codes(table, slots.stream().map(Slot::name).toList());
    }

    /** How many numbers a record has. */
    public int step() {
        return slots.size();
    }

    /** Where a slot stands among a record's. */
    public int place(String slot) {
        int place = slots.indexOf(slot);
        if (place < 0) {
            throw new IllegalArgumentException("no slot " + slot);
        }
        return place;
    }
}
