package org.fourfold.estimate.prevalence.strata;

import java.util.random.RandomGenerator;
import org.fourfold.estimate.prevalence.CaptureTable;

/** Who is who, drawn anew: linkage is seldom sure, and each draw decides every open match by its probability. */
@FunctionalInterface
public interface LinkageDraws {

    /**
     * The table of one draw of all decisions about matches.
     *
     * @param index which draw, from 0: a source that has drawn beforehand gives its draw of that number
     * @param random for a source that draws now
     */
    CaptureTable draw(int index, RandomGenerator random);
}
