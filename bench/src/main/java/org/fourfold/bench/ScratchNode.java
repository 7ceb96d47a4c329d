package org.fourfold.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.trust.Argon2id;
import org.fourfold.node.trust.Keyring;

/**
 * A node, a shelter's if nothing else is said, without web in a home that is thrown away, or kept for the next time where that is said: its own
 * PostgreSQL, durable as ever, its keys unlocked, its members invented.
 */
final class ScratchNode implements AutoCloseable {

    private static final String PASSPHRASE = "a passphrase of a benchmark";

    private final Ground ground;
    private final Keyring keyring;
    private final RandomGenerator random = new SecureRandom();
    /** The same each time: what a kept home holds belongs to it. */
    private final OrganisationId organisation = new OrganisationId(new UUID(20_261_127, 1));

    private final boolean kept;
    private final Map<SignInName, MemberId> members = new TreeMap<>(Comparator.comparing(SignInName::value));

    /** @param invented the members; whatever the folder held of an earlier run is removed */
    ScratchNode(Path folder, List<Founders.Invented> invented) {
        this(NodeKind.SHELTER, folder, invented);
    }

    /** The same of another kind. */
    ScratchNode(NodeKind kind, Path folder, List<Founders.Invented> invented) {
        this(kind, folder, invented, false);
    }

    /**
     * In a home that stays.
     *
     * @param invented the members where there is no home yet
     */
    static ScratchNode kept(Path folder, List<Founders.Invented> invented) {
        return new ScratchNode(NodeKind.SHELTER, folder, invented, true);
    }

    private ScratchNode(NodeKind kind, Path folder, List<Founders.Invented> invented, boolean kept) {
        this.kept = kept;
        Home home = new Home(folder);
        if (!kept) {
            home.discard();
        }
        home.prepare(true);
        this.ground = Ground.open(home, Optional.empty(), InstantSource.system(), random, new Listener());
        ground.migrate(kind.modules());
        this.keyring = new Keyring(
                home.keys(), ground.databases().of("trust"), new Argon2id(), random, InstantSource.system());
        Founders founders = new Founders(ground.databases().of("access"), InstantSource.system(), random);
        if (keyring.isInitialised()) {
            keyring.unlock(PASSPHRASE.toCharArray());
            members.putAll(membersOf(ground));
        } else {
            var _ = keyring.initialise(PASSPHRASE.toCharArray());
            members.putAll(founders.demonstration(invented));
        }
    }

    private static Map<SignInName, MemberId> membersOf(Ground ground) {
        Map<SignInName, MemberId> members = new HashMap<>();
        try (Connection backup = ground.databases().openBackup();
                var rows = backup.createStatement().executeQuery("SELECT sign_in_name, id FROM access.member")) {
            while (rows.next()) {
                members.put(new SignInName(rows.getString(1)), new MemberId(rows.getObject(2, UUID.class)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return members;
    }

    private static final class Listener implements GroundListener {
        @Override
        public void restarted() {
            throw new IllegalStateException("PostgreSQL ended and came back: the figures are worth nothing");
        }

        @Override
        public void lost(Problem problem) {
            System.err.println("the database is lost: " + problem.code());
            System.exit(1);
        }
    }

    Ground ground() {
        return ground;
    }

    Keyring keyring() {
        return keyring;
    }

    RandomGenerator random() {
        return random;
    }

    /** One member acting, by sign-in name. */
    Actor actor(String signInName, Role role, Purpose purpose) {
        MemberId id = members.get(SignInName.parse(signInName).orElseThrow());
        return new Actor(java.util.Objects.requireNonNull(id, "no such member"), role, purpose, organisation);
    }

    @Override
    public void close() {
        Home home = ground.home();
        ground.close();
        if (!kept) {
            home.discard();
        }
    }
}
