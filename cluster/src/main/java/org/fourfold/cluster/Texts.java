package org.fourfold.cluster;

import java.io.Serializable;
import java.util.Arrays;
import org.fourfold.linkage.table.ByteDictionary;

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

    /** Those with these numbers; 0 is the empty one. */
    static Texts of(ByteDictionary dictionary, int[] codes) {
        int[] ends = new int[codes.length];
        int at = 0;
        for (int i = 0; i < codes.length; i++) {
            at = Math.addExact(at, codes[i] == 0 ? 0 : dictionary.end(codes[i]) - dictionary.start(codes[i]));
            ends[i] = at;
        }
        byte[] bytes = new byte[at];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] != 0) {
                int from = i == 0 ? 0 : ends[i - 1];
                System.arraycopy(dictionary.bytes(), dictionary.start(codes[i]), bytes, from, ends[i] - from);
            }
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
