package org.fourfold.node.prevention;

import java.time.YearMonth;
import java.util.List;

/**
 * One series, added up by month.
 *
 * @param places in the source's words
 * @param measures the first words of the measures: the kinds of things counted
 */
public record SeriesView(SeriesSummary summary, List<String> places, List<String> measures, List<Month> months) {

    /**
     * One month.
     *
     * @param figures how many figures were added up
     * @param withoutNumber how many cells say NA or nothing
     */
    public record Month(YearMonth month, long sum, long figures, long withoutNumber) {}

    public SeriesView {
        places = List.copyOf(places);
        measures = List.copyOf(measures);
        months = List.copyOf(months);
    }
}
