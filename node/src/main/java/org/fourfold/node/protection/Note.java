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
 */
public record Note(
        NoteId id, Revision revision, MemberId author, Instant writtenAt, Optional<LocalDate> toldOn, String text) {

    /** The longest note, in characters. */
    public static final int TEXT_MAX = 40_000;

    @Override
    public String toString() {
        return "note " + id + " revision " + revision.number();
    }
}
