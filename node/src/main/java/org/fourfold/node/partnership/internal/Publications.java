package org.fourfold.node.partnership.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.partnership.Edition;
import org.fourfold.node.partnership.Permission;
import org.fourfold.node.partnership.PublicLicence;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.partnership.PublicationId;
import org.fourfold.node.partnership.PublishedCell;
import org.fourfold.node.registry.Attribution;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureSeries.Counted;
import org.fourfold.node.registry.FigureShape;
import org.fourfold.node.registry.PlaceCode;

/** Publications as rows: kept once, never changed. */
public final class Publications {

    private Publications() {}

    /** Keeps a draft with its cells. */
    public static void keep(Tx tx, Actor actor, PublicationId id, Permission permission, Edition edition, Instant at) {
        Optional<Attribution> named = edition.attribution();
        tx.sql("""
                INSERT INTO partnership.publication
                    (id, organisation, permission, author, author_role, drafted_at, series, ordinal, places, by_kind,
                     counted, source, publisher, terms, link, first_year, last_year, as_of, organisation_name, invented,
                     licence, contact, content_hash)
                VALUES (:id, :organisation, :permission, :author, :role, :at, :series, :ordinal, :places, :by_kind,
                        :counted, :source, :publisher, :terms, :link, :first_year, :last_year, :as_of, :name, :invented,
                        :licence, :contact, :hash)
                """)
                .with("id", id.value())
                .with("organisation", actor.organisation().value())
                .with("permission", permission.id())
                .with("author", actor.member().value())
                .with("role", actor.role())
                .with("at", at)
                .with("series", edition.series())
                .with("ordinal", edition.ordinal())
                .with("places", edition.shape().places())
                .with("by_kind", edition.shape().byKind())
                .with("counted", edition.counted())
                .with("source", edition.source())
                .with("publisher", named.map(Attribution::publisher).orElse(""))
                .with("terms", named.map(Attribution::terms).orElse(""))
                .with("link", named.map(Attribution::link).orElse(""))
                .with("first_year", edition.firstYear())
                .with("last_year", edition.lastYear())
                .with("as_of", edition.asOf())
                .with("name", edition.organisationName())
                .with("invented", edition.invented())
                .with("licence", edition.licence())
                .with("contact", edition.contact())
                .with("hash", edition.hash())
                .update();
        keepCells(tx, id, edition.cells());
    }

    private static void keepCells(Tx tx, PublicationId id, List<PublishedCell> cells) {
        tx.sql("""
                INSERT INTO partnership.published_cell (publication, year, place, kind, count, as_before)
                SELECT :publication, * FROM unnest(CAST(:years AS integer[]), CAST(:places AS text[]),
                    CAST(:kinds AS text[]), CAST(:counts AS bigint[]), CAST(:as_before AS boolean[]))
                """)
                .with("publication", id.value())
                .with("years", column(cells, cell -> cell.cell().year(), new Integer[0]))
                .with("places", column(cells, cell -> place(cell.cell()), new String[0]))
                .with("kinds", column(cells, cell -> cell.cell().kind(), new String[0]))
                .with("counts", column(cells, cell -> cell.cell().count(), new Long[0]))
                .with("as_before", column(cells, PublishedCell::asBefore, new Boolean[0]))
                .update();
    }

    private static <T> T[] column(List<PublishedCell> cells, Function<PublishedCell, T> value, T[] type) {
        return cells.stream().map(value).toList().toArray(type);
    }

    private static String place(FigureCell cell) {
        return cell.place().map(PlaceCode::text).orElse("");
    }

    /** A page of publications, newest draft first, without their cells. */
    public static Slice<Publication> page(Tx tx, Optional<PublicationId> after) {
        List<Publication> rows = tx.sql("""
                SELECT p.*, r.released_on, w.member AS withdrawn_by, w.reason, w.withdrawn_on,
                       r.publication IS NULL AND EXISTS (
                           SELECT FROM partnership.release o
                           WHERE o.series = p.series AND o.ordinal >= p.ordinal) AS overtaken
                FROM partnership.publication p
                LEFT JOIN partnership.release r ON r.publication = p.id
                LEFT JOIN partnership.withdrawal w ON w.publication = p.id
                WHERE CAST(:after AS uuid) IS NULL
                   OR (p.drafted_at, p.id) < (SELECT a.drafted_at, a.id FROM partnership.publication a WHERE a.id = :after)
                ORDER BY p.drafted_at DESC, p.id DESC LIMIT :limit
                """)
                .with("after", after.map(PublicationId::value).orElse(null))
                .with("limit", Slice.ROWS_MAX + 1)
                .list((rs, n) -> publication(rs, List.of(), List.of()));
        Slice<Publication> page =
                Slice.of(rows, Slice.ROWS_MAX, publication -> publication.id().toString());
        return new Slice<>(
                page.rows().stream()
                        .map(publication -> withSignatures(publication, signatures(tx, publication.id())))
                        .toList(),
                page.next());
    }

