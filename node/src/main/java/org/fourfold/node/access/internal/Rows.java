package org.fourfold.node.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.access.GrantBasis;
import org.fourfold.node.access.GrantId;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.MemberState;
import org.fourfold.node.access.RoleGrant;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Role;

/** Reads rows of the access schema into values. */
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static MemberId memberId(ResultSet row, String column) throws SQLException {
        return new MemberId(uuid(row, column));
    }

    static Optional<MemberId> memberIdIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(MemberId::new);
    }

    /** Needs a column {@code roles}: names of confirmed roles, joined by commas. */
    static Member member(ResultSet row, int number) throws SQLException {
        MemberState state = MemberState.valueOf(row.getString("state"));
        return new Member(
                memberId(row, "id"),
                new SignInName(row.getString("sign_in_name")),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                state,
                state == MemberState.ACTIVE ? roles(row.getString("roles")) : Set.of(),
                new Revision(row.getInt("revision")));
    }

    private static Set<Role> roles(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",", -1)).map(Role::valueOf).collect(Collectors.toSet());
    }

    static RoleGrant.Proposed proposed(ResultSet row, int number) throws SQLException {
        return new RoleGrant.Proposed(
                new GrantId(uuid(row, "id")),
                memberId(row, "member"),
                Role.valueOf(row.getString("role")),
                memberId(row, "proposed_by"),
                instant(row, "proposed_at"));
    }

    static RoleGrant grant(ResultSet row, int number) throws SQLException {
        if (row.getString("state").equals("PROPOSED")) {
            return proposed(row, number);
        }
        return new RoleGrant.Confirmed(
                new GrantId(uuid(row, "id")),
                memberId(row, "member"),
                Role.valueOf(row.getString("role")),
                memberId(row, "proposed_by"),
                instant(row, "proposed_at"),
                GrantBasis.valueOf(row.getString("basis")),
                memberIdIfAny(row, "confirmed_by"),
                instant(row, "confirmed_at"));
    }

    static MemberChange change(ResultSet row, int number) throws SQLException {
        return new MemberChange(
                instant(row, "at"),
                memberId(row, "member"),
                MemberChange.What.valueOf(row.getString("what")),
                Optional.ofNullable(row.getString("role")).map(Role::valueOf),
                Optional.ofNullable(row.getString("basis")).map(GrantBasis::valueOf),
                memberIdIfAny(row, "by"));
    }
}
