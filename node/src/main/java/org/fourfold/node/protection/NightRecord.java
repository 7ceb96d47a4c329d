package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.List;

/**
 * One night, as far as its reader may know of it.
 *
 * @param entries in the order in which they were written
 * @param reads who took over, the first first
 */
public record NightRecord(LocalDate night, List<NightEntry> entries, List<NightRead> reads) {

    public NightRecord {
        entries = List.copyOf(entries);
        reads = List.copyOf(reads);
    }
}
