package org.fourfold.node.protection;

import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.OverrideFact;
import org.fourfold.node.frame.Purpose;

/** What would go out against the consent rules: for what, which groups, and why. */
public record OverrideWish(Purpose purpose, Set<FieldGroup> groups, OverrideFact.Reason reason, String words) {

    public OverrideWish {
        groups = Set.copyOf(groups);
    }
}
