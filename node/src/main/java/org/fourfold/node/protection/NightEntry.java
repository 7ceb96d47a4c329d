package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.MemberId;

/**
 * What was written down in a night. It is added to, never changed.
 *
 * @param file whom it is about; empty where it is about the house
 * @param name the person's, where the reader may see it
 */
public record NightEntry(
        UUID id,
        LocalDate night,
        Instant at,
        MemberId author,
        Optional<CaseFile> file,
        Optional<String> name,
        String text) {

    /** The longest entry, in characters. */
    public static final int TEXT_MAX = 4_000;

    @Override
    public String toString() {
        return "night entry " + id;
    }
}
