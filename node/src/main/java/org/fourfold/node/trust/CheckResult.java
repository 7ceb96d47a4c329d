package org.fourfold.node.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check of everything found. It stands in the record itself.
 *
 * @param entries how many were checked
 * @param fault the first; empty when everything holds
 */
public record CheckResult(Instant at, long entries, Optional<Fault> fault) {

    /**
     * A fault.
     *
     * @param code one of {@link org.fourfold.node.trust.internal.LogCheck.Code}, in lower case with hyphens
     * @param place the index of an entry, or the path of a tile
     */
    public record Fault(String code, String place) {

        /** As it stands in the event. */
        String detail() {
            return code + "/" + place;
        }
    }

    /** As the event's detail tells it. */
    static CheckResult parse(Instant at, long entries, String detail) {
        int cut = detail.indexOf('/');
        return new CheckResult(
                at,
                entries,
                cut < 0
                        ? Optional.empty()
                        : Optional.of(new Fault(detail.substring(0, cut), detail.substring(cut + 1))));
    }
}
