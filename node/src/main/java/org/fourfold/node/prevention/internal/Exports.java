package org.fourfold.node.prevention.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Incident.Group;
import org.fourfold.node.prevention.StoredIncident;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Incidents as CSV or GeoJSON (RFC 7946), row by row. */
public final class Exports {

    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "id",
            "source",
            "source_id",
            "kind",
            "from",
            "to",
            "precision",
            "latitude",
            "longitude",
            "place_code",
            "place_stated",
            "country_stated",
            "route",
            "origin",
            "dead",
            "missing",
            "survivors",
            "women",
            "men",
            "minors",
            "alleged",
            "circumstances",
            "reported",
            "pursued",
            "source_detail",
            "source_link",
            "source_quality",
            "import",
            "row");

    private Exports() {}

    /** Comma, double quotes, UTF-8, a heading; returns how many rows there were. */
    public static long csv(Stream<StoredIncident> rows, Writer out) {
        CsvWriter writer = CsvWriter.builder().build(out);
        writer.writeRecord(COLUMNS);
        long count = 0;
        for (StoredIncident row : (Iterable<StoredIncident>) rows::iterator) {
            writer.writeRecord(cells(row).stream().map(Exports::harmless).toList());
            count++;
        }
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe before it; a plain number stays one. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?") ? "'" + cell : cell;
    }

    private static List<String> cells(StoredIncident row) {
        Incident incident = row.incident();
        Incident.Where where = incident.where();
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.add(row.id().toString());
        cells.add(incident.source());
        cells.add(incident.externalId());
        cells.add(incident.kind());
        cells.add(incident.happened().from().toString());
        cells.add(incident.happened().to().toString());
        cells.add(incident.happened().precision().name());
        cells.add(where.point().map(p -> Double.toString(p.latitude())).orElse(""));
        cells.add(where.point().map(p -> Double.toString(p.longitude())).orElse(""));
        cells.add(where.place().map(PlaceCode::text).orElse(""));
        cells.add(where.stated());
        cells.add(where.countryStated());
        cells.add(incident.route());
        cells.add(incident.origin());
        for (Group group : Group.values()) {
            cells.add(tally(incident.count(group)));
        }
        cells.add(incident.alleged());
        cells.add(incident.circumstances());
        cells.add(incident.reported().name());
        cells.add(incident.pursued().name());
        cells.add(incident.sourceDetail());
        cells.add(incident.sourceLink());
        cells.add(incident.quality());
        cells.add(row.importId().toString());
        cells.add(Long.toString(row.row()));
        return cells;
    }

    /** As it came: a number, NA or nothing. */
    static String tally(Tally tally) {
        return switch (tally) {
            case Tally.Counted(long number) -> Long.toString(number);
            case Tally.NotAvailable missing -> "NA";
            case Tally.Empty empty -> "";
        };
    }

    /** A FeatureCollection; an incident without a point has a null geometry, as the standard has it. */
    public static long geoJson(Stream<StoredIncident> rows, Writer out) {
        long count = 0;
        try (JsonGenerator json =
                new JsonFactory().createGenerator(tools.jackson.core.ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (StoredIncident row : (Iterable<StoredIncident>) rows::iterator) {
                feature(json, row);
                count++;
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return count;
    }

    private static void feature(JsonGenerator json, StoredIncident row) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeStringProperty("id", row.id().toString());
        var point = row.incident().where().point();
        if (point.isPresent()) {
            json.writeObjectPropertyStart("geometry");
            json.writeStringProperty("type", "Point");
            json.writeArrayPropertyStart("coordinates");
            json.writeNumber(point.get().longitude());
            json.writeNumber(point.get().latitude());
            json.writeEndArray();
            json.writeEndObject();
        } else {
            json.writeNullProperty("geometry");
        }
        json.writeObjectPropertyStart("properties");
        List<String> cells = cells(row);
        for (int i = 1; i < COLUMNS.size(); i++) {
            String name = COLUMNS.get(i);
            if (!name.equals("latitude") && !name.equals("longitude")) {
                property(json, name, cells.get(i));
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void property(JsonGenerator json, String name, String cell) {
        boolean count = java.util.Arrays.stream(Group.values())
                .anyMatch(group -> group.name().toLowerCase(Locale.ROOT).equals(name));
        if (count && !cell.isEmpty() && Character.isDigit(cell.charAt(0))) {
            json.writeNumberProperty(name, Long.parseLong(cell));
        } else {
            json.writeStringProperty(name, cell);
        }
    }
}
