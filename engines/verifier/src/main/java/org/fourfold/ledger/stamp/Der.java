package org.fourfold.ledger.stamp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A value of DER (X.690): tags of one byte, definite and shortest lengths. It looks into the bytes it was read from. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OBJECT = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int EXPLICIT_0 = 0xA0;

    private static final int LONG_TAG = 0x1F;
    private static final int LENGTH_BYTES_MAX = 3;

    private final int tag;
    private final byte[] bytes;
    private final int begin;
    private final int end;

    private Der(int tag, byte[] bytes, int begin, int end) {
        this.tag = tag;
        this.bytes = bytes;
        this.begin = begin;
        this.end = end;
    }

    /** All values that stand side by side; empty unless each is well formed and the last ends where the bytes do. */
    static Optional<List<Der>> all(byte[] bytes) {
        return all(bytes, 0, bytes.length);
    }

    private static Optional<List<Der>> all(byte[] bytes, int begin, int end) {
        List<Der> found = new ArrayList<>();
        int at = begin;
        while (at < end) {
            Optional<Der> next = at(bytes, at, end);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found.add(next.get());
            at = next.get().end;
        }
        return Optional.of(found);
    }

    private static Optional<Der> at(byte[] bytes, int at, int end) {
        if (end - at < 2 || (bytes[at] & LONG_TAG) == LONG_TAG) {
            return Optional.empty();
        }
        int length = bytes[at + 1] & 0xFF;
        int from = at + 2;
        if (length >= 0x80) {
            int count = length & 0x7F;
            if (count < 1 || count > LENGTH_BYTES_MAX || end - from < count || bytes[from] == 0) {
                return Optional.empty();
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | (bytes[from + i] & 0xFF);
            }
            from += count;
            if (length < 0x80) {
                return Optional.empty();
            }
        }
        return length > end - from
                ? Optional.empty()
                : Optional.of(new Der(bytes[at] & 0xFF, bytes, from, from + length));
    }

    /** The values inside one of this tag; the first of them have the tags named. */
    Optional<List<Der>> inside(int outer, int... tags) {
        return tag != outer
                ? Optional.empty()
                : all(bytes, begin, end).filter(values -> values.size() >= tags.length && haveTags(values, tags));
    }

    /** The same where nothing else stands inside. */
    Optional<List<Der>> exactly(int outer, int... tags) {
        return inside(outer, tags).filter(values -> values.size() == tags.length);
    }

    private static boolean haveTags(List<Der> values, int... tags) {
        for (int i = 0; i < tags.length; i++) {
            if (values.get(i).tag != tags[i]) {
                return false;
            }
        }
        return true;
    }

    /** With its class. */
    int tag() {
        return tag;
    }

    byte[] contents() {
        return Arrays.copyOfRange(bytes, begin, end);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes, begin, end);
    }

    String text() {
        return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}
