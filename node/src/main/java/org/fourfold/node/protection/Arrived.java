package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.registry.Organisation;

/** A demand as it is written down when it arrives; the fields as in {@link LegalDemand.Terms}. */
public record Arrived(
        Organisation asker,
        LegalDemand.Authority authority,
        String person,
        String article,
        Set<FieldGroup> scope,
        String words,
        LegalDemand.Arrival arrival,
        LocalDate received,
        Optional<LocalDate> due) {

    public Arrived {
        scope = Set.copyOf(scope);
    }
}
