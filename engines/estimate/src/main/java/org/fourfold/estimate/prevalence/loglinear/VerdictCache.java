package org.fourfold.estimate.prevalence.loglinear;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts that are known, by which cells have somebody and by the model: an open hash table whose keys are kept whole, so that no
 * two are taken for each other. When it is full, it is emptied.
 */
final class VerdictCache {

    private static final int PLACES = 1 << 14;

    private final int words;
    private long[] keys = new long[0];
    /** 0 where nothing is kept, else the verdict's code and 1. */
    private final byte[] kept = new byte[PLACES];

    private final long[] asked;
    private int place;
    private int full;

    VerdictCache(int supportWords) {
        words = 2 * supportWords;
        asked = new long[words];
    }

    @Nullable
    Verdict find(long[] support, long[] model) {
        System.arraycopy(support, 0, asked, 0, words / 2);
        System.arraycopy(model, 0, asked, words / 2, words / 2);
        long hash = 0;
        for (long word : asked) {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        for (place = (int) (hash >>> 40) & (PLACES - 1); kept[place] != 0; place = (place + 1) & (PLACES - 1)) {
            if (isAsked(place * words)) {
                int code = kept[place] - 1;
                return Verdict.of((code & 1) == 0, (code & 2) == 0);
            }
        }
        return null;
    }

    /** Keeps the verdict on what was asked last, and was not found. */
    void keep(Verdict verdict) {
        if (keys.length == 0) {
            keys = new long[PLACES * words];
        }
        if (full == PLACES / 2) {
            Arrays.fill(kept, (byte) 0);
            full = 0;
        }
        System.arraycopy(asked, 0, keys, place * words, words);
        kept[place] = (byte) (verdict.code() + 1);
        full++;
    }

    private boolean isAsked(int at) {
        for (int word = 0; word < words; word++) {
            if (keys[at + word] != asked[word]) {
                return false;
            }
        }
        return true;
    }
}
