package org.fourfold.node.protection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.ConsentDuty;
import org.fourfold.node.protection.ConsentEnd;
import org.fourfold.node.protection.ConsentId;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.HandedOver;
import org.fourfold.node.protection.Withholding;
import org.fourfold.node.trust.FileKey;
import org.springframework.dao.DataIntegrityViolationException;

/** Statements over consents, withdrawals, withholdings and what went out. */
final class ConsentRows {

    /** More than a file ever has; a file beyond it is refused a new one. */
    static final int ROWS_MAX = 500;

    /** On one desk. */
    private static final int DUTIES_MAX = 20;

    private ConsentRows() {}

    /** Until the end of the transaction no withdrawal from this file is under way, and none is acknowledged meanwhile. */
    static void holdWithdrawals(Tx tx, CaseFileId file) {
        tx.sql("SELECT pg_advisory_xact_lock_shared(4665, hashtext(:file))")
                .with("file", file.toString())
                .run();
    }

    /** Waits for whatever is being handed over from this file. */
    static void holdHandovers(Tx tx, CaseFileId file) {
        tx.sql("SELECT pg_advisory_xact_lock(4665, hashtext(:file))")
                .with("file", file.toString())
                .run();
    }

    static void give(
            Tx tx, ConsentId id, CaseFileId file, MemberId owner, Instant given, Instant until, Ciphertext sealed) {
        tx.sql("""
                INSERT INTO protection.consent (id, file, owner, given_at, until, ciphertext, after)
                VALUES (:id, :file, :owner, :given, :until, :sealed,
                        (SELECT coalesce(max(number), 0) FROM protection.withdrawal WHERE file = :file))
                """)
                .with("id", id.value())
                .with("file", file.value())
                .with("owner", owner.value())
                .with("given", given)
                .with("until", until)
                .with("sealed", sealed.bytes())
                .update();
        // Beside it until when it holds, for who oversees and sees no consent.
        tx.sql("""
                INSERT INTO protection.consent_end (consent, file, number, organisation, owner, sealed, until, after)
                SELECT c.id, f.id, f.number, f.organisation, f.owner, f.sealed, c.until, c.after
                FROM protection.consent c JOIN protection.case_file f ON f.id = c.file WHERE c.id = :id
                """).with("id", id.value()).update();
    }

    /** Those that hold now and end in between, also of closed files; row security leaves out the sealed ones. */
    static List<ConsentEnd> ends(Tx tx, Instant now, Instant soon) {
        return tx.sql("""
                SELECT e.number, e.until FROM protection.consent_end e
                WHERE e.until > :now AND e.until <= :soon
                  AND NOT EXISTS (SELECT FROM protection.withdrawal w WHERE w.file = e.file
                                  AND (w.consent = e.consent OR w.consent IS NULL AND w.number > e.after))
                ORDER BY e.until, e.number LIMIT :rows
                """)
                .with("now", now)
                .with("soon", soon)
                .with("rows", ROWS_MAX)
                .list((rs, n) -> new ConsentEnd(new FileNumber(rs.getString("number")), FileRows.instant(rs, "until")));
    }

