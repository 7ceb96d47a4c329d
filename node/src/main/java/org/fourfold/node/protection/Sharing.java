package org.fourfold.node.protection;

import java.util.List;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;

/** The gate's answer to who would hand something over. */
public sealed interface Sharing {

    /**
     * What goes out: of the groups asked for, those that may.
     *
     * @param heldBack what was asked for and may not go
     * @param told conversations, signs and decisions of the groups that may
     */
    record Given(
            CaseFile file,
            Set<FieldGroup> groups,
            Set<FieldGroup> heldBack,
            Answers answers,
            List<Note> notes,
            Told told)
            implements Sharing {

        public Given {
            groups = Set.copyOf(groups);
            heldBack = Set.copyOf(heldBack);
            notes = List.copyOf(notes);
        }
    }

    /** Nothing goes out; the reason as {@link org.fourfold.node.frame.Decision#reason} says. */
    record Refused(String reason) implements Sharing {}
}
