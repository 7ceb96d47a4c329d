package org.fourfold.linkage.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct byte strings, numbered from 1 in the order in which they come; 0 is the empty one. What a table repeats is
 * looked at once. Not for several threads.
 *
 * <p>Memory: the bytes themselves and some 20 bytes a string. Limit: 2 GiB of distinct bytes.
 */
public final class ByteDictionary {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final long FINGERPRINT = 0xFFFFFFFF00000000L;
    private static final int SLOTS_START = 1 << 10;
    private static final int BYTES_START = 1 << 13;

    private byte[] bytes = new byte[BYTES_START];
    private int[] ends = new int[SLOTS_START];
    private int size;

    /** The upper half a fingerprint, the lower half the number; 0 is free. */
    private long[] slots = new long[SLOTS_START];

    /** How many distinct strings there are; their numbers are 1 to this. */
    public int size() {
        return size;
    }

    /** The number of these bytes, which are kept if they are new; 0 when there are none. */
    public int code(byte[] source, int from, int to) {
        if (from >= to) {
            return 0;
        }
        long hash = hash(source, from, to);
        int slot = find(source, from, to, hash);
        long found = slots[slot];
        return found != 0 ? (int) found : add(source, from, to, hash, slot);
    }

    /** The number of a text, kept if it is new; 0 for the empty one. */
    public int code(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return code(utf8, 0, utf8.length);
    }

    /** The number of these bytes; 0 when they are not among them. */
    public int find(byte[] source, int from, int to) {
        return from >= to ? 0 : (int) slots[find(source, from, to, hash(source, from, to))];
    }

    /** The number of a text; 0 when it is not among them. */
    public int find(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return find(utf8, 0, utf8.length);
    }

    /** Takes the last numbers back, so that {@code kept} are left. */
    public void forget(int kept) {
        int mask = slots.length - 1;
        while (size > kept) {
            int slot = (int) hash(size) & mask;
            while ((int) slots[slot] != size) {
                slot = (slot + 1) & mask;
            }
            // What came earlier found its place while this one was free, so no search goes through it.
            slots[slot] = 0;
            size--;
        }
    }

    /** Where the bytes of a number begin in {@link #bytes}. */
    public int start(int code) {
        return code == 1 ? 0 : ends[code - 2];
    }

    /** Where they end. */
    public int end(int code) {
        return ends[code - 1];
    }

    /** All bytes, one string after the other; to be read only. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    public String text(int code) {
        return code == 0 ? "" : new String(bytes, start(code), end(code) - start(code), StandardCharsets.UTF_8);
    }

    /** A number that depends on the bytes alone, the same everywhere. */
    public long hash(int code) {
        return code == 0 ? 0 : hash(bytes, start(code), end(code));
    }

    public static long hash(byte[] source, int from, int to) {
        long hash = (to - from) * MIX;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(source, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << Byte.SIZE) | (source[at] & 0xFF);
        }
        return mix(hash ^ rest);
    }

    /** Scatters the bits of a number: close ones become far ones. */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 32)) * MIX;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    private int find(byte[] source, int from, int to, long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (true) {
            long here = slots[slot];
            if (here == 0 || (((here ^ hash) & FINGERPRINT) == 0 && isSame((int) here, source, from, to))) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    private boolean isSame(int code, byte[] source, int from, int to) {
        return Arrays.equals(bytes, start(code), end(code), source, from, to);
    }

    private int add(byte[] source, int from, int to, long hash, int slot) {
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
        slots[slot] = (hash & FINGERPRINT) | size;
        if (size * 2L > slots.length) {
            grow();
        }
        return size;
    }

    private static int grown(int length) {
        return (int) Math.min(Integer.MAX_VALUE - Long.BYTES, length + (length >> 1) + 16L);
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (int code = 1; code <= size; code++) {
            long hash = hash(code);
            int slot = (int) hash & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = (hash & FINGERPRINT) | code;
        }
        slots = larger;
    }
}
