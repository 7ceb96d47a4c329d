package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;

/**
 * What somebody who helps wrote down.
 *
 * @param revision of the note itself: 1 as it was first written
 */
public record Note(NoteId id, Revision revision, MemberId author, Instant writtenAt, String text) {

    /** The longest note, in characters. */
    public static final int TEXT_MAX = 40_000;

    @Override
    public String toString() {
        return "note " + id + " revision " + revision.number();
    }
}
