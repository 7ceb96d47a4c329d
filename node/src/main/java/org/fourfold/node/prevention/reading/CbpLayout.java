package org.fourfold.node.prevention.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;

/** U.S. CBP, nationwide encounters by state, with fiscal years. An encounter is an event, not a person. */
final class CbpLayout implements Layout {

    static final String SERIES = "cbp-nationwide-encounters";

    private static final String YEAR = "Fiscal Year";
    private static final String MONTH = "Month (abbv)";
    private static final String BORDER = "Land Border Region";
    private static final String STATE = "State";
    private static final String DEMOGRAPHIC = "Demographic";
    private static final String CITIZENSHIP = "Citizenship";
    private static final String TITLE = "Title of Authority";
    private static final String COUNT = "Encounter Count";

    @Override
    public String code() {
        return SERIES;
    }

    @Override
    public String source() {
        return "U.S. Customs and Border Protection";
    }

    @Override
    public boolean fits(List<String> heading) {
        return new Heading(heading).hasAll(List.of(YEAR, MONTH, BORDER, STATE, DEMOGRAPHIC, CITIZENSHIP, TITLE, COUNT));
    }

    @Override
    public LineReader reader(List<String> names, Places places, ImportOptions options) {
        Heading heading = new Heading(names);
        return (row, sink) -> {
            Cells cells = new Cells(row, heading);
            String measure = CountLine.measure(
                    Stream.of(BORDER, DEMOGRAPHIC, CITIZENSHIP, TITLE).map(cells::text));
            Optional<Dated> period = Months.ofFiscal(cells.text(YEAR), cells.text(MONTH));
            if (period.isEmpty()) {
                cells.fault("prevention.period-form", MONTH, cells.text(YEAR) + " " + cells.text(MONTH));
            }
            String stated = cells.text(STATE);
            Tally count = cells.tally(COUNT);
            CountLine.hand(row, sink, cells, SERIES, measure, stated, state(stated, places), period, count);
        };
    }

    /** A state, or a territory such as Guam, which ISO 3166 counts as a country of its own. */
    private static Optional<PlaceCode> state(String stated, Places places) {
        return PlaceCode.parse("US-" + stated)
                .filter(code -> places.find(code).isPresent())
                .or(() -> PlaceCode.parse(stated)
                        .filter(code -> List.of("GU", "MP", "PR", "VI", "AS").contains(code.text()))
                        .filter(code -> places.find(code).isPresent()));
    }
}
