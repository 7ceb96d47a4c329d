package org.fourfold.node.protection.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was counted, each cell with the files it is made of. */
public final class Tally {

    private final CountPeriod period;
    private final long[] ids;
    private final Map<String, CountCell> cells;

    Tally(CountPeriod period, List<UUID> ids, List<CountCell> cells) {
        this.period = period;
        // Two numbers each: a house of 200,000 files must fit beside its work.
        this.ids = new long[2 * ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            this.ids[2 * i] = ids.get(i).getMostSignificantBits();
            this.ids[2 * i + 1] = ids.get(i).getLeastSignificantBits();
        }
        this.cells = new LinkedHashMap<>();
        cells.forEach(cell -> this.cells.put(cell.measure().code(), cell));
    }

    public CountPeriod period() {
        return period;
    }

    /** How many files were looked at. */
    public int files() {
        return ids.length / 2;
    }

    /** In the order of {@link Measures#fixed}, members last. */
    public List<CountCell> cells() {
        return List.copyOf(cells.values());
    }

    public List<CountCell> cells(CountTable table) {
        return cells.values().stream()
                .filter(cell -> cell.measure().table() == table)
                .toList();
    }

    public Optional<CountCell> cell(String code) {
        return Optional.ofNullable(cells.get(code));
    }

    /** The files of a cell, some of them: those after the first so many. */
    public List<UUID> filesOf(CountCell cell, int skip, int most) {
        List<UUID> found = new ArrayList<>();
        int seen = 0;
        for (int place = cell.after(0); place >= 0 && found.size() < most; place = cell.after(place + 1)) {
            if (seen++ >= skip) {
                found.add(new UUID(ids[2 * place], ids[2 * place + 1]));
            }
        }
        return found;
    }
}
