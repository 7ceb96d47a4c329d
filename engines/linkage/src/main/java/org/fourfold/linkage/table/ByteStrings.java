package org.fourfold.linkage.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Byte strings one after the other, numbered from 1 in the order in which they come, equal ones as often as they do; 0 is the
 * empty one. Not for several threads.
 *
 * <p>Memory: the bytes themselves and four bytes a string. Limit: 2 GiB of bytes.
 */
public final class ByteStrings {

    private static final int STRINGS_START = 1 << 10;
    private static final int BYTES_START = 1 << 13;

    private byte[] bytes = new byte[BYTES_START];
    private int[] ends = new int[STRINGS_START];
    private int size;

    /** How many there are; their numbers are 1 to this. */
    public int size() {
        return size;
    }

    /** Keeps bytes; their number. */
    public int add(byte[] source, int from, int to) {
        int length = to - from;
        int begin = size == 0 ? 0 : ends[size - 1];
        if (begin + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(begin, length), grown(bytes.length)));
        }
        System.arraycopy(source, from, bytes, begin, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, grown(size));
        }
        ends[size++] = begin + length;
        return size;
    }

    /** Keeps a text. */
    public int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /** Forgets the last ones, so that {@code kept} are left. */
    void forget(int kept) {
        size = Math.min(size, kept);
    }

    /** Where the bytes of a number begin in {@link #bytes}. */
    public int start(int number) {
        return number == 1 ? 0 : ends[number - 2];
    }

    /** Where they end. */
    public int end(int number) {
        return ends[number - 1];
    }

    /** All bytes, one string after the other; to be read only. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    /** As UTF-8. */
    public String text(int number) {
        return number == 0 ? "" : new String(bytes, start(number), end(number) - start(number), StandardCharsets.UTF_8);
    }

    /** A number that depends on the bytes alone, the same everywhere. */
    public long hash(int number) {
        return number == 0 ? 0 : ByteDictionary.hash(bytes, start(number), end(number));
    }

    /** Whether these are the bytes of a number. */
    public boolean is(int number, byte[] source, int from, int to) {
        return Arrays.equals(bytes, start(number), end(number), source, from, to);
    }

    private static int grown(int length) {
        return (int) Math.min(Integer.MAX_VALUE - Long.BYTES, length + (length >> 1) + 16L);
    }
}
