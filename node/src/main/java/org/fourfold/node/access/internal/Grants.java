package org.fourfold.node.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.GrantBasis;
import org.fourfold.node.access.GrantId;
import org.fourfold.node.access.GrantRule;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.RoleGrant;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;
import org.jspecify.annotations.Nullable;

/** Statements over {@code access.role_grant}. Who may call them is the façade's question. */
public final class Grants {

    private Grants() {}

    public static List<RoleGrant> of(Tx tx, MemberId member) {
        return tx.sql("""
                SELECT id, member, role, state, basis, proposed_by, proposed_at, confirmed_by, confirmed_at
                FROM access.role_grant WHERE member = :member AND state <> 'ENDED' ORDER BY proposed_at, id
                """).with("member", member.value()).list(Rows::grant);
    }

    public static List<RoleGrant.Proposed> waiting(Tx tx, int limit) {
        return tx.sql("""
                SELECT id, member, role, proposed_by, proposed_at
                FROM access.role_grant WHERE state = 'PROPOSED' ORDER BY proposed_at, id LIMIT :limit
                """).with("limit", limit).list(Rows::proposed);
    }

    /** The proposal, held until the end of the transaction. */
    public static Optional<RoleGrant.Proposed> holdProposed(Tx tx, GrantId id) {
        return tx.sql("""
                SELECT id, member, role, proposed_by, proposed_at
                FROM access.role_grant WHERE id = :id AND state = 'PROPOSED' FOR UPDATE
                """).with("id", id.value()).optional(Rows::proposed);
    }

    /** A new proposal; empty when the member holds the role or is proposed for it already. */
    public static Optional<GrantId> propose(
            Tx tx, MemberId member, Role role, MemberId by, Instant at, RandomGenerator random) {
        GrantId id = GrantId.random(random);
        boolean made = tx.sql("""
                INSERT INTO access.role_grant (id, member, role, state, proposed_by, proposed_at)
                VALUES (:id, :member, :role, 'PROPOSED', :by, :at)
                ON CONFLICT (member, role) WHERE state <> 'ENDED' DO NOTHING
                """)
                        .with("id", id.value())
                        .with("member", member.value())
                        .with("role", role)
                        .with("by", by.value())
                        .with("at", at)
                        .update()
                == 1;
        if (made) {
            tx.record(Event.of(Events.ROLE_PROPOSED).about(member.value()).detail(code(role)));
            MemberRows.changed(tx, at, member, MemberChange.What.ROLE_PROPOSED, role, null, by);
        }
        return made ? Optional.of(id) : Optional.empty();
    }

    /** Makes a proposal hold, and ends the member's sessions: what they may do has changed. */
    public static void confirm(
            Tx tx, RoleGrant.Proposed proposed, GrantBasis basis, @Nullable MemberId by, Instant at) {
        tx.sql("""
                UPDATE access.role_grant
                SET state = 'CONFIRMED', basis = :basis, confirmed_by = :by::uuid, confirmed_at = :at
                WHERE id = :id AND state = 'PROPOSED'
                """)
                .with("id", proposed.id().value())
                .with("basis", basis)
                .with("by", by == null ? null : by.toString())
                .with("at", at)
                .update();
        tx.record(Event.of(Events.ROLE_CONFIRMED)
                .about(proposed.member().value())
                .detail(code(proposed.role()) + "/" + code(basis)));
        MemberRows.changed(tx, at, proposed.member(), MemberChange.What.ROLE_CONFIRMED, proposed.role(), basis, by);
        Sessions.endAll(tx, proposed.member(), at);
    }

    /** Ends a proposal or a role; empty when it had ended. */
    public static Optional<MemberId> end(Tx tx, GrantId id, MemberId by, Instant at) {
        record Ended(MemberId member, Role role) {}
        Optional<Ended> ended = tx.sql("""
                UPDATE access.role_grant SET state = 'ENDED', ended_by = :by, ended_at = :at
                WHERE id = :id AND state <> 'ENDED' RETURNING member, role
                """)
                .with("id", id.value())
                .with("by", by.value())
                .with("at", at)
                .optional((row, n) -> new Ended(Rows.memberId(row, "member"), Role.valueOf(row.getString("role"))));
        ended.ifPresent(one -> {
            tx.record(Event.of(Events.ROLE_ENDED).about(one.member().value()).detail(code(one.role())));
            MemberRows.changed(tx, at, one.member(), MemberChange.What.ROLE_ENDED, one.role(), null, by);
            Sessions.endAll(tx, one.member(), at);
        });
        return ended.map(Ended::member);
    }

    /** Every role that two persons must grant goes back to being proposed, by the one who gave the new code. */
    public static void proposeAgain(Tx tx, MemberId member, MemberId by, Instant at, RandomGenerator random) {
        for (RoleGrant grant : of(tx, member)) {
            if (GrantRule.needsTwoPersons(grant.role())) {
                end(tx, grant.id(), by, at).ifPresent(same -> propose(tx, same, grant.role(), by, at, random));
            }
        }
    }

    /** Whether somebody other than these two is there who may confirm. */
    public static boolean secondPersonExists(Tx tx, RoleGrant.Proposed proposed) {
        return tx.sql("""
                SELECT EXISTS (
                    SELECT FROM access.role_grant g JOIN access.member m ON m.id = g.member
                    WHERE m.state = 'ACTIVE' AND g.state = 'CONFIRMED' AND g.role IN ('ADMINISTRATOR', 'SUPERVISOR')
                      AND m.id <> :proposer AND m.id <> :member) AS there
                """)
                .with("proposer", proposed.proposedBy().value())
                .with("member", proposed.member().value())
                .one((row, n) -> row.getBoolean("there"));
    }

    /** Whether another active administrator remains when this one goes. */
    public static boolean anotherAdministrator(Tx tx, MemberId leaving) {
        return tx.sql("""
                SELECT EXISTS (
                    SELECT FROM access.role_grant g JOIN access.member m ON m.id = g.member
                    WHERE m.state = 'ACTIVE' AND g.state = 'CONFIRMED' AND g.role = 'ADMINISTRATOR'
                      AND m.id <> :leaving) AS there
                """).with("leaving", leaving.value()).one((row, n) -> row.getBoolean("there"));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