    static List<Consent> consents(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT c.id, c.given_at, c.until, c.ciphertext,
                       (SELECT min(w.at) FROM protection.withdrawal w WHERE w.file = c.file
                        AND (w.consent = c.id OR w.consent IS NULL AND w.number > c.after)) AS withdrawn_at
                FROM protection.consent c WHERE c.file = :file ORDER BY c.given_at DESC, c.id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> consent(rs, key));
    }

    private static Consent consent(ResultSet rs, FileKey key) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new Consent(
                new ConsentId(id),
                ConsentDocuments.terms(key, id, Ciphertext.of(rs.getBytes("ciphertext"))),
                FileRows.instant(rs, "given_at"),
                FileRows.instant(rs, "until"),
                moment(rs, "withdrawn_at"));
    }

    /** The consents of the file that were recorded too. */
    static Set<ConsentId> voiced(Tx tx, CaseFileId file) {
        return Set.copyOf(tx.sql("SELECT consent FROM protection.consent_voice WHERE file = :file LIMIT :rows")
                .with("file", file.value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> new ConsentId(rs.getObject("consent", UUID.class))));
    }

    /** False where there is one. Throws RefusedException where the file has no such consent. */
    static boolean addVoice(Tx tx, CaseFileId file, ConsentId consent, Ciphertext sealed) {
        try {
            return tx.sql("""
                            INSERT INTO protection.consent_voice (consent, file, ciphertext)
                            VALUES (:consent, :file, :sealed) ON CONFLICT (consent) DO NOTHING
                            """)
                            .with("consent", consent.value())
                            .with("file", file.value())
                            .with("sealed", sealed.bytes())
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException noSuchConsent) {
            throw new RefusedException("relation");
        }
    }

    static Optional<Ciphertext> voice(Tx tx, CaseFileId file, ConsentId consent) {
        return tx.sql("SELECT ciphertext FROM protection.consent_voice WHERE consent = :consent AND file = :file")
                .with("consent", consent.value())
                .with("file", file.value())
                .optional((rs, n) -> Ciphertext.of(rs.getBytes("ciphertext")));
    }

    /** One consent, or all of the file. Throws RefusedException where the file has no such consent. */
    static void withdraw(
            Tx tx,
            UUID id,
            CaseFileId file,
            MemberId owner,
            Optional<ConsentId> consent,
            Instant at,
            MemberId member,
            Consent.How how) {
        try {
            tx.sql("""
                    INSERT INTO protection.withdrawal (id, file, owner, consent, at, member, how)
                    VALUES (:id, :file, :owner, :consent, :at, :member, :how)
                    """)
                    .with("id", id)
                    .with("file", file.value())
                    .with("owner", owner.value())
                    .with("consent", consent.map(ConsentId::value).orElse(null))
                    .with("at", at)
                    .with("member", member.value())
                    .with("how", how)
                    .update();
        } catch (DataIntegrityViolationException noSuchConsent) {
            throw new RefusedException("relation");
        }
    }

    /** A file that was named by its number. */
    record Named(CaseFileId file, MemberId owner) {}

    /** Named in this transaction, which row security asks for. */
    static Optional<Named> named(Tx tx, FileNumber number) {
        tx.sql("SELECT set_config('fourfold.number', :number, true)")
                .with("number", number.text())
                .run();
        return tx.sql("SELECT id, owner FROM protection.case_file WHERE number = :number")
                .with("number", number.text())
                .optional((rs, n) -> new Named(
                        new CaseFileId(rs.getObject("id", UUID.class)),
                        new MemberId(rs.getObject("owner", UUID.class))));
    }

    /** The member's own files of which a consent that holds ends in between, with the first end. */
    static List<ConsentDuty> ending(Tx tx, MemberId me, Instant now, Instant soon) {
        return tx.sql("""
                SELECT f.id, f.number, min(c.until) AS ends
                FROM protection.consent c JOIN protection.case_file f ON f.id = c.file
                WHERE c.owner = :me AND f.state = 'OPEN' AND c.until > :now AND c.until <= :soon
                  AND NOT EXISTS (SELECT FROM protection.withdrawal w WHERE w.file = c.file
                                  AND (w.consent = c.id OR w.consent IS NULL AND w.number > c.after))
                GROUP BY f.id, f.number ORDER BY ends, f.id LIMIT :rows
                """)
                .with("me", me.value())
                .with("now", now)
                .with("soon", soon)
                .with("rows", DUTIES_MAX)
                .list((rs, n) -> duty(rs, moment(rs, "ends")));
    }

    /** The member's own files from which something went out before something was taken back; whether it was the same is sealed. */
    static List<ConsentDuty> perhapsToTell(Tx tx, MemberId me) {
        return tx.sql("""
                SELECT f.id, f.number FROM protection.case_file f
                WHERE f.owner = :me AND EXISTS (
                    SELECT FROM protection.handover h JOIN protection.withdrawal w ON w.file = h.file
                    WHERE h.file = f.id AND h.told_at IS NULL AND w.number > h.after)
                ORDER BY f.opened_at DESC, f.id LIMIT :rows
                """).with("me", me.value()).with("rows", DUTIES_MAX).list((rs, n) -> duty(rs, Optional.empty()));
    }

    private static ConsentDuty duty(ResultSet rs, Optional<Instant> ends) throws SQLException {
        return new ConsentDuty(
                new CaseFileId(rs.getObject("id", UUID.class)), new FileNumber(rs.getString("number")), ends);
    }

    static void withhold(Tx tx, UUID id, CaseFileId file, MemberId owner, Instant said, Ciphertext sealed) {
        tx.sql("""
                INSERT INTO protection.withholding (id, file, owner, said_at, ciphertext)
                VALUES (:id, :file, :owner, :said, :sealed)
                """)
                .with("id", id)
                .with("file", file.value())
                .with("owner", owner.value())
                .with("said", said)
                .with("sealed", sealed.bytes())
                .update();
    }

    /** Those that hold. */
    static List<Withholding> withheld(Tx tx, FileKey key) {
        return tx.sql("""
                SELECT id, said_at, ciphertext FROM protection.withholding
                WHERE file = :file AND lifted_at IS NULL ORDER BY said_at DESC, id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    OrganisationId from =
                            ConsentDocuments.withheldFrom(key, id, Ciphertext.of(rs.getBytes("ciphertext")));
                    return new Withholding(id, from, FileRows.instant(rs, "said_at"));
                });
    }

    static int lift(Tx tx, CaseFileId file, UUID withholding, Instant at) {
        return tx.sql("""
                UPDATE protection.withholding SET lifted_at = :at WHERE id = :id AND file = :file AND lifted_at IS NULL
                """)
                .with("at", at)
                .with("id", withholding)
                .with("file", file.value())
                .update();
    }

    static void handOver(
            Tx tx, UUID id, CaseFileId file, MemberId owner, Instant at, MemberId member, Ciphertext sealed) {
        tx.sql("""
                INSERT INTO protection.handover (id, file, owner, at, member, ciphertext, after)
                VALUES (:id, :file, :owner, :at, :member, :sealed,
                        (SELECT coalesce(max(number), 0) FROM protection.withdrawal WHERE file = :file))
                """)
                .with("id", id)
                .with("file", file.value())
                .with("owner", owner.value())
                .with("at", at)
                .with("member", member.value())
                .with("sealed", sealed.bytes())
                .update();
    }

    /** Something taken back: one consent, or all there were. */
    private record Back(long number, Optional<ConsentId> consent, Instant at) {

        boolean covers(HandedOver went, List<Consent> consents) {
            return consent.isEmpty()
                    || consents.stream()
                            .anyMatch(one -> one.id().equals(consent.get())
                                    && one.terms().recipient().equals(went.recipient())
                                    && one.terms().purpose() == went.purpose());
        }
    }

    /** What went out by consent and was taken back later: whoever received it has to be told. */
    static List<HandedOver> handedOver(Tx tx, FileKey key, List<Consent> consents) {
        List<Back> back = tx.sql(
                        "SELECT number, consent, at FROM protection.withdrawal WHERE file = :file ORDER BY number")
                .with("file", key.file().value())
                .list((rs, n) -> new Back(
                        rs.getLong("number"),
                        Optional.ofNullable(rs.getObject("consent", UUID.class)).map(ConsentId::new),
                        FileRows.instant(rs, "at")));
        return tx.sql("""
                SELECT id, at, member, told_at, ciphertext, after FROM protection.handover
                WHERE file = :file ORDER BY at DESC, id LIMIT :rows
                """)
                .with("file", key.file().value())
                .with("rows", ROWS_MAX)
                .list((rs, n) -> handedOver(rs, key, back, consents));
    }

    private static HandedOver handedOver(ResultSet rs, FileKey key, List<Back> back, List<Consent> consents)
            throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        ConsentDocuments.Went went = ConsentDocuments.went(key, id, Ciphertext.of(rs.getBytes("ciphertext")));
        HandedOver plain = new HandedOver(
                id,
                went.recipient(),
                went.purpose(),
                went.groups(),
                went.reason(),
                FileRows.instant(rs, "at"),
                new MemberId(rs.getObject("member", UUID.class)),
                went.under(),
                Optional.empty(),
                moment(rs, "told_at"));
        long after = rs.getLong("after");
        return went.reason().equals("consent")
                ? back.stream()
                        .filter(one -> one.number() > after && one.covers(plain, consents))
                        .findFirst()
                        .map(one -> plain.recalled(one.at()))
                        .orElse(plain)
                : plain;
    }

    static int told(Tx tx, CaseFileId file, UUID handover, Instant at) {
        return tx.sql(
                        "UPDATE protection.handover SET told_at = :at WHERE id = :id AND file = :file AND told_at IS NULL")
                .with("at", at)
                .with("id", handover)
                .with("file", file.value())
                .update();
    }

    private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
