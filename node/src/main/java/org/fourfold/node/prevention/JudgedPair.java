package org.fourfold.node.prevention;

import java.util.List;
import java.util.Optional;

/**
 * Two incidents side by side.
 *
 * @param proposal what the last comparison says of them; empty if it does not propose them
 * @param judgements what was decided, the newest first
 */
public record JudgedPair(
        StoredIncident first,
        StoredIncident second,
        Optional<DuplicateProposal> proposal,
        List<IncidentJudgement> judgements) {

    public JudgedPair {
        judgements = List.copyOf(judgements);
    }

    /** What holds. */
    public IncidentJudgement.Verdict verdict() {
        return judgements.isEmpty()
                ? IncidentJudgement.Verdict.OPEN
                : judgements.getFirst().verdict();
    }
}
