package org.fourfold.linkage.score;

import org.fourfold.linkage.records.Slot;

/** How often each value is said: what rarity goes by. */
@FunctionalInterface
public interface Frequencies {

    /** Per number of a value how many records say it, by place 0 how many say nothing; later values were never seen. */
    int[] of(Slot slot);
}
