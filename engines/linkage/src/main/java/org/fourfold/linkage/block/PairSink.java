package org.fourfold.linkage.block;

/** Takes pairs of records, some hundreds at a time. One for each thread. */
@FunctionalInterface
public interface PairSink {

    /** The first {@code size} pairs {@code (a[i], b[i])}, a below b. The arrays are used again. */
    void take(int[] a, int[] b, int size);

    /** Nothing more comes for now. */
    default void done() {}
}
