package org.fourfold.linkage.records;

/**
 * One thing said of each record.
 *
 * @param codes per record the number of its value, 0 where nothing is said
 * @param vocabulary what the numbers stand for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Slot(String name, int[] codes, Vocabulary vocabulary) {

    public String text(int record) {
        return vocabulary.text(codes[record]);
    }

    /** How many records have each value, by its number. */
    public int[] counts() {
        int[] counts = new int[vocabulary.size() + 1];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }
}
