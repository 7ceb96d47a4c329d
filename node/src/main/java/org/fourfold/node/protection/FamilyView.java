package org.fourfold.node.protection;

import java.util.List;

/** Who belongs to the person of a file. */
public record FamilyView(CaseFile file, List<Relative> relatives, boolean mayWrite) {

    public FamilyView {
        relatives = List.copyOf(relatives);
    }
}
