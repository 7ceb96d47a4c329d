package org.fourfold.linkage.block;

/** Gathers pairs into portions. */
public final class Pairs {

    /** Pairs of a portion. */
    public static final int PORTION = 256;

    private final int[] a = new int[PORTION];
    private final int[] b = new int[PORTION];
    private final PairSink sink;
    private int size;

    public Pairs(PairSink sink) {
        this.sink = sink;
    }

    public void add(int first, int second) {
        a[size] = first;
        b[size] = second;
        if (++size == PORTION) {
            flush();
        }
    }

    /** Gives what is left; nothing more comes. */
    public void end() {
        flush();
        sink.done();
    }

    private void flush() {
        if (size > 0) {
            sink.take(a, b, size);
            size = 0;
        }
    }
}
