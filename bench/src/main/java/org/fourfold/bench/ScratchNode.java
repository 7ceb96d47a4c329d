package org.fourfold.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * A node, a shelter's if nothing else is said, without web in a home that is thrown away: its own PostgreSQL, durable as ever, its keys unlocked, its
 * members invented.
 */
final class ScratchNode implements AutoCloseable {

    private final Ground ground;
    private final Keyring keyring;
    private final RandomGenerator random = new SecureRandom();
    private final OrganisationId organisation = OrganisationId.random(random);
    private final Map<SignInName, MemberId> members;

    /** @param invented the members; whatever the folder held of an earlier run is removed */
    ScratchNode(Path folder, List<Founders.Invented> invented) {
        this(NodeKind.SHELTER, folder, invented);
    }

    /** The same of another kind. */
    ScratchNode(NodeKind kind, Path folder, List<Founders.Invented> invented) {
        Home home = new Home(folder);
        home.discard();
        home.prepare(true);
        this.ground = Ground.open(home, Optional.empty(), InstantSource.system(), random, new Listener());
        ground.migrate(kind.modules());
        this.keyring = new Keyring(
                home.keys(), ground.databases().of("trust"), new Argon2id(), random, InstantSource.system());
        var _ = keyring.initialise("a passphrase of a benchmark".toCharArray());
        this.members = new TreeMap<>(java.util.Comparator.comparing(SignInName::value));
        members.putAll(
                new Founders(ground.databases().of("access"), InstantSource.system(), random).demonstration(invented));
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
        home.discard();
    }
}
