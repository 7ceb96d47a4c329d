package org.fourfold.node.partnership.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.partnership.Publication.Signature;
import org.fourfold.node.partnership.PublicationId;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.registry.PlaceCode;

/** Signatures, releases and withdrawals, and what earlier releases bind later ones to. */
public final class Releases {

    private Releases() {}

    /** Now, and the organisation's day. */
    public record Moment(Instant instant, LocalDate day) {}

    /** Every figure that any released edition of the series showed, withdrawn ones too: nobody can call a copy back. */
    public static List<FigureCell> shown(Tx tx, String series) {
        return tx.sql("""
                SELECT DISTINCT c.year, c.place, c.kind, c.count
                FROM partnership.release r JOIN partnership.published_cell c ON c.publication = r.publication
                WHERE r.series = :series
                """)
                .with("series", series)
                .list((rs, n) -> new FigureCell(
                        rs.getInt("year"),
                        PlaceCode.parse(rs.getString("place")),
                        rs.getString("kind"),
                        rs.getLong("count")));
    }

    /** The number that the series' next edition has. */
    public static int nextOrdinal(Tx tx, String series) {
        return tx.sql("SELECT coalesce(max(ordinal), 0) + 1 AS next FROM partnership.release WHERE series = :series")
                .with("series", series)
                .one((rs, n) -> rs.getInt("next"));
    }

    /** The shape that the series keeps; empty before its first release. */
    public static Optional<FigureShape> shape(Tx tx, String series) {
        return tx.sql("SELECT places, by_kind FROM partnership.series_shape WHERE series = :series")
                .with("series", series)
                .optional((rs, n) ->
                        new FigureShape(FigureShape.Level.valueOf(rs.getString("places")), rs.getBoolean("by_kind")));
    }

    /** The publication that was released last; empty when none was. */
    public static Optional<PublicationId> newest(Tx tx) {
        return tx.sql("""
                SELECT publication FROM partnership.release ORDER BY released_at DESC, publication LIMIT 1
                """).optional((rs, n) -> new PublicationId(rs.getObject("publication", UUID.class)));
    }

    public static void sign(Tx tx, Actor actor, Publication publication, Instant at) {
        tx.sql("""
                INSERT INTO partnership.signature (publication, member, role, content_hash, signed_at)
                VALUES (:publication, :member, :role, :hash, :at)
                """)
                .with("publication", publication.id().value())
                .with("member", actor.member().value())
                .with("role", actor.role())
                .with("hash", publication.hash())
                .with("at", at)
                .update();
    }

    /** Takes both signatures for what they are; the database checks each of them again. */
    public static void release(
            Tx tx, Actor actor, Publication publication, Signature supervisor, Signature second, Moment at) {
        FigureShape shape = publication.edition().shape();
        tx.sql("""
                INSERT INTO partnership.series_shape (organisation, series, places, by_kind)
                VALUES (:organisation, :series, :places, :by_kind) ON CONFLICT (organisation, series) DO NOTHING
                """)
                .with("organisation", actor.organisation().value())
                .with("series", publication.edition().series())
                .with("places", shape.places())
                .with("by_kind", shape.byKind())
                .update();
        tx.sql("""
                INSERT INTO partnership.release
                    (publication, organisation, permission, series, ordinal, places, by_kind, content_hash,
                     supervisor, supervisor_role, second, second_role, released_at, released_on)
                SELECT p.id, p.organisation, p.permission, p.series, p.ordinal, p.places, p.by_kind, p.content_hash,
                       :supervisor, :supervisor_role, :second, :second_role, :at, :on
                FROM partnership.publication p WHERE p.id = :publication
                """)
                .with("publication", publication.id().value())
                .with("supervisor", supervisor.member().value())
                .with("supervisor_role", supervisor.role())
                .with("second", second.member().value())
                .with("second_role", second.role())
                .with("at", at.instant())
                .with("on", at.day())
                .update();
    }

    public static void withdraw(Tx tx, Actor actor, PublicationId id, Publication.Reason reason, Moment at) {
        tx.sql("""
                INSERT INTO partnership.withdrawal (publication, member, role, reason, withdrawn_at, withdrawn_on)
                VALUES (:publication, :member, :role, :reason, :at, :on)
                """)
                .with("publication", id.value())
                .with("member", actor.member().value())
                .with("role", actor.role())
                .with("reason", reason)
                .with("at", at.instant())
                .with("on", at.day())
                .update();
    }
}
