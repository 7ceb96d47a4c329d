package org.fourfold.node.protection;

import java.util.List;

/** The decisions of a file, the latest first. */
public record IdentificationDecisions(CaseFile file, List<IdentificationDecision> all, boolean mayWrite) {

    public IdentificationDecisions {
        all = List.copyOf(all);
    }
}
