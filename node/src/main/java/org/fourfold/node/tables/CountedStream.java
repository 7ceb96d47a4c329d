package org.fourfold.node.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Counts the bytes that pass and shows each new count to a watchman, who may throw. */
public final class CountedStream extends FilterInputStream {

    private final AtomicLong count;
    private final LongConsumer watchman;

    public CountedStream(InputStream stream, AtomicLong count, LongConsumer watchman) {
        super(stream);
        this.count = count;
        this.watchman = watchman;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            watchman.accept(count.incrementAndGet());
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int some = super.read(into, from, length);
        if (some > 0) {
            watchman.accept(count.addAndGet(some));
        }
        return some;
    }
}
