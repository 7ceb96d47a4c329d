package org.fourfold.node.frame;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to {@link Decisions} about something that would leave the organisation.
 *
 * @param recipient the name under which the register keeps the recipient
 * @param purpose what the recipient wants it for
 * @param override what two persons answer for when the consent rules refuse and life or health is in danger
 * @param withheldFrom recipients to whom the person said nothing may go, whatever else was agreed
 */
public record Handover(
        Actor actor,
        FileFacts file,
        RecipientKind kind,
        String recipient,
        Purpose purpose,
        Form form,
        Set<FieldGroup> groups,
        List<ConsentFact> consents,
        Optional<LegalDuty> duty,
        Optional<OverrideFact> override,
        Set<String> withheldFrom,
        Instant at) {

    /** Who would receive it. */
    public enum RecipientKind {
        THE_PERSON,
        SERVICE,
        PROSECUTION,
        COURT,
        IMMIGRATION_AUTHORITY,
        FUNDER,
        /** A store that several bodies search, whoever runs it. */
        SHARED_STORE
    }

    /** In what form. Encoded or hashed is still about the person (34 U.S.C. 12291(b)(2)); totals are about nobody. */
    public enum Form {
        IN_CLEAR,
        HASHED,
        TOTALS
    }

    public Handover {
        groups = Set.copyOf(groups);
        consents = List.copyOf(consents);
        withheldFrom = Set.copyOf(withheldFrom);
    }
}
