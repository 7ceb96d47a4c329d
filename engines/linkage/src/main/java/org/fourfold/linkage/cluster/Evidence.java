package org.fourfold.linkage.cluster;

import org.fourfold.linkage.score.Scorer;

/** Says how much speaks for pairs of records being one, in parts of a bit, the prior left out. For one thread. */
public interface Evidence {

    /** For pairs {@code (a[i], b[i])}, i below size, a below b. The same pair has the same evidence always. */
    void score(int[] a, int[] b, int size, int[] evidence);

    /** How many comparisons it is the sum of. */
    int comparisons();

    /** The same of each comparison by itself, {@code evidence[comparison][i]}; 0 where one of the records says nothing. */
    void scoreEach(int[] a, int[] b, int size, int[][] evidence);

    /** What a scorer says. */
    static Evidence of(Scorer scorer) {
        return new Evidence() {
            @Override
            public void score(int[] a, int[] b, int size, int[] evidence) {
                scorer.score(a, b, size, evidence);
            }

            @Override
            public int comparisons() {
                return scorer.comparisons();
            }

            @Override
            public void scoreEach(int[] a, int[] b, int size, int[][] evidence) {
                scorer.scoreEach(a, b, size, evidence);
            }
        };
    }
}
