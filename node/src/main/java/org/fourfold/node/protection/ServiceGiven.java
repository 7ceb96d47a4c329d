package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;

/**
 * A service that somebody received. What it was is never changed: it is struck and written anew.
 *
 * @param day on which it was given; with several times the last of them
 * @param times how often, 1 at least
 * @param words may be empty
 * @param written when it was written down, which is not when it was given
 * @param struck written down by mistake, and counted nowhere
 */
public record ServiceGiven(
        UUID id,
        ServiceKind kind,
        LocalDate day,
        int times,
        String words,
        Instant written,
        MemberId by,
        boolean struck) {

    /** More in one line are no longer told apart. */
    public static final int TIMES_MAX = 31;

    /** The longest text, in characters. */
    public static final int WORDS_MAX = 500;

    @Override
    public String toString() {
        return "service " + id;
    }
}
