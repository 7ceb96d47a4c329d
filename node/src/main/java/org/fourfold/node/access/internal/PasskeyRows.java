package org.fourfold.node.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;
import org.springframework.security.web.webauthn.api.Bytes;

/** Statements over {@code access.passkey}. */
public final class PasskeyRows {

    /** Most passkeys one member may have. */
    public static final int MEMBER_MAX = 10;

    /** A passkey as it is kept; {@code transports} joined by commas. */
    public record Passkey(
            Bytes credentialId,
            Bytes userHandle,
            String label,
            Bytes publicKey,
            long signatureCount,
            boolean verified,
            boolean backupEligible,
            boolean backupState,
            String transports,
            Bytes attestation,
            Bytes attestationClientData,
            Instant madeAt,
            Instant lastUsedAt) {}

    private PasskeyRows() {}

    public static Optional<Passkey> find(Tx tx, byte[] credentialId) {
        return tx.sql("""
                SELECT k.*, m.user_handle FROM access.passkey k JOIN access.member m ON m.id = k.member
                WHERE k.credential_id = :id AND m.state = 'ACTIVE'
                """).with("id", credentialId).optional(PasskeyRows::passkey);
    }

    public static List<Passkey> of(Tx tx, byte[] userHandle) {
        return tx.sql("""
                SELECT k.*, m.user_handle FROM access.passkey k JOIN access.member m ON m.id = k.member
                WHERE m.user_handle = :handle ORDER BY k.made_at LIMIT :most
                """).with("handle", userHandle).with("most", MEMBER_MAX).list(PasskeyRows::passkey);
    }

    /** Whose passkey it is. */
    public static Optional<MemberId> member(Tx tx, byte[] credentialId) {
        return tx.sql("SELECT member FROM access.passkey WHERE credential_id = :id")
                .with("id", credentialId)
                .optional((row, n) -> Rows.memberId(row, "member"));
    }

    /** Adds one unless the member has {@link #MEMBER_MAX}; false then. */
    public static boolean insert(Tx tx, MemberId member, Passkey passkey) {
        return tx.sql("""
                INSERT INTO access.passkey (credential_id, member, label, public_key, signature_count, verified,
                    backup_eligible, backup_state, transports, attestation, attestation_client_data, made_at,
                    last_used_at)
                SELECT :id, :member, :label, :publicKey, :count, :verified, :eligible, :backup, :transports,
                    :attestation, :clientData, :madeAt, :usedAt
                WHERE (SELECT count(*) FROM access.passkey WHERE member = :member) < :most
                """)
                        .with("id", passkey.credentialId().getBytes())
                        .with("member", member.value())
                        .with("label", passkey.label())
                        .with("publicKey", passkey.publicKey().getBytes())
                        .with("count", passkey.signatureCount())
                        .with("verified", passkey.verified())
                        .with("eligible", passkey.backupEligible())
                        .with("backup", passkey.backupState())
                        .with("transports", passkey.transports())
                        .with("attestation", passkey.attestation().getBytes())
                        .with("clientData", passkey.attestationClientData().getBytes())
                        .with("madeAt", passkey.madeAt())
                        .with("usedAt", passkey.lastUsedAt())
                        .with("most", MEMBER_MAX)
                        .update()
                == 1;
    }

    public static void used(Tx tx, Passkey passkey) {
        tx.sql("""
                UPDATE access.passkey SET signature_count = :count, verified = :verified, backup_state = :backup,
                    last_used_at = :usedAt
                WHERE credential_id = :id
                """)
                .with("count", passkey.signatureCount())
                .with("verified", passkey.verified())
                .with("backup", passkey.backupState())
                .with("usedAt", passkey.lastUsedAt())
                .with("id", passkey.credentialId().getBytes())
                .update();
    }

    /** Takes a member's own passkey away; false when there is none. */
    public static boolean delete(Tx tx, MemberId member, byte[] credentialId) {
        return tx.sql("DELETE FROM access.passkey WHERE credential_id = :id AND member = :member")
                        .with("id", credentialId)
                        .with("member", member.value())
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row, int number) throws SQLException {
        return new Passkey(
                new Bytes(row.getBytes("credential_id")),
                new Bytes(row.getBytes("user_handle")),
                row.getString("label"),
                new Bytes(row.getBytes("public_key")),
                row.getLong("signature_count"),
                row.getBoolean("verified"),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backup_state"),
                row.getString("transports"),
                new Bytes(row.getBytes("attestation")),
                new Bytes(row.getBytes("attestation_client_data")),
                Rows.instant(row, "made_at"),
                Rows.instant(row, "last_used_at"));
    }
}
