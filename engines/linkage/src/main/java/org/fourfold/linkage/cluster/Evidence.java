package org.fourfold.linkage.cluster;

/** Says how much speaks for pairs of records being one, in parts of a bit, the prior left out. For one thread. */
@FunctionalInterface
public interface Evidence {

    /** For pairs {@code (a[i], b[i])}, i below size, a below b. The same pair has the same evidence always. */
    void score(int[] a, int[] b, int size, int[] evidence);
}
