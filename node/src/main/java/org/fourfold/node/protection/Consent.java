package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.ConsentFact;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;

/**
 * What a person agreed to: that these groups may go to this organisation, for this, until then.
 *
 * @param withdrawn since when it was taken back
 */
public record Consent(ConsentId id, Terms terms, Instant given, Instant until, Optional<Instant> withdrawn) {

    /** The longest that a consent may last: reasonably time-limited (34 U.S.C. 12291(b)(2)). */
    public static final int DAYS_MAX = 366;

    /** How it was given, or taken back. */
    public enum How {
        PRESENT,
        PHONE,
        PAPER
    }

    /**
     * What was agreed.
     *
     * @param language in which it was explained, a code of {@link Field#RIGHTS_LANGUAGE}
     * @param informed whether it was said what goes to whom, for what, that a no costs nothing, and that it can be taken back
     * @param conditionOfService whether help was made to depend on it: then it is none
     * @param heard the recording of the house that was played, of {@link Spoken}
     */
    public record Terms(
            OrganisationId recipient,
            Purpose purpose,
            Set<FieldGroup> groups,
            ConsentFact.GivenBy givenBy,
            How how,
            String language,
            boolean informed,
            boolean conditionOfService,
            Optional<UUID> heard) {

        public Terms {
            groups = Set.copyOf(groups);
        }

        /** Agreed without a recording. */
        public Terms(
                OrganisationId recipient,
                Purpose purpose,
                Set<FieldGroup> groups,
                ConsentFact.GivenBy givenBy,
                How how,
                String language,
                boolean informed,
                boolean conditionOfService) {
            this(recipient, purpose, groups, givenBy, how, language, informed, conditionOfService, Optional.empty());
        }
    }

    public boolean holds(Instant at) {
        return withdrawn.isEmpty() && !at.isBefore(given) && at.isBefore(until);
    }

    /** As the one decision asks for it: what was taken back holds at no moment, whatever a clock says. */
    public ConsentFact fact() {
        return new ConsentFact(
                terms.recipient().toString(),
                terms.purpose(),
                terms.groups(),
                terms.givenBy(),
                terms.informed(),
                terms.conditionOfService(),
                given,
                until,
                withdrawn.map(back -> given));
    }
}
