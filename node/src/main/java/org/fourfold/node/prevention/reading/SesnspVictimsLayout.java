package org.fourfold.node.prevention.reading;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;

/**
 * SESNSP, victims of common-jurisdiction crimes in Mexico: month, state, crime, sex and age, as the states' prosecutors
 * report them. No federal cases, no migrant flag (reference/prevention.md 3.3).
 */
final class SesnspVictimsLayout implements Layout {

    static final String SERIES = "sesnsp-victims";
    static final String SOURCE = "SESNSP";

    private static final List<String> CRIME =
            List.of("bien_juridico_afectado", "tipo_de_delito", "subtipo_de_delito", "modalidad");
    private static final String DATE = "date_year_month";
    private static final String STATE_NUMBER = "cve_ent";
    private static final String STATE = "nombre_estado";
    private static final String SEX = "genero";
    private static final String AGE = "rango_de_edad";
    private static final String COUNT = "n_victimas";

    @Override
    public String code() {
        return SERIES;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public boolean fits(List<String> heading) {
        Heading columns = new Heading(heading);
        return columns.hasAll(CRIME) && columns.hasAll(List.of(DATE, STATE_NUMBER, STATE, SEX, AGE, COUNT));
    }

    @Override
    public LineReader reader(List<String> names, Places places, ImportOptions options) {
        Heading heading = new Heading(names);
        return (row, sink) -> {
            Cells cells = new Cells(row, heading);
            String measure = CountLine.withoutRepeats(
                    cells.text("tipo_de_delito"),
                    cells.text("subtipo_de_delito"),
                    cells.text("modalidad"),
                    cells.text(SEX),
                    cells.text(AGE));
            String date = cells.required(DATE);
            Optional<Dated> period = Months.of(date);
            if (period.isEmpty() && !date.isEmpty()) {
                cells.fault("prevention.period-form", DATE, date);
            }
            Optional<PlaceCode> state = state(cells, STATE_NUMBER);
            Tally count = cells.tally(COUNT);
            CountLine.hand(row, sink, cells, SERIES, measure, cells.text(STATE), state, period, count);
        };
    }

    /** The state by INEGI's number. */
    static Optional<PlaceCode> state(Cells cells, String column) {
        String number = cells.required(column);
        Optional<PlaceCode> state = MexicanStates.byNumber(number);
        if (state.isEmpty() && !number.isEmpty()) {
            cells.fault("prevention.place-unknown", column, number);
        }
        return state;
    }
}
