package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;

/**
 * What somebody who helps wrote down.
 *
 * @param revision of the note itself: 1 as it was first written
 * @param writtenAt when it was typed
 * @param toldOn the day on which it was told, where that was another one
 * @param struck why the note does not belong here: it stays readable in the file, and goes nowhere
 */
public record Note(
        NoteId id,
        Revision revision,
        MemberId author,
        Instant writtenAt,
        Optional<LocalDate> toldOn,
        String text,
        Optional<String> struck) {

    /** The longest note, in characters. */
    public static final int TEXT_MAX = 40_000;

    /** The longest reason for striking one, in characters. */
    public static final int WHY_MAX = 300;

    /** One that stands. */
    public Note(
            NoteId id, Revision revision, MemberId author, Instant writtenAt, Optional<LocalDate> toldOn, String text) {
        this(id, revision, author, writtenAt, toldOn, text, Optional.empty());
    }

    public boolean stands() {
        return struck.isEmpty();
    }

    @Override
    public String toString() {
        return "note " + id + " revision " + revision.number();
    }
}
