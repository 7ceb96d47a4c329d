package org.fourfold.node.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Tx;

/** Statements over passwords. */
public final class CredentialRows {

    /** An active member's password hash. */
    public record Known(MemberId member, String encoded) {}

    private CredentialRows() {}

    /** The password hash of an active member with this name. */
    public static Optional<Known> password(Tx tx, SignInName name) {
        return tx.sql("""
                SELECT p.member, p.encoded FROM access.password p JOIN access.member m ON m.id = p.member
                WHERE m.sign_in_name = :name AND m.state = 'ACTIVE'
                """)
                .with("name", name.value())
                .optional((row, n) -> new Known(Rows.memberId(row, "member"), row.getString("encoded")));
    }

    public static void setPassword(Tx tx, MemberId member, String encoded, Instant now) {
        tx.sql("""
                INSERT INTO access.password (member, encoded, changed_at) VALUES (:member, :encoded, :now)
                ON CONFLICT (member) DO UPDATE SET encoded = excluded.encoded, changed_at = excluded.changed_at
                """)
                .with("member", member.value())
                .with("encoded", encoded)
                .with("now", now)
                .update();
    }

    /** Forgets every way a member can prove who they are. */
    public static void forgetAll(Tx tx, MemberId member) {
        tx.sql("DELETE FROM access.password WHERE member = :member")
                .with("member", member.value())
                .update();
        tx.sql("DELETE FROM access.passkey WHERE member = :member")
                .with("member", member.value())
                .update();
        tx.sql("DELETE FROM access.one_time_code WHERE member = :member")
                .with("member", member.value())
                .update();
    }
}
