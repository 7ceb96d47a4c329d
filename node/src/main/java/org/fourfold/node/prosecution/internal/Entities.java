package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.EntityId;
import org.fourfold.node.prosecution.EntityView;
import org.fourfold.node.prosecution.EntityView.Claim;
import org.fourfold.node.prosecution.EntityView.Target;
import org.fourfold.node.prosecution.Neighbourhood;
import org.fourfold.node.prosecution.Neighbourhood.Tie;
import org.fourfold.node.prosecution.RowView;
import org.fourfold.node.prosecution.SourceId;
import org.fourfold.node.prosecution.reading.FtmModel;

/** Entities with their claims, their rows and what stands next to them. */
public final class Entities {

    private Entities() {}

    private record Row(UUID id, int source, long row, String externalId, String schema, String caption) {
        static Row of(ResultSet rs) throws SQLException {
            return new Row(
                    rs.getObject("id", UUID.class),
                    rs.getInt("source"),
                    rs.getLong("row_number"),
                    rs.getString("external_id"),
                    rs.getString("schema"),
                    rs.getString("caption"));
        }

        Target target() {
            return new Target(new EntityId(id), schema, caption);
        }
    }

    /** A claim whose value may name another entity. */
    private record Stored(UUID entity, boolean refers, Claim claim) {
        static Stored of(ResultSet rs) throws SQLException {
            return new Stored(
                    rs.getObject("entity", UUID.class),
                    rs.getBoolean("refers"),
                    new Claim(
                            rs.getString("property"),
                            rs.getString("value"),
                            Optional.ofNullable(rs.getString("original")).orElse(""),
                            Optional.ofNullable(rs.getString("column_name")).orElse(""),
                            rs.getLong("row_number"),
                            Optional.ofNullable(rs.getString("language")).orElse(""),
                            Optional.empty()));
        }

        Claim pointing(Map<String, Row> targets) {
            Optional<Target> target =
                    refers ? Optional.ofNullable(targets.get(claim.value())).map(Row::target) : Optional.empty();
            return new Claim(
                    claim.property(),
                    claim.value(),
                    claim.original(),
                    claim.column(),
                    claim.row(),
                    claim.language(),
                    target);
        }
    }

    public static Optional<EntityView> find(Tx tx, EntityId id) {
        return row(tx, id)
                .flatMap(entity -> Sources.standing(tx, entity.source()).map(source -> {
                    List<Stored> stored = tx.sql("""
                    SELECT * FROM prosecution.claim WHERE entity = :entity
                    ORDER BY property, row_number, value LIMIT :limit
                    """)
                            .with("entity", entity.id())
                            .with("limit", EntityView.CLAIMS_MAX)
                            .list((rs, n) -> Stored.of(rs));
                    long all = stored.size() < EntityView.CLAIMS_MAX
                            ? stored.size()
                            : tx.sql("SELECT count(*) FROM prosecution.claim WHERE entity = :entity")
                                    .with("entity", entity.id())
                                    .one((rs, n) -> rs.getLong(1));
                    Map<String, Row> targets = targets(tx, entity.source(), stored);
                    return new EntityView(
                            id,
                            entity.externalId(),
                            entity.schema(),
                            entity.caption(),
                            source.source(),
                            entity.row(),
                            stored.stream().map(one -> one.pointing(targets)).toList(),
                            all - stored.size(),
                            Overlaps.ofEntity(tx, entity.id()));
                }));
    }

    public static Optional<RowView> row(Tx tx, SourceId source, long row) {
        return Sources.find(tx, source).map(found -> {
            List<Stored> stored = tx.sql("""
                    SELECT * FROM prosecution.claim WHERE source = :source AND row_number = :row
                    ORDER BY entity, property, value LIMIT :limit
                    """)
                    .with("source", found.number())
                    .with("row", row)
                    .with("limit", EntityView.CLAIMS_MAX + 1)
                    .list((rs, n) -> Stored.of(rs));
            List<Stored> shown = stored.subList(0, Math.min(stored.size(), EntityView.CLAIMS_MAX));
            Map<String, Row> targets = targets(tx, found.number(), shown);
            Map<UUID, Row> owners =
                    byId(tx, shown.stream().map(Stored::entity).distinct().toList());
            List<RowView.Said> said = shown.stream()
                    .flatMap(one -> Optional.ofNullable(owners.get(one.entity()))
                            .map(owner -> new RowView.Said(owner.target(), one.pointing(targets)))
                            .stream())
                    .toList();
            return new RowView(found.source(), row, said, stored.size() - shown.size());
        });
    }

