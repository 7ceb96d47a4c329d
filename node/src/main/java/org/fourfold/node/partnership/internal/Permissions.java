package org.fourfold.node.partnership.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.partnership.Permission;
import org.fourfold.node.partnership.PublicLicence;

/** The permission to publish: asked for, agreed to, ended; each a row of its own. */
public final class Permissions {

    private Permissions() {}

    /** Makes whoever asks, agrees or drafts wait for one another until the transaction ends. */
    public static void queue(Tx tx) {
        tx.sql("SELECT pg_advisory_xact_lock(hashtext('partnership.permission'))")
                .run();
    }

    /** The one that is asked for or on; empty when publishing is off and nobody asked. */
    public static Optional<Permission> current(Tx tx) {
        return tx.sql("""
                SELECT r.id, r.member, r.role, r.requested_at, r.licence, r.contact,
                       p.member AS second, p.role AS second_role, p.agreed_at
                FROM partnership.permission_request r
                LEFT JOIN partnership.permission p ON p.request = r.id
                WHERE NOT EXISTS (SELECT FROM partnership.permission_end e WHERE e.request = r.id)
                ORDER BY r.requested_at DESC, r.id LIMIT 1
                """).optional((rs, n) -> {
            UUID second = rs.getObject("second", UUID.class);
            return new Permission(
                    rs.getObject("id", UUID.class),
                    new Permission.Step(
                            new MemberId(rs.getObject("member", UUID.class)),
                            Role.valueOf(rs.getString("role")),
                            rs.getObject("requested_at", OffsetDateTime.class).toInstant()),
                    PublicLicence.valueOf(rs.getString("licence")),
                    rs.getString("contact"),
                    second == null
                            ? Optional.empty()
                            : Optional.of(new Permission.Step(
                                    new MemberId(second),
                                    Role.valueOf(rs.getString("second_role")),
                                    rs.getObject("agreed_at", OffsetDateTime.class)
                                            .toInstant())));
        });
    }

    public static void ask(Tx tx, Actor actor, UUID id, PublicLicence licence, String contact, Instant at) {
        tx.sql("""
                INSERT INTO partnership.permission_request (id, organisation, member, role, requested_at, licence, contact)
                VALUES (:id, :organisation, :member, :role, :at, :licence, :contact)
                """)
                .with("id", id)
                .with("organisation", actor.organisation().value())
                .with("member", actor.member().value())
                .with("role", actor.role())
                .with("at", at)
                .with("licence", licence)
                .with("contact", contact)
                .update();
    }

    public static void agree(Tx tx, Actor actor, Permission asked, Instant at) {
        tx.sql("""
                INSERT INTO partnership.permission
                    (request, organisation, requested_by, requested_role, member, role, agreed_at)
                VALUES (:request, :organisation, :asked_by, :asked_role, :member, :role, :at)
                """)
                .with("request", asked.id())
                .with("organisation", actor.organisation().value())
                .with("asked_by", asked.asked().member().value())
                .with("asked_role", asked.asked().role())
                .with("member", actor.member().value())
                .with("role", actor.role())
                .with("at", at)
                .update();
    }

    public static void end(Tx tx, Actor actor, Permission current, Instant at) {
        tx.sql("""
                INSERT INTO partnership.permission_end (request, member, role, ended_at)
                VALUES (:request, :member, :role, :at)
                """)
                .with("request", current.id())
                .with("member", actor.member().value())
                .with("role", actor.role())
                .with("at", at)
                .update();
    }
}
