package org.fourfold.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.fourfold.node.access.internal.Accounts;
import org.fourfold.node.access.internal.Argon2;
import org.fourfold.node.access.internal.PasswordRules;
import org.fourfold.node.access.internal.SignIns;
import org.fourfold.node.access.internal.Throttle;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who may become what, and by whose word. */
@Tag("database")
class GrantsTest {

    private static final String SHEET = "the code on the sheet";
    private static final String PASSWORD = "cuatro mangos lentos 7";

    private final MovingClock clock = new MovingClock();
    private final TestDatabase test = TestDatabase.fresh(clock);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    private final Access access = new Access(test.database("access"), clock, random, SHEET::equals);
    private final SignIns signIns =
            new SignIns(test.database("access"), clock, new Argon2(random), PasswordRules.read(), new Throttle());
    private final Accounts accounts = new Accounts(test.database("access"), clock, random, signIns);
    private final OrganisationId organisation = OrganisationId.random(random);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aGuardedRoleWaitsForASecondPerson() {
        var ids = people();
        Actor ana = administrator(ids, "ana");
        GrantId grant = access.propose(ana, ids.of("carla"), Role.CASEWORKER);
        assertThat(access.roles(ids.of("carla"))).isEmpty();

        assertThatThrownBy(() -> access.confirm(ana, grant)).hasMessage("access.second-person-needed");
        access.confirm(supervisor(ids, "berta"), grant);
        assertThat(access.roles(ids.of("carla"))).containsExactly(Role.CASEWORKER);
    }

    @Test
    void nobodyConfirmsTheirOwnRole() {
        var ids = people();
        GrantId grant = access.propose(administrator(ids, "ana"), ids.of("berta"), Role.LAWYER);
        assertThatThrownBy(() -> access.confirm(supervisor(ids, "berta"), grant))
                .isInstanceOf(ProblemException.class)
                .hasMessage("access.second-person-needed");
    }

    @Test
    void anAdministratorCannotMakeASecondSelfToConfirmWith() {
        var ids = people();
        access.propose(administrator(ids, "ana"), ids.of("carla"), Role.ADMINISTRATOR);
        assertThat(access.roles(ids.of("carla"))).isEmpty();
    }

    @Test
    void aRoleThatOpensNothingGuardedHoldsAtOnce() {
        var ids = people();
        access.propose(administrator(ids, "ana"), ids.of("carla"), Role.ANALYST);
        assertThat(access.roles(ids.of("carla"))).containsExactly(Role.ANALYST);
    }

