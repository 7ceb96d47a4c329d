package org.fourfold.node.protection.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A tally as it may go out: numbers of one to four persons are not said, nor what would let one be reckoned. In a table that adds
 * up to something that is known, further rows are left out, in the order of the table, until at least two are and together they
 * are five or more: which ones does not hang on how large they are, or whoever knows the rule could reckon from that. A row of
 * nobody is said. Primary and complementary suppression as in Hundepool et al., Handbook on Statistical
 * Disclosure Control (2010), section 4; simple rather than least: each table is small.
 *
 * <p>It does not know what was told outside before: two periods of which one holds the other let a difference be reckoned.
 */
public final class Outgoing {

    /** Fewer persons than these are not told. */
    public static final int SMALLEST = 5;

    private static final String NEW = "clients.new";

    private final Tally tally;
    private final Map<String, Boolean> hidden = new HashMap<>();

    public Outgoing(Tally tally) {
        this.tally = tally;
        // In the order of the tables: the clients come before those who are new among them.
        Map<CountTable, List<CountCell>> tables = new EnumMap<>(CountTable.class);
        tally.cells()
                .forEach(cell -> tables.computeIfAbsent(cell.measure().table(), none -> new ArrayList<>())
                        .add(cell));
        tables.forEach(this::hide);
    }

    /** Every cell that goes out, hidden or not. */
    public List<CountCell> cells() {
        return tally.cells().stream()
                .filter(cell -> cell.measure().table().goesOut())
                .toList();
    }

    public CountPeriod period() {
        return tally.period();
    }

    /** The persons of a row; empty where they are not told. */
    public OptionalLong persons(CountCell cell) {
        return told(cell) ? OptionalLong.of(cell.persons()) : OptionalLong.empty();
    }

    /** How often; empty where it is not told of how many persons, and of a family where it is not of one of its services. */
    public OptionalLong times(CountCell cell) {
        boolean all = cell.measure().table() != CountTable.FAMILY
                || Measures.services(cell.measure()).allMatch(service -> !hidden.getOrDefault(service.code(), true));
        return told(cell) && all ? OptionalLong.of(cell.times()) : OptionalLong.empty();
    }

    /** The row of a code, where it goes out. */
    public Optional<CountCell> cell(String code) {
        return tally.cell(code).filter(cell -> cell.measure().table().goesOut());
    }

    private boolean told(CountCell cell) {
        return !hidden.getOrDefault(cell.measure().code(), true);
    }

    private void hide(CountTable table, List<CountCell> cells) {
        long[] persons = cells.stream().mapToLong(CountCell::persons).toArray();
        BitSet away = small(persons);
        int[] parts = IntStream.range(0, persons.length)
                .filter(row -> !table.isTotal(cells.get(row).measure().row()))
                .toArray();
        boolean totalTold = IntStream.range(0, persons.length)
                .filter(row -> table.isTotal(cells.get(row).measure().row()))
                .noneMatch(away::get);
        if (table.addsUp() && totalTold) {
            long[] summands =
                    Arrays.stream(parts).mapToLong(row -> persons[row]).toArray();
            addingUp(summands).stream().forEach(part -> away.set(parts[part]));
        }
        if (ofTheNew(table) && hidden.getOrDefault(NEW, false)) {
            // They add up to the new clients: where that number is not told, they would tell it.
            away.set(0, persons.length);
        }
        for (int row = 0; row < persons.length; row++) {
            hidden.put(cells.get(row).measure().code(), away.get(row));
        }
    }

    private static boolean ofTheNew(CountTable table) {
        return table == CountTable.AGE || table == CountTable.INTERPRETER;
    }

    private static BitSet small(long[] persons) {
        BitSet away = new BitSet();
        for (int i = 0; i < persons.length; i++) {
            if (persons[i] > 0 && persons[i] < SMALLEST) {
                away.set(i);
            }
        }
        return away;
    }

    /** Which rows of a table are left out, where what they add up to is known. */
    static BitSet addingUp(long[] persons) {
        BitSet away = small(persons);
        if (away.isEmpty()) {
            return away;
        }
        int first = away.nextSetBit(0);
        int[] others = IntStream.range(1, persons.length)
                .map(step -> (first + step) % persons.length)
                .toArray();
        // Rows of nobody are left out last: that nobody is there is seldom what hurts, and hides least.
        IntStream order = IntStream.concat(
                Arrays.stream(others).filter(row -> persons[row] > 0),
                Arrays.stream(others).filter(row -> persons[row] == 0));
        for (int next : order.toArray()) {
            long together = away.stream().mapToLong(row -> persons[row]).sum();
            if (away.cardinality() >= 2 && together >= SMALLEST) {
                break;
            }
            away.set(next);
        }
        return away;
    }
}
