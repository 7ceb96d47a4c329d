package org.fourfold.node.prevention.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Sql;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prevention.ImportId;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Incident.Group;
import org.fourfold.node.prevention.IncidentFilter;
import org.fourfold.node.prevention.StoredIncident;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.PlaceCode;

/** Incidents as rows: pages of them, one of them, all of them. */
public final class Incidents {

    private Incidents() {}

    /** Newest first. */
    public static Slice<StoredIncident> page(Tx tx, IncidentFilter filter, Optional<String> after) {
        Optional<Key> key = after.flatMap(Key::parse);
        Sql query = bind(tx.sql("""
                SELECT * FROM prevention.incident
                WHERE (CAST(:country AS text) IS NULL OR country = :country)
                  AND (CAST(:region AS text) IS NULL OR region = :region)
                  AND (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:source AS text) IS NULL OR source = :source)
                  AND (CAST(:import AS uuid) IS NULL OR import_id = :import)
                  AND (CAST(:day AS date) IS NULL OR (happened_from, id) < (:day, CAST(:id AS uuid)))
                ORDER BY happened_from DESC, id DESC LIMIT :limit
                """), filter)
                .with("day", key.map(Key::day).orElse(null))
                .with("id", key.map(Key::id).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1);
        return Slice.of(
                query.list((rs, n) -> incident(rs)),
                Slice.ROWS_MAX,
                row -> row.incident().happened().from() + "_" + row.id());
    }

    /** All of a filter, oldest first, as they come; to be closed within the transaction. */
    public static Stream<StoredIncident> stream(Tx tx, IncidentFilter filter) {
        return bind(tx.sql("""
                SELECT * FROM prevention.incident
                WHERE (CAST(:country AS text) IS NULL OR country = :country)
                  AND (CAST(:region AS text) IS NULL OR region = :region)
                  AND (CAST(:from AS date) IS NULL OR happened_to >= :from)
                  AND (CAST(:to AS date) IS NULL OR happened_from <= :to)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:source AS text) IS NULL OR source = :source)
                  AND (CAST(:import AS uuid) IS NULL OR import_id = :import)
                ORDER BY happened_from, id
                """), filter).stream((rs, n) -> incident(rs));
    }

    public static Optional<StoredIncident> find(Tx tx, UUID id) {
        return tx.sql("SELECT * FROM prevention.incident WHERE id = :id")
                .with("id", id)
                .optional((rs, n) -> incident(rs));
    }

    /** Those of some numbers, as far as they are there. */
    public static Map<UUID, StoredIncident> ofIds(Tx tx, Collection<UUID> ids) {
        Map<UUID, StoredIncident> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        tx.sql("SELECT * FROM prevention.incident WHERE id IN (:ids)")
                .with("ids", ids)
                .list((rs, n) -> incident(rs))
                .forEach(stored -> found.put(stored.id(), stored));
        return found;
    }

    /** Gives the parameters that all filters share. */
    static Sql bind(Sql query, IncidentFilter filter) {
        return query.with(
                        "country",
                        filter.place()
                                .filter(p -> !p.isRegion())
                                .map(PlaceCode::text)
                                .orElse(null))
                .with(
                        "region",
                        filter.place()
                                .filter(PlaceCode::isRegion)
                                .map(PlaceCode::text)
                                .orElse(null))
                .with("from", filter.from().orElse(null))
                .with("to", filter.to().orElse(null))
                .with("kind", filter.kind().orElse(null))
                .with("source", filter.source().orElse(null))
                .with("import", filter.importId().map(ImportId::value).orElse(null));
    }

    private record Key(LocalDate day, UUID id) {
        static Optional<Key> parse(String text) {
            int parted = text.indexOf('_');
            try {
                return parted < 0
                        ? Optional.empty()
                        : Optional.of(new Key(
                                LocalDate.parse(text.substring(0, parted)),
                                UUID.fromString(text.substring(parted + 1))));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    private static StoredIncident incident(ResultSet rs) throws SQLException {
        Dated happened = new Dated(
                rs.getObject("happened_from", LocalDate.class),
                rs.getObject("happened_to", LocalDate.class),
                Dated.Precision.valueOf(rs.getString("happened_precision")));
        Incident incident = new Incident(
                rs.getString("source"),
                rs.getString("external_id"),
                rs.getString("kind"),
                happened,
                where(rs),
                rs.getString("route"),
                rs.getString("origin"),
                people(rs),
                rs.getString("alleged"),
                rs.getString("circumstances"),
                Incident.Said.valueOf(rs.getString("reported")),
                Incident.Said.valueOf(rs.getString("pursued")),
                rs.getString("source_detail"),
                rs.getString("source_link"),
                rs.getString("source_quality"));
        return new StoredIncident(
                rs.getObject("id", UUID.class),
                new ImportId(rs.getObject("import_id", UUID.class)),
                rs.getLong("row_number"),
                incident);
    }

    private static Incident.Where where(ResultSet rs) throws SQLException {
        Double latitude = rs.getObject("latitude", Double.class);
        Double longitude = rs.getObject("longitude", Double.class);
        String region = rs.getString("region");
        String place = region == null ? rs.getString("country") : region;
        return new Incident.Where(
                latitude == null || longitude == null
                        ? Optional.empty()
                        : Optional.of(new Incident.Point(latitude, longitude)),
                rs.getString("place_stated"),
                rs.getString("country_stated"),
                Optional.ofNullable(place).map(PlaceCode::new),
                Incident.PlacedBy.valueOf(rs.getString("placed_by")));
    }

    private static Map<Group, Tally> people(ResultSet rs) throws SQLException {
        Set<String> notAvailable = Set.of(rs.getString("not_available").split(",", -1));
        Map<Group, Tally> people = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            Integer number = rs.getObject(group.name().toLowerCase(java.util.Locale.ROOT), Integer.class);
            people.put(
                    group,
                    number != null
                            ? Tally.of(number)
                            : notAvailable.contains(group.name()) ? Tally.notAvailable() : Tally.empty());
        }
        return people;
    }
}