    @Test
    void theDatabaseItselfRefusesAConfirmationByTheProposer() {
        var ids = people();
        GrantId grant = access.propose(administrator(ids, "ana"), ids.of("carla"), Role.CASEWORKER);
        assertThatThrownBy(() -> test.database("access")
                        .asNode(tx -> tx.sql("""
                                UPDATE access.role_grant SET state = 'CONFIRMED', basis = 'TWO_PERSONS',
                                    confirmed_by = proposed_by, confirmed_at = now() WHERE id = :id
                                """).with("id", grant.value()).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theRecoverySheetConfirmsOnlyWhileNobodyElseCan() {
        MemberId ana = new Founders(test.database("access"), clock, random).administrator(newMember("ana"), PASSWORD);
        Actor admin = new Actor(ana, Role.ADMINISTRATOR, Purpose.ADMINISTRATION, organisation);
        MemberId first = join(access.invite(admin, newMember("first")));
        GrantId alone = access.propose(admin, first, Role.SUPERVISOR);
        assertThatThrownBy(() -> access.confirmWithSheet(admin, alone, "another"))
                .hasMessage("access.sheet-wrong");
        access.confirmWithSheet(admin, alone, SHEET);
        assertThat(access.roles(first)).containsExactly(Role.SUPERVISOR);

        MemberId second = join(access.invite(admin, newMember("second")));
        GrantId later = access.propose(admin, second, Role.CASEWORKER);
        assertThatThrownBy(() -> access.confirmWithSheet(admin, later, SHEET))
                .hasMessage("access.second-person-exists");
        access.confirm(new Actor(first, Role.SUPERVISOR, Purpose.OVERSIGHT, organisation), later);
        assertThat(access.roles(second)).containsExactly(Role.CASEWORKER);
    }

    @Test
    void aConfirmationBySheetIsSeenByEverySupervisorOfThePerson() {
        MemberId ana = new Founders(test.database("access"), clock, random).administrator(newMember("ana"), PASSWORD);
        Actor admin = new Actor(ana, Role.ADMINISTRATOR, Purpose.ADMINISTRATION, organisation);
        MemberId first = join(access.invite(admin, newMember("first")));
        access.confirmWithSheet(admin, access.propose(admin, first, Role.SUPERVISOR), SHEET);
        MemberId carla = join(access.invite(admin, newMember("carla")));
        TeamId team = access.makeTeam(admin, "Noche");
        access.join(admin, team, first, true);
        access.join(admin, team, carla, false);
        Actor berta = new Actor(first, Role.SUPERVISOR, Purpose.OVERSIGHT, organisation);
        assertThat(access.changes(berta))
                .anyMatch(change -> change.member().equals(carla) && change.what() == MemberChange.What.TEAM_CHANGED);
        assertThat(access.changes(admin)).noneMatch(change -> change.by().equals(Optional.of(ana)));
        assertThat(access.changes(berta))
                .anyMatch(change -> change.basis().equals(Optional.of(GrantBasis.RECOVERY_SHEET)));
    }

    @Test
    void aNewCodeMakesGuardedRolesWaitAgain() {
        var ids = people();
        access.newCode(administrator(ids, "ana"), ids.of("berta"));
        assertThat(access.find(ids.of("berta")).orElseThrow().state()).isEqualTo(MemberState.INVITED);
        assertThat(access.roles(ids.of("berta"))).isEmpty();
        assertThat(access.waiting(administrator(ids, "ana")))
                .anyMatch(one -> one.member().equals(ids.of("berta")) && one.role() == Role.SUPERVISOR);
    }

    @Test
    void onlyAdministratorsAndSupervisorsSeeOrChangeMembers() {
        var ids = people();
        Actor carla = new Actor(ids.of("carla"), Role.CASEWORKER, Purpose.PROTECTION, organisation);
        Actor pretending = new Actor(ids.of("carla"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION, organisation);
        assertThatThrownBy(() -> access.members(carla, Optional.empty())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> access.members(pretending, Optional.empty())).isInstanceOf(RefusedException.class);
    }

    @Test
    void theLastAdministratorStays() {
        var ids = people();
        Actor berta = supervisor(ids, "berta");
        assertThatThrownBy(() -> access.disable(berta, ids.of("ana"))).hasMessage("access.last-administrator");
    }

    @Test
    void aDisabledMemberHoldsNothingAndEverySessionEndsAtOnce() {
        var ids = people();
        assertThat(accounts.start("session-of-berta", "berta")).isTrue();
        assertThat(accounts.check("session-of-berta")).isPresent();
        access.disable(administrator(ids, "ana"), ids.of("berta"));
        assertThat(accounts.check("session-of-berta")).isEmpty();
        assertThat(holds(ids.of("berta"), Role.SUPERVISOR)).isFalse();
        assertThat(signIns.withPassword("berta", PASSWORD, "1")).isEmpty();
    }

    @Test
    void aChangedRoleEndsTheSession() {
        var ids = people();
        assertThat(accounts.start("session-of-carla", "carla")).isTrue();
        access.propose(administrator(ids, "ana"), ids.of("carla"), Role.LIAISON);
        assertThat(accounts.check("session-of-carla")).isEmpty();
    }

    @Test
    void aSupervisorSupervisesOnlyTheirTeamAndOnlyWhileActive() {
        var ids = people();
        Actor ana = administrator(ids, "ana");
        TeamId team = access.makeTeam(ana, "Dia");
        access.join(ana, team, ids.of("berta"), true);
        access.join(ana, team, ids.of("carla"), false);
        assertThat(supervises(ids.of("berta"), ids.of("carla"))).isTrue();
        assertThat(supervises(ids.of("carla"), ids.of("berta"))).isFalse();
        assertThat(supervises(ids.of("berta"), ids.of("ana"))).isFalse();
        access.disable(ana, ids.of("berta"));
        assertThat(supervises(ids.of("berta"), ids.of("carla"))).isFalse();
    }

    private record People(Map<SignInName, MemberId> ids) {

        MemberId of(String name) {
            return java.util.Objects.requireNonNull(ids.get(new SignInName(name)));
        }
    }

    private People people() {
        Map<SignInName, MemberId> ids = new Founders(test.database("access"), clock, random)
                .demonstration(List.of(
                        invented("ana", Set.of(Role.ADMINISTRATOR)),
                        invented("berta", Set.of(Role.SUPERVISOR)),
                        invented("carla", Set.of())));
        return new People(ids);
    }

    private static Founders.Invented invented(String name, Set<Role> roles) {
        return new Founders.Invented(newMember(name), PASSWORD, roles, Optional.empty(), false);
    }

    private static NewMember newMember(String name) {
        return new NewMember(new SignInName(name), "Persona " + name, Language.ES);
    }

    private MemberId join(Invitation invitation) {
        return signIns.withCode(
                        invitation.signInName().value(), invitation.code().text(), PASSWORD, "1")
                .orElseThrow()
                .id();
    }

    private Actor administrator(People ids, String name) {
        return new Actor(ids.of(name), Role.ADMINISTRATOR, Purpose.ADMINISTRATION, organisation);
    }

    private Actor supervisor(People ids, String name) {
        return new Actor(ids.of(name), Role.SUPERVISOR, Purpose.OVERSIGHT, organisation);
    }

    private boolean holds(MemberId member, Role role) {
        return test.database("protection")
                .asNode(tx -> tx.sql("SELECT access.member_holds(:member, :role) AS holds")
                        .with("member", member.value())
                        .with("role", role)
                        .one((row, n) -> row.getBoolean("holds")));
    }

    private boolean supervises(MemberId one, MemberId other) {
        return test.database("protection")
                .asNode(tx -> tx.sql("SELECT access.supervises(:one, :other) AS supervises")
                        .with("one", one.value())
                        .with("other", other.value())
                        .one((row, n) -> row.getBoolean("supervises")));
    }
}
