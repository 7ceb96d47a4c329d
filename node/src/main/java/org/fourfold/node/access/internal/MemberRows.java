package org.fourfold.node.access.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.access.GrantBasis;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.MemberState;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;

/** Statements over {@code access.member} and {@code access.member_change}. */
public final class MemberRows {

    private static final int USER_HANDLE_BYTES = 32;

    private MemberRows() {}

    public static Optional<Member> find(Tx tx, MemberId id) {
        return tx.sql("""
                SELECT m.id, m.sign_in_name, m.name, m.language, m.state, m.revision,
                       coalesce((SELECT string_agg(g.role, ',') FROM access.role_grant g
                                 WHERE g.member = m.id AND g.state = 'CONFIRMED'), '') AS roles
                FROM access.member m WHERE m.id = :id
                """).with("id", id.value()).optional(Rows::member);
    }

    public static Optional<Member> find(Tx tx, SignInName name) {
        return tx.sql("""
                SELECT m.id, m.sign_in_name, m.name, m.language, m.state, m.revision,
                       coalesce((SELECT string_agg(g.role, ',') FROM access.role_grant g
                                 WHERE g.member = m.id AND g.state = 'CONFIRMED'), '') AS roles
                FROM access.member m WHERE m.sign_in_name = :name
                """).with("name", name.value()).optional(Rows::member);
    }

    /** By sign-in name, {@link Slice#ROWS_MAX} at a time. */
    public static Slice<Member> list(Tx tx, Optional<String> after) {
        List<Member> rows = tx.sql("""
                SELECT m.id, m.sign_in_name, m.name, m.language, m.state, m.revision,
                       coalesce((SELECT string_agg(g.role, ',') FROM access.role_grant g
                                 WHERE g.member = m.id AND g.state = 'CONFIRMED'), '') AS roles
                FROM access.member m WHERE m.sign_in_name > :after
                ORDER BY m.sign_in_name LIMIT :limit
                """)
                .with("after", after.orElse(""))
                .with("limit", Slice.ROWS_MAX + 1)
                .list(Rows::member);
        return Slice.of(rows, Slice.ROWS_MAX, member -> member.signInName().value());
    }

    public static Map<MemberId, String> names(Tx tx, Collection<MemberId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return tx
                .sql("SELECT id, name FROM access.member WHERE id IN (:ids)")
                .with("ids", ids.stream().map(MemberId::value).distinct().toList())
                .list((row, n) -> Map.entry(Rows.memberId(row, "id"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Active members with a confirmed role, by name. */
    public static Map<MemberId, String> holding(Tx tx, Role role, int rows) {
        Map<MemberId, String> names = new LinkedHashMap<>();
        tx.sql("""
                SELECT m.id, m.name FROM access.member m
                WHERE m.state = 'ACTIVE' AND EXISTS (SELECT FROM access.role_grant g WHERE g.member = m.id
                                                     AND g.role = :role AND g.state = 'CONFIRMED')
                ORDER BY m.name, m.id LIMIT :rows
                """)
                .with("role", role)
                .with("rows", rows)
                .list((row, n) -> Map.entry(Rows.memberId(row, "id"), row.getString("name")))
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
    }

    /** False when the sign-in name is taken. */
    public static boolean insert(
            Tx tx, MemberId id, NewMember member, MemberState state, Instant at, RandomGenerator random) {
        byte[] handle = new byte[USER_HANDLE_BYTES];
        random.nextBytes(handle);
        return tx.sql("""
                INSERT INTO access.member (id, sign_in_name, name, language, state, user_handle, created_at)
                VALUES (:id, :signInName, :name, :language, :state, :handle, :at)
                ON CONFLICT (sign_in_name) DO NOTHING
                """)
                        .with("id", id.value())
                        .with("signInName", member.signInName().value())
                        .with("name", member.name())
                        .with("language", member.language())
                        .with("state", state)
                        .with("handle", handle)
                        .with("at", at)
                        .update()
                == 1;
    }

    public static void state(Tx tx, MemberId id, MemberState state, Instant at) {
        tx.sql("""
                UPDATE access.member SET state = :state, revision = revision + 1,
                    disabled_at = CASE WHEN :state = 'DISABLED' THEN :at::timestamptz END
                WHERE id = :id
                """).with("id", id.value()).with("state", state).with("at", at).update();
    }

    public static void language(Tx tx, MemberId id, Language language) {
        tx.sql("UPDATE access.member SET language = :language, revision = revision + 1 WHERE id = :id")
                .with("id", id.value())
                .with("language", language)
                .update();
    }

    /** Holds the row until the end of the transaction, so that two changes of one member come one after the other. */
    public static boolean lock(Tx tx, MemberId id) {
        return tx.sql("SELECT 1 FROM access.member WHERE id = :id FOR UPDATE")
                .with("id", id.value())
                .optional((row, n) -> 1)
                .isPresent();
    }

    public static boolean holds(Tx tx, MemberId id, Role role) {
        return tx.sql("SELECT access.member_holds(:id, :role) AS holds")
                .with("id", id.value())
                .with("role", role)
                .one((row, n) -> row.getBoolean("holds"));
    }

    public static void changed(
            Tx tx,
            Instant at,
            MemberId member,
            MemberChange.What what,
            @Nullable Role role,
            @Nullable GrantBasis basis,
            @Nullable MemberId by) {
        tx.sql("""
                INSERT INTO access.member_change (at, member, what, role, basis, by)
                VALUES (:at, :member, :what, :role, :basis, :by::uuid)
                """)
                .with("at", at)
                .with("member", member.value())
                .with("what", what)
                .with("role", role)
                .with("basis", basis)
                .with("by", by == null ? null : by.toString())
                .update();
    }

    /** What changed about those whom the member supervises, the newest first; of everybody for an administrator. */
    public static List<MemberChange> changesSeenBy(
            Tx tx, MemberId viewer, boolean everybody, Instant since, int limit) {
        return tx.sql("""
                SELECT c.at, c.member, c.what, c.role, c.basis, c.by FROM access.member_change c
                WHERE c.at >= :since AND c.by IS DISTINCT FROM :viewer
                  AND (:everybody OR access.supervises(:viewer, c.member))
                ORDER BY c.position DESC LIMIT :limit
                """)
                .with("viewer", viewer.value())
                .with("everybody", everybody)
                .with("since", since)
                .with("limit", limit)
                .list(Rows::change);
    }

    public static Optional<UUID> byUserHandle(Tx tx, byte[] handle) {
        return tx.sql("SELECT id FROM access.member WHERE user_handle = :handle")
                .with("handle", handle)
                .optional((row, n) -> Rows.uuid(row, "id"));
    }

    /** What an authenticator is told of a member. */
    public record Entity(Bytes userHandle, String signInName) {}

    static Optional<Entity> entityByHandle(Tx tx, byte[] handle) {
        return tx.sql("""
                SELECT user_handle, sign_in_name FROM access.member WHERE user_handle = :handle AND state = 'ACTIVE'
                """)
                .with("handle", handle)
                .optional(
                        (row, n) -> new Entity(new Bytes(row.getBytes("user_handle")), row.getString("sign_in_name")));
    }

    static Optional<Entity> entityByName(Tx tx, SignInName name) {
        return tx.sql("""
                SELECT user_handle, sign_in_name FROM access.member WHERE sign_in_name = :name AND state = 'ACTIVE'
                """)
                .with("name", name.value())
                .optional(
                        (row, n) -> new Entity(new Bytes(row.getBytes("user_handle")), row.getString("sign_in_name")));
    }
}
