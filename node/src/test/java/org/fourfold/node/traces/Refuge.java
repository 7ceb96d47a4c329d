package org.fourfold.node.traces;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.protection.clock.RulePacks;
import org.fourfold.node.trust.Argon2id;
import org.fourfold.node.trust.Backup;
import org.fourfold.node.trust.Clearing;
import org.fourfold.node.trust.Integrity;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.Ledger;
import org.fourfold.node.trust.PseudonymTable;
import org.fourfold.node.trust.Reserve;
import org.fourfold.node.trust.Restore;
import org.fourfold.node.trust.Sealing;
import org.fourfold.node.trust.Sequencer;

/** A shelter with a home and a PostgreSQL of its own, its façades made by hand: everything real, no web. */
final class Refuge implements AutoCloseable {

    static final SecureRandom RANDOM = new SecureRandom();
    static final InstantSource CLOCK = InstantSource.system();

    /** The organisation's passphrase and everybody's password; drawn, so that no class that a process loads has them. */
    static final String PASSPHRASE = "ceiba-%016x".formatted(RANDOM.nextLong());

    static final String PASSWORD = "garza-%016x".formatted(RANDOM.nextLong());

    /** The organisation's. */
    static final String NAME = "Refugio de la Garza";

    /** Every member's. */
    static final String MEMBER = "Persona inventada";

    static final OrganisationId ORGANISATION = new OrganisationId(new UUID(4, 4));
    private static final NodeConfiguration CONFIGURATION =
            new NodeConfiguration(NodeKind.SHELTER, ORGANISATION, NAME, ZoneId.of("America/Guatemala"), Language.ES);

    final Ground ground;
    final Keyring keyring;
    final Ledger ledger;
    final Sequencer sequencer;
    final Reserve reserve;
    final Protection protection;
    final LegalClocks clocks;
    final Identification identification;
    final Demands demands;
    final Overrides overrides;
    final Nights nights;
    final NightLog nightLog;
    final UrgentRisks risks;
    final Tasks tasks;
    final Plans plans;
    final Services services;
    final Families families;
    final Consents consents;
    final KeptPosts kept;
    private final Database trust;

