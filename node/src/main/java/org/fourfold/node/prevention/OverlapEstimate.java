package org.fourfold.node.prevention;

import java.util.List;
import org.fourfold.estimate.prevalence.PrevalenceResult;
import org.fourfold.estimate.run.Problem;

/** How many persons there may be, those on no list among them, as far as the overlaps tell. */
public sealed interface OverlapEstimate {

    /** Several methods, each with its number or its reason for none. */
    record Made(PrevalenceResult result) implements OverlapEstimate {}

    /** No method gives a number. */
    record Refused(List<Problem> why) implements OverlapEstimate {

        public Refused {
            why = List.copyOf(why);
        }
    }
}
