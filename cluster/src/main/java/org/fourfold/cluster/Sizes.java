package org.fourfold.cluster;

import java.io.Serializable;

/**
 * How large the pieces of work are. Changes nothing but time and memory.
 *
 * @param records of one part, about
 * @param tile records of a block that stay together; of a larger one the pairs are looked at in a triangular grid of tiles
 */
record Sizes(int records, int tile) implements Serializable {

    /** A part's rows under all rules are some 100 MB; a block of 4,000, the largest that is looked at whole, is ten cells. */
    static final Sizes USUAL = new Sizes(100_000, 1_000);

    Sizes {
        if (records < 1 || tile < 1) {
            throw new IllegalArgumentException("pieces of work hold something");
        }
    }

    /** Parts for so many records, so that each of the processors has some. */
    int parts(long all, int processors) {
        return (int) Math.max(processors, Math.ceilDiv(all, records));
    }
}
