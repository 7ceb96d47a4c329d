package org.fourfold.estimate.funnel;

import java.util.List;
import java.util.Optional;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * With which characteristics of cases the road to the outcome differs.
 *
 * @param rates how fast those still open get there: other ends only take cases away
 * @param shares how many get there in the end, other ends counted; empty where cases came under observation late
 */
public record RegressionResult(
        Provenance provenance, CoxFit rates, Optional<FineGray.Fit> shares, List<Problem> cautions) {

    public RegressionResult {
        cautions = List.copyOf(cautions);
    }
}
