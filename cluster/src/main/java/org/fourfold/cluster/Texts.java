package org.fourfold.cluster;

import java.io.Serializable;
import java.util.Arrays;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.table.ByteDictionary;
import org.fourfold.linkage.table.ByteStrings;

/**
 * Byte strings, one after the other.
 *
 * @param ends where each ends
 */
@SuppressWarnings("ArrayRecordComponent")
record Texts(byte[] bytes, int[] ends) implements Serializable {

    /** All that a dictionary holds, the first one being its number 1. */
    static Texts of(ByteDictionary dictionary) {
        int size = dictionary.size();
        int[] ends = new int[size];
        for (int i = 0; i < size; i++) {
            ends[i] = dictionary.end(i + 1);
        }
        return new Texts(Arrays.copyOf(dictionary.bytes(), size == 0 ? 0 : ends[size - 1]), ends);
    }

    /** The ids of records, in their order. */
    static Texts ids(Records records) {
        ByteStrings strings = records.ids();
        int[] rows = records.rows();
        int[] ends = new int[records.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            at = Math.addExact(at, strings.end(rows[i] + 1) - strings.start(rows[i] + 1));
            ends[i] = at;
        }
        byte[] bytes = new byte[at];
        for (int i = 0; i < ends.length; i++) {
            int from = i == 0 ? 0 : ends[i - 1];
            System.arraycopy(strings.bytes(), strings.start(rows[i] + 1), bytes, from, ends[i] - from);
        }
        return new Texts(bytes, ends);
    }

    int size() {
        return ends.length;
    }

    int start(int text) {
        return text == 0 ? 0 : ends[text - 1];
    }

    int length(int text) {
        return ends[text] - start(text);
    }

    /** Its number in a dictionary, where it is kept if it is new. */
    int code(int text, ByteDictionary in) {
        return in.code(bytes, start(text), ends[text]);
    }

    /** Keeps it; its number there. */
    int add(int text, ByteStrings to) {
        return to.add(bytes, start(text), ends[text]);
    }

    /** Those from one up to another. */
    Texts slice(int from, int to) {
        int begin = from == to ? 0 : start(from);
        int[] others = new int[to - from];
        for (int i = from; i < to; i++) {
            others[i - from] = ends[i] - begin;
        }
        return new Texts(from == to ? new byte[0] : Arrays.copyOfRange(bytes, begin, ends[to - 1]), others);
    }
}
