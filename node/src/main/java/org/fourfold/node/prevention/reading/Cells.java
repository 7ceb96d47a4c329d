package org.fourfold.node.prevention.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prevention.Incident.Point;
import org.fourfold.node.prevention.Tally;

/** The cells of one line, read with all their faults gathered. */
final class Cells {

    /** More people or encounters than this in one cell is a slip of the keyboard. */
    static final long COUNT_MAX = 100_000_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.0+)?");
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,6}(\\.[0-9]{1,20})?");
    private static final double RIGHT_ANGLE = 90;
    private static final double HALF_TURN = 180;

    private final Row row;
    private final Heading heading;
    private final List<Problem> problems = new ArrayList<>();

    Cells(Row row, Heading heading) {
        this.row = row;
        this.heading = heading;
    }

    List<Problem> problems() {
        return problems;
    }

    String text(String column) {
        return heading.text(row, column);
    }

    /** A text in which the source's NA stands for nothing said. */
    String said(String column) {
        String text = text(column);
        return text.equals("NA") ? "" : text;
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault("prevention.cell-empty", column, "");
        }
        return text;
    }

    Tally tally(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Tally.empty();
        }
        if (text.equals("NA")) {
            return Tally.notAvailable();
        }
        if (!NUMBER.matcher(text).matches()) {
            fault("prevention.count-not-number", column, text);
            return Tally.empty();
        }
        long number = Long.parseLong(text.contains(".") ? text.substring(0, text.indexOf('.')) : text);
        if (number < 0) {
            fault("prevention.count-negative", column, text);
            return Tally.empty();
        }
        if (number > COUNT_MAX) {
            fault("prevention.count-too-large", column, text);
            return Tally.empty();
        }
        return Tally.of(number);
    }

    /** A point in two columns; both empty is no point. */
    Optional<Point> point(String latitudeColumn, String longitudeColumn) {
        return point(latitudeColumn, said(latitudeColumn), longitudeColumn, said(longitudeColumn));
    }

    /** A point in one column, {@code latitude, longitude}. */
    Optional<Point> point(String column) {
        String text = said(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int comma = text.indexOf(',');
        if (comma < 0) {
            fault("prevention.coordinates-form", column, text);
            return Optional.empty();
        }
        return point(
                column,
                text.substring(0, comma).strip(),
                column,
                text.substring(comma + 1).strip());
    }

    private Optional<Point> point(String latitudeColumn, String latitude, String longitudeColumn, String longitude) {
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        if (!DEGREES.matcher(latitude).matches()) {
            fault("prevention.coordinates-form", latitudeColumn, latitude);
            return Optional.empty();
        }
        if (!DEGREES.matcher(longitude).matches()) {
            fault("prevention.coordinates-form", longitudeColumn, longitude);
            return Optional.empty();
        }
        double y = Double.parseDouble(latitude);
        double x = Double.parseDouble(longitude);
        if (Math.abs(y) <= RIGHT_ANGLE && Math.abs(x) <= HALF_TURN) {
            return Optional.of(new Point(y, x));
        }
        boolean turned = Math.abs(x) <= RIGHT_ANGLE && Math.abs(y) <= HALF_TURN;
        fault(
                turned ? "prevention.coordinates-swapped" : "prevention.coordinates-off-globe",
                latitudeColumn,
                latitude + ", " + longitude);
        return Optional.empty();
    }

    void fault(String code, String column, String value) {
        problems.add(Problem.inCell(code, row.number(), column, Map.of("value", shown(value))));
    }

    /** A value short enough to be repeated. */
    static String shown(String value) {
        return value.length() <= Limits.SHOWN_CHARACTERS_MAX
                ? value
                : value.substring(0, Limits.SHOWN_CHARACTERS_MAX) + "…";
    }
}
