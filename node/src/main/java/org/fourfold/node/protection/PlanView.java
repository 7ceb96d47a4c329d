package org.fourfold.node.protection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.OrganisationId;

/**
 * What is planned with a person, and what was given.
 *
 * @param entries in the order in which they were last changed
 * @param approved the last approval
 * @param writable the kinds that the reader may write
 * @param mayApprove whether the reader supervises the owner
 * @param interpreters of the house, those who interpreted for this person first
 * @param withheld to whom the person said that nothing may go
 */
public record PlanView(
        CaseFile file,
        List<PlanEntry> entries,
        Optional<PlanApproval> approved,
        Set<PlanEntry.Kind> writable,
        boolean mayApprove,
        List<Interpreter.Bookable> interpreters,
        Set<OrganisationId> withheld) {

    public PlanView {
        entries = List.copyOf(entries);
        writable = Set.copyOf(writable);
        interpreters = List.copyOf(interpreters);
        withheld = Set.copyOf(withheld);
    }

    /** Whether something changed since the last approval; goods that are handed out are no change of the plan. */
    public boolean changedSince() {
        return approved.isPresent()
                && entries.stream()
                        .filter(entry -> entry.kind() != PlanEntry.Kind.GOODS)
                        .anyMatch(
                                entry -> entry.changed().isAfter(approved.get().at()));
    }
}
