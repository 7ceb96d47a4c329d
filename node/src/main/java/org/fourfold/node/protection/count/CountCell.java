package org.fourfold.node.protection.count;

import java.util.BitSet;

/**
 * One number and what it is made of.
 *
 * @param persons files, or persons where the table is of nobody's file
 * @param times services, nights or things; as many as persons where only persons are counted
 * @param files their places in the list of the {@link Tally}; empty where the table is of nobody's file
 */
public record CountCell(Measure measure, long persons, long times, BitSet files) {

    public CountCell {
        files = (BitSet) files.clone();
    }

    @Override
    public BitSet files() {
        return (BitSet) files.clone();
    }

    /** Without a copy, for reading. */
    int after(int place) {
        return files.nextSetBit(place);
    }

    static CountCell ofNobody(Measure measure, long number) {
        return new CountCell(measure, number, number, new BitSet());
    }
}
