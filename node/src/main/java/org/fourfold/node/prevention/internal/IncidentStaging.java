package org.fourfold.node.prevention.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.frame.CopyLine;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Incident.Group;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;

/** Incidents on their way from the staging table into the registry of incidents. */
final class IncidentStaging {

    static final String TABLE = """
            CREATE TEMPORARY TABLE staged_incident (
                id uuid, row_number bigint, source text, external_id text, content text, kind text,
                happened_from date, happened_to date, happened_precision text,
                latitude double precision, longitude double precision, country text, region text, placed_by text,
                place_stated text, country_stated text, route text, origin text, alleged text, circumstances text,
                reported text, pursued text, source_detail text, source_link text, source_quality text,
                dead integer, missing integer, survivors integer, women integer, men integer, minors integer,
                not_available text
            ) ON COMMIT DROP""";

    static final String COPY = "COPY pg_temp.staged_incident FROM STDIN";

    private IncidentStaging() {}

    static byte[] line(CopyLine line, UUID id, long row, Incident incident) {
        Incident.Where where = incident.where();
        line.text(id.toString())
                .number(row)
                .text(incident.source())
                .text(incident.externalId())
                .text(Integer.toHexString(incident.hashCode()))
                .text(incident.kind())
                .text(incident.happened().from().toString())
                .text(incident.happened().to().toString())
                .text(incident.happened().precision().name())
                .plain(where.point().map(Incident.Point::latitude))
                .plain(where.point().map(Incident.Point::longitude))
                .plain(where.place().map(PlaceCode::country))
                .plain(where.place().filter(PlaceCode::isRegion))
                .text(where.placedBy().name())
                .text(where.stated())
                .text(where.countryStated())
                .text(incident.route())
                .text(incident.origin())
                .text(incident.alleged())
                .text(incident.circumstances())
                .text(incident.reported().name())
                .text(incident.pursued().name())
                .text(incident.sourceDetail())
                .text(incident.sourceLink())
                .text(incident.quality());
        for (Group group : Group.values()) {
            var number = incident.count(group).number();
            line.plain(number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty());
        }
        return line.text(notAvailable(incident)).take();
    }

    private static String notAvailable(Incident incident) {
        return Arrays.stream(Group.values())
                .filter(group -> incident.count(group) instanceof Tally.NotAvailable)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    /** Moves what is new; refuses what a file names twice. Returns how many were moved and how many were refused. */
    static Moved move(Tx tx, UUID organisation, UUID importId, long staged, Problems problems) {
        int moved = tx.sql("""
                INSERT INTO prevention.incident (
                    id, organisation, import_id, row_number, source, external_id, content, kind, happened_from,
                    happened_to, happened_precision, latitude, longitude, country, region, placed_by, place_stated,
                    country_stated, route, origin, alleged, circumstances, reported, pursued, source_detail,
                    source_link, source_quality, dead, missing, survivors, women, men, minors, not_available)
                SELECT id, :organisation, :import, row_number, source, external_id, content, kind, happened_from,
                       happened_to, happened_precision, latitude, longitude, country, region, placed_by, place_stated,
                       country_stated, route, origin, alleged, circumstances, reported, pursued, source_detail,
                       source_link, source_quality, dead, missing, survivors, women, men, minors, not_available
                FROM pg_temp.staged_incident ORDER BY row_number
                ON CONFLICT (organisation, source, external_id) DO NOTHING
                """)
                .with("organisation", organisation)
                .with("import", importId)
                .update();
        if (moved == staged) {
            return new Moved(moved, 0);
        }
        var twice = tx.sql("""
                SELECT row_number, first_row FROM (
                    SELECT row_number, min(row_number) OVER same AS first_row FROM pg_temp.staged_incident
                    WINDOW same AS (PARTITION BY source, external_id)) found
                WHERE row_number > first_row ORDER BY row_number
                """)
                .list((rs, n) -> Problem.inCell(
                        "prevention.duplicate-id",
                        rs.getLong("row_number"),
                        "Incident ID",
                        java.util.Map.of("first", Long.toString(rs.getLong("first_row")))));
        problems.addAll(twice);
        return new Moved(moved, twice.size());
    }

    /** What became of the staged rows; the rest were known already. */
    record Moved(long moved, long refused) {}
}