    private Refuge(Ground ground) {
        this.ground = ground;
        this.trust = ground.databases().of("trust");
        this.keyring = new Keyring(ground.home().keys(), trust, new Argon2id(), RANDOM, CLOCK);
        this.ledger = new Ledger(trust, keyring, ground.home().ledger(), CLOCK);
        this.sequencer = new Sequencer(trust, ledger, new PseudonymTable(trust, keyring, CLOCK), CLOCK, RANDOM);
        this.reserve = new Reserve(ground.home().reserve(), trust, CLOCK, RANDOM);
        this.protection =
                new Protection(ground.databases().of("protection"), keyring, Optional.of(reserve), CLOCK, RANDOM);
        this.clocks = new LegalClocks(
                ground.databases().of("protection"),
                keyring,
                CLOCK,
                RANDOM,
                () -> ZoneId.of("America/Guatemala"),
                RulePacks.shipped());
        this.identification =
                new Identification(ground.databases().of("protection"), keyring, Instruments.shipped(), CLOCK, RANDOM);
        this.demands = new Demands(ground.databases().of("protection"), keyring, CLOCK, RANDOM, CONFIGURATION::zone);
        this.overrides = new Overrides(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.nights = new Nights(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.nightLog = new NightLog(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.risks = new UrgentRisks(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.tasks = new Tasks(ground.databases().of("protection"), keyring, RANDOM);
        this.services = new Services(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.plans = new Plans(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.families = new Families(ground.databases().of("protection"), keyring, RANDOM);
        this.consents = new Consents(ground.databases().of("protection"), keyring, CLOCK, RANDOM);
        this.kept = new KeptPosts(ground.databases().of("access"), keyring, CLOCK, RANDOM);
    }

    /** Where a person tells something. */
    Facades facades() {
        return new Facades(
                protection,
                clocks,
                identification,
                demands,
                overrides,
                nights,
                nightLog,
                risks,
                tasks,
                plans,
                services,
                consents,
                families,
                kept,
                CLOCK);
    }

    static Ground ground(Path path) {
        Home home = new Home(path);
        return Ground.open(
                home.exists() ? home : RecoveryBed.home(path), Optional.empty(), CLOCK, RANDOM, new GroundListener() {
                    @Override
                    public void restarted() {}

                    @Override
                    public void lost(Problem problem) {}
                });
    }

    /** A new one, unlocked. */
    static Refuge found(Path home) {
        Ground ground = ground(home);
        CONFIGURATION.write(ground.home());
        ground.migrate(NodeKind.SHELTER.modules());
        Refuge refuge = new Refuge(ground);
        var _ = refuge.keyring.initialise(PASSPHRASE.toCharArray());
        return refuge;
    }

    /** One that is there and that nobody holds; locked. */
    static Refuge again(Path home) {
        Ground ground = ground(home);
        ground.migrate(NodeKind.SHELTER.modules());
        return new Refuge(ground);
    }

    /** Another home, from a backup; unlocked with the passphrase. */
    static Refuge restored(Path home, Path body, Path keys) {
        Ground ground = ground(home);
        Restore.into(ground, new Argon2id(), CLOCK)
                .withPassphrase(body, keys, PASSPHRASE.toCharArray(), Restore.schema(ground));
        Refuge refuge = new Refuge(ground);
        refuge.keyring.unlock(PASSPHRASE.toCharArray());
        return refuge;
    }

    /** Its members, by name: each in the team of that name, if any. */
    Map<String, Actor> members(List<Member> members) {
        Map<SignInName, MemberId> ids = new Founders(ground.databases().of("access"), CLOCK, RANDOM)
                .demonstration(members.stream().map(Member::invented).toList());
        Map<String, Actor> actors = new HashMap<>();
        members.forEach(member -> actors.put(
                member.name(),
                new Actor(
                        java.util.Objects.requireNonNull(ids.get(new SignInName(member.name()))),
                        member.role(),
                        Purpose.PROTECTION,
                        ORGANISATION)));
        return Map.copyOf(actors);
    }

    /** Somebody invented, who can sign in with {@link #PASSWORD}. */
    record Member(String name, Role role, Optional<String> team, boolean supervises) {

        Founders.Invented invented() {
            NewMember member = new NewMember(new SignInName(name), MEMBER, Language.ES);
            return new Founders.Invented(member, PASSWORD, Set.of(role), team, supervises);
        }
    }

    /** One who oversees, and one who may seal the whole log: no decision asks for more than role and purpose. */
    static Actor outside(Role role, Purpose purpose) {
        return new Actor(new MemberId(new UUID(9, 9)), role, purpose, ORGANISATION);
    }

    Backup.Written backUp(Path body) {
        return new Backup(ground.databases(), ground.home(), ground::rowCounts, CLOCK)
                .write(outside(Role.ADMINISTRATOR, Purpose.ADMINISTRATION), body);
    }

    Sealing.Sealed seal(Path bag, Optional<UUID> about) {
        Actor actor = outside(Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        return new Sealing(trust, keyring, ledger, sequencer, ground.home(), CLOCK)
                .seal(actor, new Sealing.Order(bag, about, Sealing.For.ANYBODY, Optional.empty(), false));
    }

    Integrity integrity() {
        return new Integrity(trust, ledger, keyring, CLOCK);
    }

    Clearing clearing() {
        return new Clearing(trust, ground::clear, CLOCK);
    }

    /** Every wrapped file key that the key table holds. */
    List<byte[]> wrapped() throws SQLException {
        List<byte[]> wrapped = new ArrayList<>();
        try (Connection owner = ground.databases().openOwner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT wrapped FROM trust.file_key")) {
            while (rows.next()) {
                wrapped.add(rows.getBytes(1));
            }
        }
        return wrapped;
    }

    @Override
    public void close() {
        ground.close();
    }
}
