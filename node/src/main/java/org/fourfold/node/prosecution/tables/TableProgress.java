package org.fourfold.node.prosecution.tables;

/** Told how far a table is read, and asked whether to go on. */
@FunctionalInterface
public interface TableProgress {

    int EVERY_ROWS = 1_000;

    /** Returns whether to go on; {@code rows} are data rows read so far. */
    boolean rows(long rows);

    static TableProgress silent() {
        return rows -> true;
    }
}
