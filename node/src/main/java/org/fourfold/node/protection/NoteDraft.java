package org.fourfold.node.protection;

import java.time.Instant;

/**
 * A note as far as it was typed.
 *
 * @param baseRevision the revision it changes; 0 for a new note
 */
public record NoteDraft(NoteId note, int baseRevision, String text, Instant keptAt) {

    @Override
    public String toString() {
        return "draft of " + note;
    }
}