    /** One step: outward references, inward ones, and through each tie to its other ends. */
    public static Neighbourhood neighbours(Tx tx, FtmModel model, EntityId id) {
        Optional<Row> found = row(tx, id);
        if (found.isEmpty()) {
            return new Neighbourhood(List.of(), 0);
        }
        Row entity = found.get();
        List<Stored> outward = references(tx, List.of(entity.id()));
        List<Stored> inward = tx.sql("""
                SELECT * FROM prosecution.claim WHERE refers AND value = :id AND source = :source
                ORDER BY entity, property LIMIT :limit
                """)
                .with("id", entity.externalId())
                .with("source", entity.source())
                .with("limit", Neighbourhood.TIES_MAX + 1)
                .list((rs, n) -> Stored.of(rs));
        Map<UUID, Row> naming =
                byId(tx, inward.stream().map(Stored::entity).distinct().toList());
        List<Stored> further = references(
                tx,
                naming.values().stream()
                        .filter(row -> isEdge(model, row))
                        .map(Row::id)
                        .toList());
        Map<String, Row> targets = targets(
                tx,
                entity.source(),
                Stream.concat(outward.stream(), further.stream()).toList());
        List<Tie> ties = new ArrayList<>();
        for (Stored reference : outward) {
            Optional.ofNullable(targets.get(reference.claim().value()))
                    .ifPresent(other ->
                            ties.add(new Tie(reference.claim().property(), true, Optional.empty(), other.target())));
        }
        Map<UUID, List<Stored>> ends = further.stream().collect(Collectors.groupingBy(Stored::entity));
        for (Stored reference : inward) {
            Optional.ofNullable(naming.get(reference.entity()))
                    .ifPresent(other -> ties.addAll(inward(reference, other, entity, ends, targets)));
        }
        List<Tie> distinct = ties.stream().distinct().toList();
        long hidden = Math.max(0, distinct.size() - Neighbourhood.TIES_MAX);
        if (inward.size() > Neighbourhood.TIES_MAX) {
            hidden = Math.max(hidden, count(tx, entity) - Neighbourhood.TIES_MAX);
        }
        return new Neighbourhood(distinct.stream().limit(Neighbourhood.TIES_MAX).toList(), hidden);
    }

    /** A thing that names the entity; a tie is passed through, and stands alone where its other end is not told. */
    private static List<Tie> inward(
            Stored reference, Row other, Row entity, Map<UUID, List<Stored>> ends, Map<String, Row> targets) {
        List<Tie> ties = new ArrayList<>();
        for (Stored end : ends.getOrDefault(other.id(), List.of())) {
            Optional<Row> far = Optional.ofNullable(targets.get(end.claim().value()));
            far.filter(row -> !row.id().equals(entity.id()))
                    .ifPresent(row -> ties.add(
                            new Tie(reference.claim().property(), false, Optional.of(other.target()), row.target())));
        }
        return ties.isEmpty()
                ? List.of(new Tie(reference.claim().property(), false, Optional.empty(), other.target()))
                : ties;
    }

    private static boolean isEdge(FtmModel model, Row row) {
        return model.find(row.schema()).flatMap(schema -> schema.edge()).isPresent();
    }

    private static long count(Tx tx, Row entity) {
        return tx.sql("SELECT count(*) FROM prosecution.claim WHERE refers AND value = :id AND source = :source")
                .with("id", entity.externalId())
                .with("source", entity.source())
                .one((rs, n) -> rs.getLong(1));
    }

    private static List<Stored> references(Tx tx, List<UUID> entities) {
        return entities.isEmpty()
                ? List.of()
                : tx.sql("""
                        SELECT * FROM prosecution.claim WHERE refers AND entity IN (:entities)
                        ORDER BY entity, property, value LIMIT :limit
                        """)
                        .with("entities", entities)
                        .with("limit", Neighbourhood.TIES_MAX * 10)
                        .list((rs, n) -> Stored.of(rs));
    }

    /** The entities of a source that references name, by the source's ids. */
    private static Map<String, Row> targets(Tx tx, int source, List<Stored> references) {
        List<String> named = references.stream()
                .filter(Stored::refers)
                .map(one -> one.claim().value())
                .distinct()
                .toList();
        Map<String, Row> targets = new HashMap<>();
        if (!named.isEmpty()) {
            tx.sql("SELECT * FROM prosecution.entity WHERE external_id IN (:ids) AND source = :source")
                    .with("ids", named)
                    .with("source", source)
                    .list((rs, n) -> Row.of(rs))
                    .forEach(row -> targets.put(row.externalId(), row));
        }
        return targets;
    }

    private static Map<UUID, Row> byId(Tx tx, List<UUID> ids) {
        Map<UUID, Row> rows = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.sql("SELECT * FROM prosecution.entity WHERE id IN (:ids)")
                    .with("ids", ids)
                    .list((rs, n) -> Row.of(rs))
                    .forEach(row -> rows.put(row.id(), row));
        }
        return rows;
    }

    private static Optional<Row> row(Tx tx, EntityId id) {
        return tx.sql("SELECT * FROM prosecution.entity WHERE id = :id")
                .with("id", id.value())
                .optional((rs, n) -> Row.of(rs));
    }
}
