package org.fourfold.node.protection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Revision;

/**
 * What a competent body decided, as it said it. There may be several, one after another; none of them is a mark on the person.
 *
 * @param by who wrote it down
 */
public record IdentificationDecision(UUID id, Revision revision, Terms terms, MemberId by, Instant at) {

    /** Lines of evidence that a decision lists; more is never needed to name what it rests on. */
    public static final int EVIDENCE_MAX = 50;

    /** Whether it was asked that the decision be looked at again. */
    public enum ReviewState {
        NOT_ASKED,
        ASKED,
        DECIDED
    }

    /**
     * A review.
     *
     * @param by until when it has to be asked or decided
     * @param outcome as the body said it
     */
    public record Review(ReviewState state, Optional<Dated> by, String outcome) {}

    /**
     * The decision.
     *
     * @param body an organisation of the registry
     * @param outcome in the words of that body
     * @param evidence what it lists, a line each
     */
    public record Terms(
            DecisionThreshold threshold,
            OrganisationId body,
            Dated on,
            String outcome,
            String reasons,
            List<String> evidence,
            Review review) {

        public Terms {
            evidence = List.copyOf(evidence);
        }
    }
}
