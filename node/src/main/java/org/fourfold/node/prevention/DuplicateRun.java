package org.fourfold.node.prevention;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A comparison of all incidents of a time with one another, as it stands now.
 *
 * @param asked when it was asked for: what was imported later is not in it
 * @param incidents how many are compared
 * @param proposals once it is done the most convincing pairs that nobody has judged, the strongest first
 * @param found pairs above the model's threshold, those that are not shown included
 */
public record DuplicateRun(Instant asked, long incidents, State state, List<DuplicateProposal> proposals, long found) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** It could not be done, and is asked for anew. */
        FAILED
    }

    public DuplicateRun {
        proposals = List.copyOf(proposals);
    }

    /** The same without pairs that were decided meanwhile. */
    DuplicateRun without(Set<IncidentPair> decided) {
        List<DuplicateProposal> open = proposals.stream()
                .filter(proposal -> !decided.contains(proposal.pair()))
                .toList();
        return new DuplicateRun(asked, incidents, state, open, found - (proposals.size() - open.size()));
    }
}
