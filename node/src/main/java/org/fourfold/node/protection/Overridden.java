package org.fourfold.node.protection;

import java.time.Instant;
import java.util.List;

/**
 * The overrides of a file, the latest first.
 *
 * @param mayAsk whether the reader may ask for one
 * @param mayAnswer whether the reader may be the second person for what others asked
 * @param at when it was read
 */
public record Overridden(
        CaseFile file, List<ConsentOverride> overrides, boolean mayAsk, boolean mayAnswer, Instant at) {

    public Overridden {
        overrides = List.copyOf(overrides);
    }
}
