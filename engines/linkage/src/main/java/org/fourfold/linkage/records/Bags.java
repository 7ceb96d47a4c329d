package org.fourfold.linkage.records;

import java.util.Arrays;
import org.fourfold.linkage.table.ByteDictionary;

/**
 * The words of texts: per text its distinct words, ascending by number, and what each word is worth: a rare one more than a
 * common one (K. Sparck Jones, 1972).
 */
public final class Bags {

    /** Words of a text that are looked at. */
    public static final int WORDS_MAX = 200;

    /** Parts in which a word's worth is counted, so that sums do not depend on their order. */
    public static final int PARTS_OF_BIT = 256;

    private final ByteDictionary words = new ByteDictionary();
    private final int[] starts;
    private final int[] members;
    private final int[] texts;
    private final int[] worth;

    Bags(ByteDictionary values) {
        int size = values.size();
        starts = new int[size + 2];
        int[] found = new int[Math.max(16, size * 4)];
        int used = 0;
        int[] bag = new int[WORDS_MAX];
        for (int code = 1; code <= size; code++) {
            int count = words(values, code, bag);
            if (used + count > found.length) {
                found = Arrays.copyOf(found, Math.max(used + count, found.length * 2));
            }
            System.arraycopy(bag, 0, found, used, count);
            used += count;
            starts[code + 1] = used;
        }
        members = Arrays.copyOf(found, used);
        texts = new int[words.size() + 1];
        for (int word : members) {
            texts[word]++;
        }
        worth = new int[texts.length];
        for (int word = 1; word < texts.length; word++) {
            worth[word] = (int) Math.round(PARTS_OF_BIT * Math.log1p((double) size / texts[word]) / Math.log(2));
        }
    }

    private int words(ByteDictionary values, int code, int[] bag) {
        byte[] bytes = values.bytes();
        int at = values.start(code);
        int end = values.end(code);
        int count = 0;
        while (at < end && count < WORDS_MAX) {
            int start = at;
            while (at < end && bytes[at] != ' ') {
                at++;
            }
            if (at > start) {
                bag[count++] = words.code(bytes, start, at);
            }
            at++;
        }
        Arrays.sort(bag, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || bag[i] != bag[i - 1]) {
                bag[distinct++] = bag[i];
            }
        }
        return distinct;
    }

    /** Where the words of a text begin in {@link #members}; they end where the next one's begin. */
    public int start(int text) {
        return starts[text];
    }

    @SuppressWarnings("EI_EXPOSE_REP")
    public int[] members() {
        return members;
    }

    /** What a word is worth, above 0. */
    public int worth(int word) {
        return worth[word];
    }

    /** Texts that hold a word. */
    public int texts(int word) {
        return texts[word];
    }

    public ByteDictionary words() {
        return words;
    }
}
