package org.fourfold.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.RunningNode;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NodeCertificate;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;

/** A home that this process holds: PostgreSQL, the modules and, where asked for, the web. Closed in the other order. */
final class OpenNode implements AutoCloseable {

    /** No web: the modules start, and nothing listens. */
    static final int NO_PORT = -1;

    /** What every node has, before its organisation said what it is. */
    private static final Set<String> COMMON = Set.of("trust", "access", "registry");

    private static final String EVERY_INTERFACE = "0.0.0.0";

    private final Home home;
    private final Ground ground;
    private final HomeHouse house;
    private final RunningNode node;

    private OpenNode(Home home, Ground ground, HomeHouse house, RunningNode node) {
        this.home = home;
        this.ground = ground;
        this.house = house;
        this.node = node;
    }

    /**
     * Opens a prepared home.
     *
     * @param listening where; on loopback with {@link #NO_PORT} for no web
     * @param more further values that modules ask for by type
     */
    static OpenNode open(
            Home home, Listening listening, Invocation invocation, GroundListener listener, List<Object> more) {
        Ground ground = Ground.open(
                home,
                Optional.ofNullable(invocation.environment().get(Opening.DATABASE_URL)),
                invocation.clock(),
                invocation.random(),
                listener);
        try {
            HomeHouse house = new HomeHouse(home);
            ground.migrate(house.configuration()
                    .map(NodeConfiguration::kind)
                    .map(kind -> kind.modules())
                    .orElse(COMMON));
            RunningNode node = RunningNode.start(new RunningNode.Parts(
                    ground.databases(),
                    house,
                    invocation.clock(),
                    invocation.random(),
                    address(listening),
                    listening.port(),
                    home.temporary(),
                    values(home, ground, listening, invocation, more)));
            return new OpenNode(home, ground, house, node);
        } catch (RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    private static String address(Listening listening) {
        return switch (listening) {
            case Listening.Loopback _, Listening.BehindProxy _ -> RunningNode.LOOPBACK;
            case Listening.Lan _ -> EVERY_INTERFACE;
        };
    }

    private static List<Object> values(
            Home home, Ground ground, Listening listening, Invocation invocation, List<Object> more) {
        List<Object> values = new ArrayList<>(List.of(home, ground, listening, new MachineHealth(home, invocation)));
        if (listening instanceof Listening.Lan lan) {
            values.add(
                    NodeCertificate.open(home, lan.names(), invocation.clock().instant(), invocation.random()));
        }
        values.addAll(more);
        return values;
    }

    Home home() {
        return home;
    }

    Ground ground() {
        return ground;
    }

    HomeHouse house() {
        return house;
    }

    RunningNode node() {
        return node;
    }

    <T> T facade(Class<T> type) {
        return node.facade(type);
    }

    /** The prevention room; a problem where this kind of node has none. */
    Prevention prevention() {
        if (!house.rooms().contains(Room.PREVENTION)) {
            throw new ProblemException(Problem.of("command.no-room"));
        }
        return facade(Prevention.class);
    }

    /** The member of that sign-in name, acting for the purpose; refused where nobody active has it or no role fits. */
    Actor actor(String signInName, Purpose purpose) {
        NodeConfiguration told =
                house.configuration().orElseThrow(() -> new ProblemException(Problem.of("command.not-set-up")));
        return actor(facade(Access.class), told, home.isDemonstration(), signInName, purpose);
    }

    /** The same where only the members are at hand. */
    static Actor actor(
            Access access, NodeConfiguration told, boolean demonstration, String signInName, Purpose purpose) {
        var member = SignInName.parse(signInName)
                .flatMap(access::find)
                .filter(found -> found.isActive())
                .orElseThrow(() -> new RefusedException("unknown-member"));
        return new Viewer(
                        member.id(),
                        member.name(),
                        member.roles(),
                        told.organisation(),
                        told.organisationName(),
                        demonstration,
                        member.language())
                .actor(purpose);
    }

    @Override
    public void close() {
        try {
            node.close();
        } finally {
            ground.close();
        }
    }
}
