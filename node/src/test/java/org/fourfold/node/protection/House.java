package org.fourfold.node.protection;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.TeamId;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestRun;
import org.fourfold.node.protection.clock.RulePacks;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.trust.CheapKeys;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.Reserve;

/** A shelter with two teams, its keys unlocked: everything real, no web. */
final class House implements AutoCloseable {

    static final RandomGenerator RANDOM = new SecureRandom();
    static final ZoneId ZONE = ZoneId.of("America/Guatemala");
    static final OrganisationId ORGANISATION = OrganisationId.random(RANDOM);

    final TestDatabase test = TestDatabase.fresh();
    final Keyring keyring;
    final Reserve reserve;
    final Protection protection;
    final Consents consents;
    final Identification identification;
    final Demands demands;
    final Overrides overrides;
    final Nights nights;
    final UnmetNeeds unmet;
    final NightLog log;
    final UrgentRisks risks;
    final Tasks tasks;
    final Today today;
    final Plans plans;
    final Families families;
    final Services services;
    final Counts counts;
    final Spoken spoken;
    final Interpreters interpreters;
    final Organisations organisations;
    final LegalClocks clocks;

    final Actor rosa = member(Role.CASEWORKER);
    final Actor teamMate = member(Role.CASEWORKER);
    final Actor supervisor = member(Role.SUPERVISOR);
    final Actor night = member(Role.NIGHT_STAFF);
    final Actor lawyer = member(Role.LAWYER);
    final Actor stranger = member(Role.CASEWORKER);
    final Actor strangersSupervisor = member(Role.SUPERVISOR);

    private final Path folder = TestRun.folder("house");
    private Instant now = Instant.now();

    House() {
        this.keyring = new Keyring(folder, test.database("trust"), CheapKeys.argon2id(), RANDOM, () -> now);
        var sheet = keyring.initialise("la casa de la ceiba".toCharArray());
        if (sheet.toString().isEmpty() || !keyring.isUnlocked()) {
            throw new IllegalStateException();
        }
        this.reserve = new Reserve(folder, test.database("trust"), () -> now, RANDOM);
        this.protection = new Protection(test.database("protection"), keyring, Optional.of(reserve), () -> now, RANDOM);
        this.consents = new Consents(test.database("protection"), keyring, () -> now, RANDOM);
        this.clocks = new LegalClocks(
                test.database("protection"), keyring, () -> now, RANDOM, () -> ZONE, RulePacks.shipped());
        this.identification =
                new Identification(test.database("protection"), keyring, Instruments.shipped(), () -> now, RANDOM);
        this.demands = new Demands(test.database("protection"), keyring, () -> now, RANDOM, () -> ZONE);
        this.overrides = new Overrides(test.database("protection"), keyring, () -> now, RANDOM);
        this.nights = new Nights(test.database("protection"), keyring, () -> now, RANDOM);
        this.log = new NightLog(test.database("protection"), keyring, () -> now, RANDOM);
        this.risks = new UrgentRisks(test.database("protection"), keyring, () -> now, RANDOM);
        this.tasks = new Tasks(test.database("protection"), keyring, RANDOM);
        this.today = new Today(test.database("protection"), keyring, () -> now);
        this.plans = new Plans(test.database("protection"), keyring, () -> now, RANDOM);
        this.interpreters = new Interpreters(test.database("protection"), keyring, () -> now, RANDOM);
        this.spoken = new Spoken(test.database("protection"), keyring, () -> now, RANDOM);
        this.families = new Families(test.database("protection"), keyring, RANDOM);
        this.services = new Services(test.database("protection"), keyring, () -> now, RANDOM);
        this.counts = new Counts(test.database("protection"), keyring, () -> now, RANDOM, () -> ZONE, Runnable::run);
        this.unmet = new UnmetNeeds(test.database("protection"), RANDOM);
        this.organisations = new Organisations(test.database("registry"), () -> now, RANDOM);
        team(List.of(rosa, teamMate, night), supervisor);
        team(List.of(stranger), strangersSupervisor);
    }

    /** Where the reserve's file lies. */
    Path reserved() {
        return folder.resolve("events");
    }

    /** An active member who holds the role, confirmed. */
    Actor member(Role role) {
        MemberId id = MemberId.random(RANDOM);
        superuser("""
                INSERT INTO access.member (id, sign_in_name, name, state, user_handle, created_at)
                VALUES ('%1$s', 'm' || left(md5('%1$s'), 20), 'Member', 'ACTIVE', decode(md5('%1$s') || md5('x%1$s'), 'hex'), now());
                INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
                VALUES (gen_random_uuid(), '%1$s', '%2$s', 'CONFIRMED', 'DEMONSTRATION', '%1$s', now(), now())
                """.formatted(id, role.name()));
        return new Actor(id, role, Purpose.PROTECTION, ORGANISATION);
    }

    void team(List<Actor> members, Actor supervises) {
        String team = OrganisationId.random(RANDOM).toString();
        superuser("INSERT INTO access.team (id, name) VALUES ('%s', '%s')".formatted(team, team));
        superuser("INSERT INTO access.team_member VALUES ('%s', '%s', true)".formatted(team, supervises.member()));
        members.forEach(member -> superuser(
                "INSERT INTO access.team_member VALUES ('%s', '%s', false)".formatted(team, member.member())));
    }

    CaseFileId fileOf(Actor owner, String name) {
        OpeningId opening = protection.begin(owner);
        protection.keep(owner, opening, answers(Question.NAME, Map.of("name", List.of(name))));
        return protection.open(owner, opening).id();
    }

    /** The file's lawyer, named by its owner. */
    Actor lawyer(CaseFileId file) {
        protection.nameLawyer(rosa, file, lawyer.member());
        return lawyer;
    }

    static Answers answers(Question question, Map<String, List<String>> form) {
        return Answers.parse(question, form);
    }

    Instant now() {
        return now;
    }

    void later(java.time.Duration time) {
        now = now.plus(time);
    }

    void superuser(String sql) {
        try (Connection connection = test.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql) {
        try (Connection connection = test.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A team that the member is in. */
    TeamId teamOf(Actor actor) {
        try (Connection connection = test.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT team FROM access.team_member WHERE member = '" + actor.member() + "'")) {
            rows.next();
            return new TeamId(rows.getObject(1, UUID.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        test.close();
    }
}
