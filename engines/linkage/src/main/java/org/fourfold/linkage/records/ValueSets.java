package org.fourfold.linkage.records;

/**
 * What the numbers of a slot stand for where a record may say several values: per number the values, each once, in the order of
 * their bytes, so that nothing depends on what was read first. Number 0 holds none.
 */
public final class ValueSets {

    /** Values of one record that are taken; the first ones, as they are written. */
    public static final int VALUES_MAX = 20;

    /** Of a slot in which every number is that of its one value. */
    public static final ValueSets SINGLE = new ValueSets(new int[0], new int[0], 0);

    /** Where the values of each number begin, and where those of the last end. */
    private final int[] starts;

    private final int[] members;
    private final int cut;

    ValueSets(int[] starts, int[] members, int cut) {
        this.starts = starts.clone();
        this.members = members.clone();
        this.cut = cut;
    }

    /** Whether nobody says more than one value. */
    public boolean isSingle() {
        return starts.length == 0;
    }

    /** The highest number. */
    int size() {
        return starts.length - 2;
    }

    /** Where the values of a number begin in {@link #value}; they end where the next one's begin. */
    public int start(int set) {
        return starts[set];
    }

    /** How many values a number stands for. */
    public int count(int set) {
        return starts[set + 1] - starts[set];
    }

    /** A value, as its vocabulary numbers it. */
    public int value(int at) {
        return members[at];
    }

    /** Records that said more than {@link #VALUES_MAX} values, the rest of which was left out. */
    public int cut() {
        return cut;
    }
}
