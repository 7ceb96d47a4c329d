package org.fourfold.ledger.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Entries one after the other, each after its length as two bytes, big-endian: the bundle of C2SP tlog-tiles. */
public final class EntryBundle {

    /** Bytes that stand before each entry. */
    public static final int PREFIX = 2;

    private static final int ENTRY_BYTES_MAX = 0xFFFF;

    private EntryBundle() {}

    public static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            append(out, entry);
        }
        return out.toByteArray();
    }

    /** Appends one entry to a bundle. */
    public static void append(ByteArrayOutputStream bundle, byte[] entry) {
        if (entry.length > ENTRY_BYTES_MAX) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
        }
        bundle.write(entry.length >>> 8);
        bundle.write(entry.length);
        bundle.write(entry, 0, entry.length);
    }

    /** The length of the entry whose prefix begins there; less than 0 where the bundle ends within it. */
    public static int length(byte[] bundle, int offset, int end) {
        if (end - offset < PREFIX) {
            return -1;
        }
        int length = (bundle[offset] & 0xFF) << 8 | (bundle[offset + 1] & 0xFF);
        return end - offset - PREFIX < length ? -1 : length;
    }

    /** All entries of a bundle; empty where it does not end with an entry. */
    public static Optional<List<byte[]>> read(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int offset = 0;
        while (offset < bundle.length) {
            int length = length(bundle, offset, bundle.length);
            if (length < 0) {
                return Optional.empty();
            }
            entries.add(Arrays.copyOfRange(bundle, offset + PREFIX, offset + PREFIX + length));
            offset += PREFIX + length;
        }
        return Optional.of(entries);
    }
}
