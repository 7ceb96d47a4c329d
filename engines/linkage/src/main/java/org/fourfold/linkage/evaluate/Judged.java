package org.fourfold.linkage.evaluate;

/**
 * A pair of records that a person judged.
 *
 * @param a one record's number
 * @param b the other's
 * @param bits the match weight of the pair, finite
 * @param same whether they were judged to be one entity
 */
public record Judged(int a, int b, double bits, boolean same) {

    /** Checks that there are two records; the smaller number is put first. */
    public Judged {
        if (a == b || a < 0 || b < 0) {
            throw new IllegalArgumentException(
                    "a pair of records " + a + " and " + b + ": give two records, counted from 0");
        }
        if (!Double.isFinite(bits)) {
            throw new IllegalArgumentException("a pair judged at " + bits + " bits: give a finite match weight");
        }
        if (a > b) {
            int smaller = b;
            b = a;
            a = smaller;
        }
    }
}
