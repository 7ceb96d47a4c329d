package org.fourfold.node.prevention.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportOptions.DateOrder;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Incident.Group;
import org.fourfold.node.prevention.Incident.PlacedBy;
import org.fourfold.node.prevention.Incident.Point;
import org.fourfold.node.prevention.Incident.Said;
import org.fourfold.node.prevention.Incident.Where;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.Place;
import org.fourfold.node.registry.Places;

/**
 * IOM's Missing Migrants Project, both editions. It counts deaths and disappearances on the way; it alleges nobody and does
 * not say whether anything was reported or pursued, so these stay unsaid.
 */
final class IomLayout implements Layout {

    static final String SOURCE = "IOM Missing Migrants Project";

    /** A stated country whose borders, widened by this, hold the turned point and not the point, shows a swap. */
    private static final double SWAP_MARGIN_DEGREES = 5;

    private final IomColumns columns;

    IomLayout(IomColumns columns) {
        this.columns = columns;
    }

    @Override
    public String code() {
        return columns.code();
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public boolean fits(List<String> heading) {
        return new Heading(heading).hasAll(columns.needed());
    }

    @Override
    public LineReader reader(List<String> names, Places places, ImportOptions options) {
        Heading heading = new Heading(names);
        return (row, sink) -> {
            Cells cells = new Cells(row, heading);
            Optional<Incident> incident = incident(cells, places, options);
            if (incident.isPresent() && cells.problems().isEmpty()) {
                sink.incident(row.number(), incident.get());
            } else {
                sink.refused(cells.problems());
            }
        };
    }

    private Optional<Incident> incident(Cells cells, Places places, ImportOptions options) {
        String id = cells.required(columns.id());
        Optional<Dated> happened = happened(cells, options);
        Map<Group, Tally> people = people(cells);
        Where where = where(cells, places);
        return happened.map(date -> new Incident(
                options.sourceName().orElse(SOURCE),
                id,
                cells.said(columns.cause()),
                date,
                where,
                cells.said(columns.route()),
                cells.said(columns.origin()),
                people,
                "",
                "",
                Said.NOT_STATED,
                Said.NOT_STATED,
                cells.said(columns.source()),
                cells.said(columns.link()),
                cells.said(columns.quality())));
    }

    private Optional<Dated> happened(Cells cells, ImportOptions options) {
        String text = cells.required(columns.date());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // IOM's page writes the month first and the weekday beside it: the layout states the order, the weekday proves
        // it.
        boolean withWeekday = Character.isLetter(text.charAt(0));
        Optional<DateOrder> order =
                withWeekday ? options.dateOrder().or(() -> Optional.of(DateOrder.MONTH_DAY_YEAR)) : options.dateOrder();
        return switch (Days.parse(text, order)) {
            case Days.Found.Day(Dated dated) -> Optional.of(dated);
            case Days.Found.Fault(String code) -> {
                cells.fault(code, columns.date(), text);
                yield Optional.empty();
            }
        };
    }

    private Map<Group, Tally> people(Cells cells) {
        Map<Group, Tally> people = new EnumMap<>(Group.class);
        people.put(Group.DEAD, cells.tally(columns.dead()));
        people.put(Group.MISSING, cells.tally(columns.missing()));
        people.put(Group.SURVIVORS, cells.tally(columns.survivors()));
        people.put(Group.WOMEN, cells.tally(columns.women()));
        people.put(Group.MEN, cells.tally(columns.men()));
        people.put(Group.MINORS, cells.tally(columns.minors()));
        return people;
    }

    private Where where(Cells cells, Places places) {
        String countryStated = columns.country().isEmpty() ? "" : cells.said(columns.country());
        String stated = cells.said(columns.place());
        Optional<Place> country = places.countryNamed(countryStated);
        Optional<Point> point = columns.coordinates().isEmpty()
                ? cells.point(columns.latitude(), columns.longitude())
                : cells.point(columns.coordinates());
        if (point.isPresent() && country.isPresent() && isTurned(point.get(), country.get())) {
            cells.fault(
                    "prevention.coordinates-swapped",
                    columns.latitude(),
                    point.get().latitude() + ", " + point.get().longitude());
        }
        Optional<Place> found = point.flatMap(at -> places.at(at.latitude(), at.longitude()));
        boolean agrees = found.isPresent()
                && country.map(stand -> stand.code().equals(found.get().code().country()))
                        .orElse(true);
        if (agrees) {
            return new Where(point, stated, countryStated, found.map(Place::code), PlacedBy.COORDINATES);
        }
        return country.map(place -> new Where(point, stated, countryStated, Optional.of(place.code()), PlacedBy.STATED))
                .orElseGet(() -> new Where(point, stated, countryStated, Optional.empty(), PlacedBy.NONE));
    }

    private static boolean isTurned(Point point, Place country) {
        boolean far =
                !country.outline().box().widened(SWAP_MARGIN_DEGREES).contains(point.latitude(), point.longitude());
        return far && country.outline().contains(/* latitude= */ point.longitude(), /* longitude= */ point.latitude());
    }
}
