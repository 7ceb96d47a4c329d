package org.fourfold.node.protection;

import java.time.Instant;
import java.util.Optional;

/**
 * A conversation as far as it was typed.
 *
 * @param base the revision that it corrects; 0 for a new one
 */
public record ScreeningDraft(
        ScreeningId id, int base, Optional<Screening.Setting> setting, Replies replies, Instant keptAt) {

    @Override
    public String toString() {
        return "draft of conversation " + id;
    }
}
