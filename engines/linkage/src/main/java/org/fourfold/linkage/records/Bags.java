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

    private final ByteDictionary values;
    private final ByteDictionary words = new ByteDictionary();

    /** Per text where its words begin; they end where the next one's begin. */
    private final int[] starts;

    private int[] members;

    /** Per text how many different words there were before it, to take it back. */
    private final int[] wordsBefore;

    private final int[] bag = new int[WORDS_MAX];
    private final int[] texts;
    private final int[] worth;

    /** What a word is worth that no text had when they were counted: as much as one that one had. */
    private final int worthOfNew;

    Bags(ByteDictionary values) {
        this(values, values.size(), values.size());
    }

    /**
     * Of texts of which the first ones are counted, and no others.
     *
     * @param room the highest number that a text may have
     */
    Bags(ByteDictionary values, int counted, int room) {
        this.values = values;
        this.starts = new int[room + 2];
        this.wordsBefore = new int[room + 2];
        this.members = new int[Math.max(16, counted * 4)];
        for (int code = 1; code <= counted; code++) {
            add(code);
        }
        texts = new int[words.size() + 1];
        for (int i = 0; i < starts[counted + 1]; i++) {
            texts[members[i]]++;
        }
        worthOfNew = worth(counted, 1);
        worth = new int[texts.length];
        worth[0] = worthOfNew;
        for (int word = 1; word < texts.length; word++) {
            worth[word] = worth(counted, texts[word]);
        }
    }

    /** Of texts whose words are counted elsewhere. */
    Bags(ByteDictionary values, Bags counted) {
        this.values = values;
        int size = values.size();
        this.starts = new int[size + 2];
        this.wordsBefore = new int[size + 2];
        this.members = new int[Math.max(16, size * 4)];
        for (int code = 1; code <= size; code++) {
            add(code);
        }
        texts = new int[words.size() + 1];
        worth = new int[texts.length];
        for (int word = 1; word < texts.length; word++) {
            int there = counted.words.find(words.bytes(), words.start(word), words.end(word));
            texts[word] = counted.texts(there);
            worth[word] = counted.worth(there);
        }
        worthOfNew = counted.worthOfNew;
    }

    private static int worth(int counted, int texts) {
        return (int) Math.round(PARTS_OF_BIT * Math.log1p((double) Math.max(1, counted) / texts) / Math.log(2));
    }

    /** Takes the next text in. */
    final void add(int code) {
        wordsBefore[code] = words.size();
        int count = words(values, code);
        int from = starts[code];
        if (from + count > members.length) {
            members = Arrays.copyOf(members, Math.max(from + count, members.length * 2));
        }
        System.arraycopy(bag, 0, members, from, count);
        starts[code + 1] = from + count;
        wordsBefore[code + 1] = words.size();
    }

    /** Takes the last texts back, so that {@code kept} are left. */
    void forget(int kept) {
        words.forget(Math.min(words.size(), wordsBefore[kept + 1]));
    }

    private int words(ByteDictionary values, int code) {
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
        return word < worth.length ? worth[word] : worthOfNew;
    }

    /** Texts that hold a word, of those that were counted. */
    public int texts(int word) {
        return word < texts.length ? texts[word] : 0;
    }

    public ByteDictionary words() {
        return words;
    }
}
