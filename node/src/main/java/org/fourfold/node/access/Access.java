package org.fourfold.node.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.internal.Codes;
import org.fourfold.node.access.internal.CredentialRows;
import org.fourfold.node.access.internal.Events;
import org.fourfold.node.access.internal.Grants;
import org.fourfold.node.access.internal.MemberRows;
import org.fourfold.node.access.internal.Sessions;
import org.fourfold.node.access.internal.TeamRows;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;

/**
 * Members, their roles and teams. Everything here that changes somebody ends that member's sessions where it changes what
 * they may do, and is seen by those who supervise them.
 *
 * <p>Errors: {@link RefusedException} when the actor may not grant (recorded), {@link ProblemException} for what the
 * person can mend. Threads: safe.
 */
public final class Access {

    /** How long an invitation works. */
    public static final Duration INVITATION_VALID = Duration.ofDays(7);

    /** How far back a desk shows changes. */
    public static final Duration CHANGES_SHOWN = Duration.ofDays(14);

    /** Most changes or proposals shown at once. */
    public static final int SHOWN_MAX = 50;

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SheetCheck sheet;

    public Access(Database database, InstantSource clock, RandomGenerator random, SheetCheck sheet) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.sheet = sheet;
    }

    /** The names to show for members, disabled ones too; unknown ids are left out. For pages of every module. */
    public Map<MemberId, String> displayNames(Collection<MemberId> ids) {
        return database.asNode(tx -> MemberRows.names(tx, ids));
    }

    /** The names of the active members who hold a role, in their order; at most {@link #SHOWN_MAX}. For pages of every module. */
    public Map<MemberId, String> namesOf(Role role) {
        return database.asNode(tx -> MemberRows.holding(tx, role, SHOWN_MAX));
    }

    /** A member by id, for the node's own use: no event. */
    public Optional<Member> find(MemberId id) {
        return database.asNode(tx -> MemberRows.find(tx, id));
    }

    /** A member by sign-in name, for the command line's {@code --as}. */
    public Optional<Member> find(SignInName name) {
        return database.asNode(tx -> MemberRows.find(tx, name));
    }

    /** The confirmed roles of an active member; empty for anybody else. */
    public Set<Role> roles(MemberId id) {
        return find(id).map(Member::roles).orElse(Set.of());
    }

    /** The teams a member is in. */
    public List<Team> teamsOf(MemberId id) {
        return database.asNode(tx -> TeamRows.of(tx, id));
    }

    /** The names of all teams, in their order. For pages of every module. */
    public Map<TeamId, String> teamNames() {
        return database.asNode(TeamRows::names);
    }

    /** Members by sign-in name, after the one given. */
    public Slice<Member> members(Actor actor, Optional<String> after) {
        return asGranter(actor, tx -> {
            Slice<Member> slice = MemberRows.list(tx, after);
            tx.record(Event.of(Events.MEMBERS_LISTED).count(slice.rows().size()));
            return slice;
        });
    }

    /** What a member holds and is proposed for. */
    public List<RoleGrant> grants(Actor actor, MemberId member) {
        return asGranter(actor, tx -> {
            tx.record(Event.of(Events.MEMBERS_LISTED).about(member.value()).count(1));
            return Grants.of(tx, member);
        });
    }

    /** Invites somebody: they can join with the code within {@link #INVITATION_VALID}, and hold no role yet. */
    public Invitation invite(Actor actor, NewMember invited) {
        return asGranter(actor, tx -> {
            MemberId id = MemberId.random(random);
            Instant now = clock.instant();
            if (!MemberRows.insert(tx, id, invited, MemberState.INVITED, now, random)) {
                throw new ProblemException(Problem.inField("access.sign-in-name-taken", "sign-in-name"));
            }
            tx.record(Event.of(Events.MEMBER_INVITED).about(id.value()));
            MemberRows.changed(tx, now, id, MemberChange.What.INVITED, null, null, actor.member());
            return new Invitation(id, invited.signInName(), invitationCode(tx, id, now));
        });
    }

    /**
     * A new code for a member who lost every way in. Whoever holds it becomes that member, so every role that two
     * persons must grant waits again for a second person.
     */
    public Invitation newCode(Actor actor, MemberId member) {
        return asGranter(actor, tx -> {
            Member known = requireLocked(tx, member);
            refuseSelf(actor, member);
            refuseLastAdministrator(tx, known);
            Instant now = clock.instant();
            CredentialRows.forgetAll(tx, member);
            Sessions.endAll(tx, member, now);
            Grants.proposeAgain(tx, member, actor.member(), now, random);
            MemberRows.state(tx, member, MemberState.INVITED, now);
            tx.record(Event.of(Events.MEMBER_NEW_CODE).about(member.value()));
            MemberRows.changed(tx, now, member, MemberChange.What.NEW_CODE, null, null, actor.member());
            return new Invitation(member, known.signInName(), invitationCode(tx, member, now));
        });
    }

    /** Shuts a member out at once: every session ends with this commit, every role is over. */
    public void disable(Actor actor, MemberId member) {
        asGranter(actor, tx -> {
            Member known = requireLocked(tx, member);
            refuseSelf(actor, member);
            refuseLastAdministrator(tx, known);
            Instant now = clock.instant();
            Grants.of(tx, member).forEach(grant -> Grants.end(tx, grant.id(), actor.member(), now));
            CredentialRows.forgetAll(tx, member);
            Sessions.endAll(tx, member, now);
            MemberRows.state(tx, member, MemberState.DISABLED, now);
            tx.record(Event.of(Events.MEMBER_DISABLED).about(member.value()));
            MemberRows.changed(tx, now, member, MemberChange.What.DISABLED, null, null, actor.member());
            return known;
        });
    }

    /** Proposes a role. One that needs no second person ({@link GrantRule}) holds at once. */
    public GrantId propose(Actor actor, MemberId member, Role role) {
        return asGranter(actor, tx -> {
            if (requireLocked(tx, member).state() == MemberState.DISABLED) {
                throw new ProblemException(Problem.of("access.member-disabled"));
            }
            Instant now = clock.instant();
            GrantId id = Grants.propose(tx, member, role, actor.member(), now, random)
                    .orElseThrow(() -> new ProblemException(Problem.inField("access.role-there", "role")));
            if (!GrantRule.needsTwoPersons(role)) {
                Grants.holdProposed(tx, id).ifPresent(one -> Grants.confirm(tx, one, GrantBasis.ONE_PERSON, null, now));
            }
            return id;
        });
    }

    /** Confirms somebody else's proposal about a third person. */
    public void confirm(Actor actor, GrantId id) {
        asGranter(actor, tx -> {
            RoleGrant.Proposed proposed = requireProposed(tx, id);
            if (!GrantRule.mayConfirm(proposed, actor.member())) {
                throw new ProblemException(Problem.of("access.second-person-needed"));
            }
            Grants.confirm(tx, proposed, GrantBasis.TWO_PERSONS, actor.member(), clock.instant());
            return proposed;
        });
    }

    /** Confirms with the recovery sheet, only while nobody else could confirm. */
    public void confirmWithSheet(Actor actor, GrantId id, String typedCode) {
        boolean matches = sheet.matches(typedCode);
        asGranter(actor, tx -> {
            RoleGrant.Proposed proposed = requireProposed(tx, id);
            if (Grants.secondPersonExists(tx, proposed)) {
                throw new ProblemException(Problem.of("access.second-person-exists"));
            }
            if (!matches) {
                throw new ProblemException(Problem.inField("access.sheet-wrong", "sheet"));
            }
            Grants.confirm(tx, proposed, GrantBasis.RECOVERY_SHEET, actor.member(), clock.instant());
            return proposed;
        });
    }

    /** Ends a role or withdraws a proposal. The last administrator stays one. */
    public void end(Actor actor, GrantId id) {
        asGranter(actor, tx -> {
            MemberId member = Grants.end(tx, id, actor.member(), clock.instant())
                    .orElseThrow(() -> new ProblemException(Problem.of("access.grant-over")));
            if (!Grants.anotherAdministrator(tx, new MemberId(new java.util.UUID(0, 0)))) {
                throw new ProblemException(Problem.of("access.last-administrator"));
            }
            return member;
        });
    }

    /** Proposals that wait for a second person, the oldest first. */
    public List<RoleGrant.Proposed> waiting(Actor actor) {
        return asGranter(actor, tx -> {
            List<RoleGrant.Proposed> waiting = Grants.waiting(tx, SHOWN_MAX);
            tx.record(Event.of(Events.MEMBERS_LISTED).detail("waiting").count(waiting.size()));
            return waiting;
        });
    }

    /** Whether only the recovery sheet can confirm this proposal. */
    public boolean onlySheetConfirms(RoleGrant.Proposed proposed) {
        return database.asNode(tx -> !Grants.secondPersonExists(tx, proposed));
    }

    /** What changed about those whom the actor supervises; about everybody for an administrator. */
    public List<MemberChange> changes(Actor actor) {
        return asGranter(actor, tx -> {
            List<MemberChange> changes = MemberRows.changesSeenBy(
                    tx,
                    actor.member(),
                    actor.role() == Role.ADMINISTRATOR,
                    clock.instant().minus(CHANGES_SHOWN),
                    SHOWN_MAX);
            tx.record(Event.of(Events.MEMBERS_LISTED).detail("changes").count(changes.size()));
            return changes;
        });
    }

    /** All teams, by name. */
    public List<Team> teams(Actor actor) {
        return asGranter(actor, tx -> {
            List<Team> teams = TeamRows.all(tx);
            tx.record(Event.of(Events.MEMBERS_LISTED).detail("teams").count(teams.size()));
            return teams;
        });
    }

    /** Makes a team; its name must be new. */
    public TeamId makeTeam(Actor actor, String name) {
        return asGranter(actor, tx -> {
            TeamId id = TeamId.random(random);
            if (!TeamRows.insert(tx, id, name.strip())) {
                throw new ProblemException(Problem.inField("access.team-there", "team-name"));
            }
            tx.record(Event.of(Events.TEAM_MADE).about(id.value()));
            return id;
        });
    }

    /** Puts a member into a team, as supervisor of it or not; ends their sessions, since what they see changes. */
    public void join(Actor actor, TeamId team, MemberId member, boolean supervises) {
        changeTeam(actor, member, tx -> TeamRows.join(tx, team, member, supervises));
    }

    /** Takes a member out of a team. */
    public void leave(Actor actor, TeamId team, MemberId member) {
        changeTeam(actor, member, tx -> TeamRows.leave(tx, team, member));
    }

    private void changeTeam(Actor actor, MemberId member, java.util.function.Consumer<Tx> change) {
        asGranter(actor, tx -> {
            Member known = requireLocked(tx, member);
            Instant now = clock.instant();
            change.accept(tx);
            tx.record(Event.of(Events.TEAM_CHANGED).about(member.value()));
            MemberRows.changed(tx, now, member, MemberChange.What.TEAM_CHANGED, null, null, actor.member());
            Sessions.endAll(tx, member, now);
            return known;
        });
    }

    private OneTimeCode invitationCode(Tx tx, MemberId id, Instant now) {
        Codes.forget(tx, id, Codes.Kind.INVITATION);
        return Codes.make(tx, id, Codes.Kind.INVITATION, now, Optional.of(now.plus(INVITATION_VALID)), random);
    }

    private static Member requireLocked(Tx tx, MemberId id) {
        if (!MemberRows.lock(tx, id)) {
            throw new ProblemException(Problem.of("access.member-unknown"));
        }
        return MemberRows.find(tx, id).orElseThrow();
    }

    private static RoleGrant.Proposed requireProposed(Tx tx, GrantId id) {
        return Grants.holdProposed(tx, id).orElseThrow(() -> new ProblemException(Problem.of("access.grant-over")));
    }

    private static void refuseSelf(Actor actor, MemberId member) {
        if (actor.member().equals(member)) {
            throw new ProblemException(Problem.of("access.not-yourself"));
        }
    }

    private static void refuseLastAdministrator(Tx tx, Member leaving) {
        if (leaving.holds(Role.ADMINISTRATOR) && !Grants.anotherAdministrator(tx, leaving.id())) {
            throw new ProblemException(Problem.of("access.last-administrator"));
        }
    }

    /** Runs the work if the actor holds a role that may grant; a refusal is recorded and then thrown. */
    private <T> T asGranter(Actor actor, Database.Work<T> work) {
        Optional<T> done = database.write(actor, tx -> {
            if (!GrantRule.mayGrant(actor.role()) || !MemberRows.holds(tx, actor.member(), actor.role())) {
                tx.record(Event.of(Events.REFUSED).detail("not-granter"));
                return Optional.empty();
            }
            return Optional.of(work.run(tx));
        });
        return done.orElseThrow(() -> new RefusedException("not-granter"));
    }
}
