package org.fourfold.estimate.policy;

import java.util.List;
import org.fourfold.estimate.run.Problem;
import org.fourfold.estimate.run.Provenance;

/**
 * What changed with a policy.
 *
 * @param verdict the strongest that may be said
 * @param sources one result a source
 * @param cautions why it is no stronger, and what must stand beside it
 */
public record PolicyResult(
        Provenance provenance, Policy policy, Verdict verdict, List<SourceResult> sources, List<Problem> cautions) {

    public PolicyResult {
        sources = List.copyOf(sources);
        cautions = List.copyOf(cautions);
    }
}
