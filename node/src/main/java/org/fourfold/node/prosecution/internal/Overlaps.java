package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.HubKind;
import org.fourfold.node.prosecution.IdentifierKind;
import org.fourfold.node.prosecution.Overlap;
import org.fourfold.node.prosecution.OverlapId;
import org.fourfold.node.prosecution.OverlapView;
import org.fourfold.node.prosecution.SearchResult.Hit;

/** Identifiers that stand in two sources or more, and what members said of them. */
public final class Overlaps {

    private Overlaps() {}

    private record Key(int sources, int entities, UUID id) {
        static Optional<Key> parse(String text) {
            String[] parts = text.split("_", -1);
            try {
                return parts.length == 3
                        ? Optional.of(new Key(
                                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), UUID.fromString(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Those in most sources first, and among them those of fewest entities: the rarer, the more it says. */
    public static Slice<Overlap> list(Tx tx, Optional<IdentifierKind> kind, boolean hubs, Optional<String> after) {
        Optional<Key> key = after.flatMap(Key::parse);
        List<Overlap> rows = tx.sql("""
                SELECT o.*, h.hub FROM prosecution.overlap o
                LEFT JOIN prosecution.hub_mark h
                    ON h.organisation = o.organisation AND h.kind = o.kind AND h.value = o.value
                WHERE (CAST(:kind AS text) IS NULL OR o.kind = :kind)
                  AND (h.hub IS NOT NULL OR o.entities >= :many) = CAST(:hubs AS boolean)
                  AND (CAST(:sources AS integer) IS NULL OR o.sources < :sources
                       OR (o.sources = :sources AND (o.entities, o.id) > (CAST(:entities AS integer), CAST(:id AS uuid))))
                ORDER BY o.sources DESC, o.entities, o.id LIMIT :limit
                """)
                .with("kind", kind.map(Enum::name).orElse(null))
                .with("many", Overlap.PROBABLE_HUB_ENTITIES)
                .with("hubs", hubs)
                .with("sources", key.map(Key::sources).orElse(null))
                .with("entities", key.map(Key::entities).orElse(null))
                .with("id", key.map(Key::id).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1)
                .list((rs, n) -> overlap(rs));
        return Slice.of(rows, Slice.ROWS_MAX, row -> row.sources() + "_" + row.entities() + "_" + row.id());
    }

    public static Optional<Overlap> find(Tx tx, OverlapId id) {
        return tx.sql("""
                SELECT o.*, h.hub FROM prosecution.overlap o
                LEFT JOIN prosecution.hub_mark h
                    ON h.organisation = o.organisation AND h.kind = o.kind AND h.value = o.value
                WHERE o.id = :id
                """).with("id", id.value()).optional((rs, n) -> overlap(rs));
    }

    static List<Overlap> ofEntity(Tx tx, UUID entity) {
        return tx.sql("""
                SELECT DISTINCT o.*, h.hub FROM prosecution.identifier i
                JOIN prosecution.overlap o ON o.kind = i.kind AND o.value = i.value
                LEFT JOIN prosecution.hub_mark h
                    ON h.organisation = o.organisation AND h.kind = o.kind AND h.value = o.value
                WHERE i.entity = :entity ORDER BY o.kind, o.value LIMIT :limit
                """).with("entity", entity).with("limit", Slice.ROWS_MAX).list((rs, n) -> overlap(rs));
    }

    /** Where it stands. */
    public static Optional<OverlapView> view(Tx tx, OverlapId id) {
        record Standing(UUID entity, String property) {}
        return find(tx, id).map(overlap -> {
            List<Standing> standing = tx.sql("""
                    SELECT entity, property FROM prosecution.identifier WHERE value = :value AND kind = :kind
                    ORDER BY source, entity, property LIMIT :limit
                    """)
                    .with("value", overlap.value())
                    .with("kind", overlap.kind())
                    .with("limit", OverlapView.PLACES_MAX)
                    .list((rs, n) -> new Standing(rs.getObject("entity", UUID.class), rs.getString("property")));
            Map<Integer, Sources.Numbered> sources = Sources.standing(tx).stream()
                    .collect(Collectors.toMap(Sources.Numbered::number, Function.identity()));
            Map<UUID, Hit> hits =
                    Searching.hits(
                                    tx,
                                    standing.stream()
                                            .map(Standing::entity)
                                            .distinct()
                                            .toList(),
                                    sources)
                            .stream()
                            .collect(Collectors.toMap(hit -> hit.id().value(), Function.identity()));
            List<OverlapView.Place> places = standing.stream()
                    .flatMap(
                            one -> Optional.ofNullable(hits.get(one.entity()))
                                    .map(hit -> new OverlapView.Place(hit, one.property()))
                                    .stream())
                    .toList();
            return new OverlapView(overlap, places, Math.max(0, overlap.entities() - hits.size()));
        });
    }

    public static void mark(Tx tx, Actor actor, Overlap overlap, HubKind hub, Instant at) {
        unmark(tx, overlap);
        tx.sql("""
                INSERT INTO prosecution.hub_mark (organisation, kind, value, hub, member, marked_at)
                VALUES (:organisation, :kind, :value, :hub, :member, :at)
                """)
                .with("organisation", actor.organisation().value())
                .with("kind", overlap.kind())
                .with("value", overlap.value())
                .with("hub", hub)
                .with("member", actor.member().value())
                .with("at", at)
                .update();
    }

    public static void unmark(Tx tx, Overlap overlap) {
        tx.sql("DELETE FROM prosecution.hub_mark WHERE kind = :kind AND value = :value")
                .with("kind", overlap.kind())
                .with("value", overlap.value())
                .update();
    }

    private static Overlap overlap(ResultSet rs) throws SQLException {
        return new Overlap(
                new OverlapId(rs.getObject("id", UUID.class)),
                IdentifierKind.valueOf(rs.getString("kind")),
                rs.getString("value"),
                rs.getInt("sources"),
                rs.getInt("entities"),
                Optional.ofNullable(rs.getString("hub")).map(HubKind::valueOf));
    }
}
