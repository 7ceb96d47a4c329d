package org.fourfold.node.protection.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.protection.ServiceKind;

/**
 * What counting needs of one file, days as the house's calendar has them.
 *
 * @param closed empty while it is open
 */
public record CountedFile(
        UUID id,
        UUID owner,
        LocalDate opened,
        Optional<LocalDate> closed,
        List<Received> received,
        List<Nights> nights,
        List<Deadline> deadlines) {

    public CountedFile {
        received = List.copyOf(received);
        nights = List.copyOf(nights);
        deadlines = List.copyOf(deadlines);
    }

    /** A service or goods. */
    public record Received(ServiceKind kind, LocalDate day, int times) {}

    /** From the evening of a day until the morning of another: of the same day none. */
    public record Nights(LocalDate evening, LocalDate morning) {}

    /** A deadline of the law, and when it was stopped by doing what it asks for. */
    public record Deadline(LocalDate ends, Optional<LocalDate> stopped) {

        boolean met() {
            return stopped.filter(day -> !day.isAfter(ends)).isPresent();
        }
    }
}