    /** One publication with its cells. */
    public static Optional<Publication> find(Tx tx, PublicationId id) {
        List<Publication.Signature> signatures = signatures(tx, id);
        List<PublishedCell> cells = cells(tx, id);
        return tx.sql("""
                SELECT p.*, r.released_on, w.member AS withdrawn_by, w.reason, w.withdrawn_on,
                       r.publication IS NULL AND EXISTS (
                           SELECT FROM partnership.release o
                           WHERE o.series = p.series AND o.ordinal >= p.ordinal) AS overtaken
                FROM partnership.publication p
                LEFT JOIN partnership.release r ON r.publication = p.id
                LEFT JOIN partnership.withdrawal w ON w.publication = p.id
                WHERE p.id = :id
                """).with("id", id.value()).optional((rs, n) -> publication(rs, cells, signatures));
    }

    private static List<Publication.Signature> signatures(Tx tx, PublicationId id) {
        return tx.sql("""
                SELECT member, role, signed_at FROM partnership.signature
                WHERE publication = :id ORDER BY signed_at, member
                """)
                .with("id", id.value())
                .list((rs, n) -> new Publication.Signature(
                        new MemberId(rs.getObject("member", UUID.class)),
                        Role.valueOf(rs.getString("role")),
                        rs.getObject("signed_at", OffsetDateTime.class).toInstant()));
    }

    private static List<PublishedCell> cells(Tx tx, PublicationId id) {
        return tx
                .sql("""
                SELECT year, place, kind, count, as_before FROM partnership.published_cell WHERE publication = :id
                """)
                .with("id", id.value())
                .list((rs, n) -> new PublishedCell(
                        new FigureCell(
                                rs.getInt("year"),
                                PlaceCode.parse(rs.getString("place")),
                                rs.getString("kind"),
                                rs.getLong("count")),
                        rs.getBoolean("as_before")))
                .stream()
                .sorted(java.util.Comparator.comparing(PublishedCell::cell))
                .toList();
    }

    private static Publication withSignatures(Publication bare, List<Publication.Signature> signatures) {
        return new Publication(
                bare.id(),
                bare.edition(),
                bare.hash(),
                bare.author(),
                bare.draftedAt(),
                signatures,
                bare.releasedOn(),
                bare.withdrawal(),
                bare.overtaken());
    }

    private static Publication publication(
            ResultSet rs, List<PublishedCell> cells, List<Publication.Signature> signatures) throws SQLException {
        UUID withdrawnBy = rs.getObject("withdrawn_by", UUID.class);
        Optional<Publication.Withdrawal> withdrawal = withdrawnBy == null
                ? Optional.empty()
                : Optional.of(new Publication.Withdrawal(
                        new MemberId(withdrawnBy),
                        Publication.Reason.valueOf(rs.getString("reason")),
                        rs.getObject("withdrawn_on", LocalDate.class)));
        return new Publication(
                new PublicationId(rs.getObject("id", UUID.class)),
                edition(rs, cells),
                rs.getString("content_hash"),
                new MemberId(rs.getObject("author", UUID.class)),
                rs.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                signatures,
                Optional.ofNullable(rs.getObject("released_on", LocalDate.class)),
                withdrawal,
                rs.getBoolean("overtaken"));
    }

    private static Edition edition(ResultSet rs, List<PublishedCell> cells) throws SQLException {
        String publisher = rs.getString("publisher");
        return new Edition(
                rs.getString("organisation_name"),
                rs.getBoolean("invented"),
                rs.getString("series"),
                rs.getInt("ordinal"),
                Counted.valueOf(rs.getString("counted")),
                rs.getString("source"),
                publisher.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Attribution(publisher, rs.getString("terms"), rs.getString("link"))),
                new FigureShape(FigureShape.Level.valueOf(rs.getString("places")), rs.getBoolean("by_kind")),
                rs.getInt("first_year"),
                rs.getInt("last_year"),
                rs.getObject("as_of", LocalDate.class),
                PublicLicence.valueOf(rs.getString("licence")),
                rs.getString("contact"),
                cells);
    }
}
