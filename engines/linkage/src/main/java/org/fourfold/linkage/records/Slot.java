package org.fourfold.linkage.records;

import java.util.StringJoiner;

/**
 * One thing said of each record.
 *
 * @param codes per record the number of its value, 0 where nothing is said; where records say several values, the number of its
 *     set of them
 * @param vocabulary what the numbers of values stand for
 * @param sets what the numbers of sets stand for; {@link ValueSets#SINGLE} where nobody says more than one value
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slot(String name, int[] codes, Vocabulary vocabulary, ValueSets sets) {

    /** A slot in which nobody says more than one value. */
    public Slot(String name, int[] codes, Vocabulary vocabulary) {
        this(name, codes, vocabulary, ValueSets.SINGLE);
    }

    /** Whether somebody says several values. */
    public boolean isMany() {
        return !sets.isSingle();
    }

    /** What a record says; several values with a semicolon between them. */
    public String text(int record) {
        int code = codes[record];
        if (!isMany()) {
            return vocabulary.text(code);
        }
        StringJoiner texts = new StringJoiner("; ");
        for (int at = sets.start(code); at < sets.start(code) + sets.count(code); at++) {
            texts.add(vocabulary.text(sets.value(at)));
        }
        return texts.toString();
    }

    /** How many records say each value, by its number; by place 0 how many say nothing. */
    public int[] counts() {
        int[] counts = new int[vocabulary.size() + 1];
        if (!isMany()) {
            for (int code : codes) {
                counts[code]++;
            }
            return counts;
        }
        for (int code : codes) {
            counts[0] += code == 0 ? 1 : 0;
            for (int at = sets.start(code); at < sets.start(code) + sets.count(code); at++) {
                counts[sets.value(at)]++;
            }
        }
        return counts;
    }

    /** Per number of {@link #codes} its place in the order of the values' bytes, from 1; of several values the first counts. */
    public int[] ranks() {
        int[] ofValues = vocabulary.ranks();
        if (!isMany()) {
            return ofValues;
        }
        int[] ranks = new int[sets.size() + 1];
        for (int set = 1; set < ranks.length; set++) {
            ranks[set] = sets.count(set) == 0 ? 0 : ofValues[sets.value(sets.start(set))];
        }
        return ranks;
    }
}
