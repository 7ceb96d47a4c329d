package org.fourfold.node.prevention;

import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.registry.PlaceCode;

/**
 * Which incidents: every part that is given must hold.
 *
 * @param place a country or a region
 * @param from the first day, included
 * @param to the last day, included
 * @param kind in the source's words
 * @param importId those that came with one import
 */
public record IncidentFilter(
        Optional<PlaceCode> place,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> kind,
        Optional<String> source,
        Optional<ImportId> importId) {

    /** All there are. */
    public static IncidentFilter all() {
        return new IncidentFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public IncidentFilter in(PlaceCode code) {
        return new IncidentFilter(Optional.of(code), from, to, kind, source, importId);
    }

    public IncidentFilter between(LocalDate first, LocalDate last) {
        return new IncidentFilter(place, Optional.of(first), Optional.of(last), kind, source, importId);
    }
}
