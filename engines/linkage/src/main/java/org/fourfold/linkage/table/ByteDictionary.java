package org.fourfold.linkage.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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

    private final ByteStrings strings = new ByteStrings();

    /** The upper half a fingerprint, the lower half the number; 0 is free. */
    private long[] slots = new long[SLOTS_START];

    /** How many distinct strings there are; their numbers are 1 to this. */
    public int size() {
        return strings.size();
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
        for (int code = strings.size(); code > kept; code--) {
            int slot = (int) hash(code) & mask;
            while ((int) slots[slot] != code) {
                slot = (slot + 1) & mask;
            }
            // What came earlier found its place while this one was free, so no search goes through it.
            slots[slot] = 0;
        }
        strings.forget(kept);
    }

    /** Where the bytes of a number begin in {@link #bytes}. */
    public int start(int code) {
        return strings.start(code);
    }

    /** Where they end. */
    public int end(int code) {
        return strings.end(code);
    }

    /** All bytes, one string after the other; to be read only. */
    public byte[] bytes() {
        return strings.bytes();
    }

    public String text(int code) {
        return strings.text(code);
    }

    /** A number that depends on the bytes alone, the same everywhere. */
    public long hash(int code) {
        return strings.hash(code);
    }

    /** The same of some bytes. */
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
            if (here == 0 || (((here ^ hash) & FINGERPRINT) == 0 && strings.is((int) here, source, from, to))) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    private int add(byte[] source, int from, int to, long hash, int slot) {
        int code = strings.add(source, from, to);
        slots[slot] = (hash & FINGERPRINT) | code;
        if (code * 2L > slots.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (int code = 1; code <= strings.size(); code++) {
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
