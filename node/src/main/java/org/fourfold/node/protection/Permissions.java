package org.fourfold.node.protection;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a person agreed to, to whom nothing may go, and what went out: the latest first.
 *
 * @param personToTell of what went out against the consent rules, the overrides of which the person was not told yet
 * @param voiced consents of which there is a recording of the person saying it
 * @param mayWrite whether the reader may write down what the person says
 * @param mayShare whether the reader may hand over
 */
public record Permissions(
        CaseFile file,
        List<Consent> consents,
        List<Withholding> withheld,
        List<HandedOver> handedOver,
        Set<UUID> personToTell,
        Set<ConsentId> voiced,
        boolean mayWrite,
        boolean mayShare) {

    public Permissions {
        consents = List.copyOf(consents);
        withheld = List.copyOf(withheld);
        handedOver = List.copyOf(handedOver);
        personToTell = Set.copyOf(personToTell);
        voiced = Set.copyOf(voiced);
    }
}
