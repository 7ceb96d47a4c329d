package org.fourfold.node.protection;

import java.util.List;
import java.util.Set;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Operation;

/**
 * A file as its reader may see it.
 *
 * @param shown the groups that are open to the reader; an answer of another group is not in {@code answers}
 * @param writable the groups the reader may write
 * @param allowed what else the reader may do
 * @param imported what another system said, of the groups shown
 * @param notes the newest first, at most {@link org.fourfold.node.frame.Slice#ROWS_MAX}
 * @param risks urgent ones that hold
 * @param clocks from what the deadlines are reckoned, for who may know of dangers
 * @param family who belongs to the person
 * @param drafts notes that this reader has begun
 */
public record FileView(
        CaseFile file,
        Set<FieldGroup> shown,
        Set<FieldGroup> writable,
        Set<Operation> allowed,
        Answers answers,
        Imported imported,
        List<Note> notes,
        List<NoteDraft> drafts,
        List<UrgentRisk> risks,
        ClockFacts clocks,
        List<Relative> family,
        boolean underBreakGlass) {

    public FileView {
        shown = Set.copyOf(shown);
        writable = Set.copyOf(writable);
        allowed = Set.copyOf(allowed);
        notes = List.copyOf(notes);
        drafts = List.copyOf(drafts);
        risks = List.copyOf(risks);
        family = List.copyOf(family);
    }

    public boolean may(Operation operation) {
        return allowed.contains(operation);
    }
}
