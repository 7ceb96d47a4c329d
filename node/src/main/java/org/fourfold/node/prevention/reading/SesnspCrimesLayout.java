package org.fourfold.node.prevention.reading;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;

/** Victims by month, state and crime, added up from SESNSP's table by others: a series of its own. */
final class SesnspCrimesLayout implements Layout {

    static final String SERIES = "sesnsp-victims-by-crime";

    private static final String MONTH = "month";
    private static final String STATE_NUMBER = "cve";
    private static final String STATE = "state";
    private static final String CRIME = "crime";
    private static final String COUNT = "victims";

    @Override
    public String code() {
        return SERIES;
    }

    @Override
    public String source() {
        return SesnspVictimsLayout.SOURCE;
    }

    @Override
    public boolean fits(List<String> heading) {
        return new Heading(heading).hasAll(List.of(MONTH, STATE_NUMBER, STATE, CRIME, COUNT));
    }

    @Override
    public LineReader reader(List<String> names, Places places, ImportOptions options) {
        Heading heading = new Heading(names);
        return (row, sink) -> {
            Cells cells = new Cells(row, heading);
            String month = cells.required(MONTH);
            Optional<Dated> period = Months.of(month);
            if (period.isEmpty() && !month.isEmpty()) {
                cells.fault("prevention.period-form", MONTH, month);
            }
            Optional<PlaceCode> state = SesnspVictimsLayout.state(cells, STATE_NUMBER);
            String crime = cells.required(CRIME);
            Tally count = cells.tally(COUNT);
            CountLine.hand(row, sink, cells, SERIES, crime, cells.text(STATE), state, period, count);
        };
    }
}
