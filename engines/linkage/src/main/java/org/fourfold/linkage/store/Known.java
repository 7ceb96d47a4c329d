package org.fourfold.linkage.store;

import java.time.LocalDate;
import org.fourfold.linkage.block.SourceMatrix;
import org.fourfold.linkage.cluster.Judgements;

/**
 * What is known beside the records when a store is made.
 *
 * @param sources which sources may be linked with which, as long as the store lasts
 * @param judgements what persons judged
 * @param day on which it is asked which of these hold
 */
public record Known(SourceMatrix sources, Judgements judgements, LocalDate day) {

    /** Nothing is. */
    public static final Known NOTHING = new Known(SourceMatrix.ALL, Judgements.NONE, LocalDate.EPOCH);
}
