package org.fourfold.node.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;

/**
 * One investigation, as a line of a list. It names no suspect and no victim: those stand in claims, with their source.
 *
 * @param openedOn the day it began, which may lie before the day it was written down
 */
public record Investigation(
        InvestigationId id,
        String title,
        LocalDate openedOn,
        MemberId openedBy,
        Instant openedAt,
        Optional<Closing> closing) {

    public static final int TITLE_CHARACTERS_MAX = 200;

    /** Who closed it, when and why. Closed, nothing is entered any more; it stays readable. */
    public record Closing(MemberId by, Instant at, String why) {}

    public boolean isOpen() {
        return closing.isEmpty();
    }
}
