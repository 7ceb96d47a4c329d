package org.fourfold.node.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.internal.Argon2;
import org.fourfold.node.access.internal.CredentialRows;
import org.fourfold.node.access.internal.Events;
import org.fourfold.node.access.internal.Grants;
import org.fourfold.node.access.internal.MemberRows;
import org.fourfold.node.access.internal.PasswordRules;
import org.fourfold.node.access.internal.TeamRows;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Tx;

/**
 * The members there must be before any member can act: the first administrator, and the invented ones of a demonstration
 * home. Both only while there is nobody; whoever calls says which, and the caller must know that the home is a
 * demonstration one.
 */
public final class Founders {

    /** An invented member, ready to sign in. */
    public record Invented(
            NewMember member, String password, Set<Role> roles, Optional<String> team, boolean supervisesTeam) {}

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Founders(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** Whether no member exists yet. */
    public boolean isNobodyHere() {
        return database.asNode(Founders::isNobodyHere);
    }

    /** What is wrong with the first administrator's password. */
    public Optional<Problem> passwordFault(String password, SignInName name, String field) {
        return PasswordRules.read().fault(password, Optional.of(name), field);
    }

    /** The first administrator: sees no content, and needs a second person or the recovery sheet to grant more. */
    public MemberId administrator(NewMember member, String password) {
        passwordFault(password, member.signInName(), "password").ifPresent(fault -> {
            throw new ProblemException(fault);
        });
        String encoded = new Argon2(random).encode(password);
        return database.asNode(tx -> {
            refuseUnlessNobody(tx);
            return found(tx, member, encoded, Set.of(Role.ADMINISTRATOR), GrantBasis.SET_UP);
        });
    }

    /** The invented members of a demonstration home, with their teams. */
    public Map<SignInName, MemberId> demonstration(List<Invented> invented) {
        Argon2 argon2 = new Argon2(random);
        record Ready(Invented one, String encoded) {}
        List<Ready> ready = invented.stream()
                .map(one -> new Ready(one, argon2.encode(one.password())))
                .toList();
        return database.asNode(tx -> {
            refuseUnlessNobody(tx);
            Map<String, TeamId> teams = new java.util.HashMap<>();
            Map<SignInName, MemberId> ids = new java.util.HashMap<>();
            for (Ready member : ready) {
                Invented one = member.one();
                MemberId id = found(tx, one.member(), member.encoded(), one.roles(), GrantBasis.DEMONSTRATION);
                ids.put(one.member().signInName(), id);
                one.team().ifPresent(name -> {
                    TeamId team = teams.computeIfAbsent(name, key -> makeTeam(tx, key));
                    TeamRows.join(tx, team, id, one.supervisesTeam());
                });
            }
            return Map.copyOf(ids);
        });
    }

    private TeamId makeTeam(Tx tx, String name) {
        TeamId id = TeamId.random(random);
        if (!TeamRows.insert(tx, id, name)) {
            throw new IllegalStateException("a team of an empty house has no double");
        }
        return id;
    }

    private MemberId found(Tx tx, NewMember member, String encoded, Set<Role> roles, GrantBasis basis) {
        MemberId id = MemberId.random(random);
        Instant now = clock.instant();
        if (!MemberRows.insert(tx, id, member, MemberState.ACTIVE, now, random)) {
            throw new ProblemException(Problem.inField("access.sign-in-name-taken", "sign-in-name"));
        }
        CredentialRows.setPassword(tx, id, encoded, now);
        tx.record(Event.of(Events.MEMBER_SET_UP).about(id.value()));
        for (Role role : roles.stream().sorted().toList()) {
            Grants.propose(tx, id, role, id, now, random)
                    .flatMap(grant -> Grants.holdProposed(tx, grant))
                    .ifPresent(proposed -> Grants.confirm(tx, proposed, basis, null, now));
        }
        return id;
    }

    private static boolean isNobodyHere(Tx tx) {
        return tx.sql("SELECT NOT EXISTS (SELECT FROM access.member) AS nobody")
                .one((row, n) -> row.getBoolean("nobody"));
    }

    private static void refuseUnlessNobody(Tx tx) {
        // Two set-ups at the same moment: the second waits here and then finds somebody.
        tx.sql("LOCK TABLE access.member IN SHARE UPDATE EXCLUSIVE MODE").update();
        if (!isNobodyHere(tx)) {
            throw new ProblemException(Problem.of("access.somebody-here"));
        }
    }
}
