package org.fourfold.node.prevention.reading;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;

/** U.S. Border Patrol, months by sector: one column a sector, so each line holds many observations. */
final class BorderPatrolLayout implements Layout {

    /** Encounters of all sectors, with the sums of the borders. */
    static final Table SECTORS =
            new Table("usbp-monthly-encounters", "Encounters", List.of("rio_grande_valley", "monthly_total"));

    /** Blaine and Spokane from two publications side by side, with their differences. */
    static final Table BLAINE_SPOKANE =
            new Table("usbp-blaine-spokane", "Encounters", List.of("usbp_blaine", "usbp_spokane", "blw", "spw"));

    private static final String YEAR = "cy";
    private static final String FISCAL_YEAR = "fy";
    private static final String MONTH = "month";
    private static final String DIFFERENCE = "diff_";
    private static final Optional<PlaceCode> UNITED_STATES = Optional.of(new PlaceCode("US"));

    private final Table table;

    BorderPatrolLayout(Table table) {
        this.table = table;
    }

    /** One of the two tables. */
    record Table(String series, String measure, List<String> needed) {}

    @Override
    public String code() {
        return table.series();
    }

    @Override
    public String source() {
        return "U.S. Border Patrol";
    }

    @Override
    public boolean fits(List<String> heading) {
        Heading columns = new Heading(heading);
        return columns.hasAll(List.of(YEAR, FISCAL_YEAR, MONTH)) && columns.hasAll(table.needed());
    }

    @Override
    public LineReader reader(List<String> names, Places places, ImportOptions options) {
        Heading heading = new Heading(names);
        // A difference of two published figures may be below zero and is no count: it is not an observation.
        List<String> sectors = names.stream()
                .filter(name -> !List.of(YEAR, FISCAL_YEAR, MONTH).contains(name) && !name.startsWith(DIFFERENCE))
                .toList();
        return (row, sink) -> {
            for (String sector : sectors) {
                Cells cells = new Cells(row, heading);
                Optional<Dated> period = Months.of(cells.text(YEAR), cells.text(MONTH));
                if (period.isEmpty()) {
                    cells.fault("prevention.period-form", MONTH, cells.text(YEAR) + " " + cells.text(MONTH));
                }
                Tally count = cells.tally(sector);
                CountLine.hand(row, sink, cells, table.series(), table.measure(), sector, UNITED_STATES, period, count);
            }
        };
    }
}
