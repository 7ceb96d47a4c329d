package org.fourfold.node.prevention;

import java.time.LocalDate;
import java.util.List;

/**
 * A series of counts that the house holds.
 *
 * @param vintages the states of it there are, newest first
 */
public record SeriesSummary(
        String code, String source, long observations, LocalDate from, LocalDate to, List<LocalDate> vintages) {

    public SeriesSummary {
        vintages = List.copyOf(vintages);
    }
}
