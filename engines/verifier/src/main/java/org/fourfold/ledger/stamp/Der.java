package org.fourfold.ledger.stamp;

import java.util.Arrays;
import java.util.Optional;

/** Reads DER (X.690) one element after the other; what is no DER gives empty, and empty gives empty. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OBJECT = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int EXPLICIT_0 = 0xA0;

    private static final int LENGTH_BYTES_MAX = 3;

    private final byte[] bytes;
    private final int end;
    private int at;

    private Der(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.at = begin;
        this.end = end;
    }

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** Steps over the next element, which must have this tag, and reads inside it. */
    Optional<Der> next(int tag) {
        if (end - at < 2 || (bytes[at] & 0xFF) != tag) {
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
        if (length > end - from) {
            return Optional.empty();
        }
        at = from + length;
        return Optional.of(new Der(bytes, from, at));
    }

    /** All that is left here. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }
}
