package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A note as far as it was typed.
 *
 * @param baseRevision the revision it changes; 0 for a new note
 */
public record NoteDraft(NoteId note, int baseRevision, Optional<LocalDate> toldOn, String text, Instant keptAt) {

    public NoteDraft(NoteId note, int baseRevision, String text, Instant keptAt) {
        this(note, baseRevision, Optional.empty(), text, keptAt);
    }

    @Override
    public String toString() {
        return "draft of " + note;
    }
}
