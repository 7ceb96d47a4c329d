package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.DocketEntry;
import org.fourfold.node.prosecution.DocketEntry.AskedBy;
import org.fourfold.node.prosecution.DocketEntry.Entered;
import org.fourfold.node.prosecution.DocketEntry.HearingKind;
import org.fourfold.node.prosecution.DocketEntry.ObstructionKind;
import org.fourfold.node.prosecution.DocketEntry.Ruling;
import org.fourfold.node.prosecution.DocketEntry.Struck;
import org.fourfold.node.prosecution.EntryId;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.InvestigationView;
import org.fourfold.node.prosecution.NewEntry;
import org.jspecify.annotations.Nullable;

/** The rows of dockets: one table for all kinds, which are told apart here and by the table's own checks. */
public final class Docket {

    private Docket() {}

    private enum Kind {
        MANDATE,
        HEARING,
        CONTINUANCE,
        OBSTRUCTION
    }

    /** An entry as its row holds it. */
    private record Row(
            Kind kind,
            @Nullable UUID hearing,
            Optional<LocalDate> until,
            String code,
            String ruling,
            String words,
            String evidence) {}

    /** By day, then as entered. */
    public static List<DocketEntry> of(Tx tx, InvestigationId id) {
        return tx.sql("""
                SELECT * FROM prosecution.docket WHERE investigation = :id ORDER BY day, entered_at, id LIMIT :limit
                """)
                .with("id", id.value())
                .with("limit", InvestigationView.ENTRIES_MAX)
                .list((rs, n) -> entry(rs));
    }

    /** Whether it is a hearing of this investigation that stands. */
    public static boolean isHearing(Tx tx, InvestigationId id, EntryId entry) {
        return tx.sql("""
                SELECT EXISTS (SELECT FROM prosecution.docket
                    WHERE id = :entry AND investigation = :id AND kind = 'HEARING' AND struck_by IS NULL)
                """).with("entry", entry.value()).with("id", id.value()).one((rs, n) -> rs.getBoolean(1));
    }

    public static void insert(Tx tx, Actor actor, InvestigationId id, EntryId entryId, NewEntry entry, Instant at) {
        Row row = row(entry);
        tx.sql("""
                INSERT INTO prosecution.docket (id, investigation, kind, hearing, day, until, code, ruling, words, evidence,
                    member, entered_at)
                VALUES (:id, :investigation, :kind, CAST(:hearing AS uuid), :day, CAST(:until AS date), :code, :ruling, :words,
                    :evidence, :member, :at)
                """)
                .with("id", entryId.value())
                .with("investigation", id.value())
                .with("kind", row.kind())
                .with("hearing", row.hearing())
                .with("day", entry.day())
                .with("until", row.until().orElse(null))
                .with("code", row.code())
                .with("ruling", row.ruling())
                .with("words", row.words().strip())
                .with("evidence", row.evidence().strip())
                .with("member", actor.member().value())
                .with("at", at)
                .update();
    }

    /** False when there is none that stands. */
    public static boolean strike(Tx tx, Actor actor, InvestigationId id, EntryId entry, String why, Instant at) {
        return tx.sql("""
                UPDATE prosecution.docket SET struck_by = :member, struck_at = :at, struck_why = :why
                WHERE id = :entry AND investigation = :id AND struck_by IS NULL
                """)
                        .with("member", actor.member().value())
                        .with("at", at)
                        .with("why", why)
                        .with("entry", entry.value())
                        .with("id", id.value())
                        .update()
                == 1;
    }

    /** The kind, as the record names it. */
    public static String code(NewEntry entry) {
        return row(entry).kind().name().toLowerCase(Locale.ROOT);
    }

    private static Row row(NewEntry entry) {
        return switch (entry) {
            case NewEntry.Mandate(LocalDate day, Optional<LocalDate> until, String instrument) ->
                new Row(Kind.MANDATE, null, until, "", "", instrument, "");
            case NewEntry.Hearing(LocalDate day, HearingKind kind, String court) ->
                new Row(Kind.HEARING, null, Optional.empty(), kind.name(), "", court, "");
            case NewEntry.Continuance asked ->
                new Row(
                        Kind.CONTINUANCE,
                        asked.hearing().value(),
                        asked.until(),
                        asked.askedBy().name(),
                        asked.ruling().name(),
                        asked.reason(),
                        "");
            case NewEntry.Obstruction(LocalDate day, ObstructionKind kind, String deed, String evidence) ->
                new Row(Kind.OBSTRUCTION, null, Optional.empty(), kind.name(), "", deed, evidence);
        };
    }

    private static DocketEntry entry(ResultSet rs) throws SQLException {
        EntryId id = new EntryId(rs.getObject("id", UUID.class));
        LocalDate day = rs.getObject("day", LocalDate.class);
        Optional<LocalDate> until = Optional.ofNullable(rs.getObject("until", LocalDate.class));
        String words = rs.getString("words");
        String code = rs.getString("code");
        Entered entered = entered(rs);
        return switch (Kind.valueOf(rs.getString("kind"))) {
            case MANDATE -> new DocketEntry.Mandate(id, day, until, words, entered);
            case HEARING -> new DocketEntry.Hearing(id, day, HearingKind.valueOf(code), words, entered);
            case CONTINUANCE ->
                new DocketEntry.Continuance(
                        id,
                        new EntryId(rs.getObject("hearing", UUID.class)),
                        day,
                        AskedBy.valueOf(code),
                        words,
                        Ruling.valueOf(rs.getString("ruling")),
                        until,
                        entered);
            case OBSTRUCTION ->
                new DocketEntry.Obstruction(
                        id, day, ObstructionKind.valueOf(code), words, rs.getString("evidence"), entered);
        };
    }

    private static Entered entered(ResultSet rs) throws SQLException {
        UUID struckBy = rs.getObject("struck_by", UUID.class);
        return new Entered(
                new MemberId(rs.getObject("member", UUID.class)),
                InvestigationRows.instant(rs, "entered_at").orElseThrow(),
                struckBy == null
                        ? Optional.empty()
                        : Optional.of(new Struck(
                                new MemberId(struckBy),
                                InvestigationRows.instant(rs, "struck_at").orElseThrow(),
                                rs.getString("struck_why"))));
    }
}
