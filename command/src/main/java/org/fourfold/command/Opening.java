package org.fourfold.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fourfold.node.access.Listening;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.BeforeUpdate;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.slf4j.LoggerFactory;

/** Opens homes for commands: the log first, then the node; faults of opening are told apart from faults of the work. */
final class Opening {

    /** The address of the organisation's own PostgreSQL, if it has one. */
    static final String DATABASE_URL = "FOURFOLD_DATABASE_URL";

    private Opening() {}

    /** Opens a home for one command's work, without the web. */
    static OpenNode open(Home home, Invocation invocation) {
        return open(home, new Listening.Loopback(OpenNode.NO_PORT), home.isDemonstration(), invocation, lost -> {});
    }

    /** Opens a home, made first where there is none, and tells when its database is lost. */
    static OpenNode open(
            Home home, Listening listening, boolean demonstration, Invocation invocation, Consumer<Problem> whenLost) {
        return open(home, listening, demonstration, invocation, whenLost, List.of());
    }

    /**
     * The same with further values for its modules.
     *
     * @param more values that modules ask for by type
     */
    static OpenNode open(
            Home home,
            Listening listening,
            boolean demonstration,
            Invocation invocation,
            Consumer<Problem> whenLost,
            List<Object> more) {
        try {
            endCutOffUpdate(home, invocation);
        } catch (ProblemException e) {
            throw new CannotStartException(e);
        }
        return openAsItIs(home, listening, demonstration, invocation, whenLost, more);
    }

    /** The same for an update's trial: what was before it stays in its copy. */
    static OpenNode openAsItIs(
            Home home, Listening listening, boolean demonstration, Invocation invocation, Consumer<Problem> whenLost) {
        return openAsItIs(home, listening, demonstration, invocation, whenLost, List.of());
    }

    private static OpenNode openAsItIs(
            Home home,
            Listening listening,
            boolean demonstration,
            Invocation invocation,
            Consumer<Problem> whenLost,
            List<Object> more) {
        try {
            home.prepare(demonstration);
            Logs.into(home.logs());
            return OpenNode.open(home, listening, invocation, new Listener(whenLost), more);
        } catch (ProblemException e) {
            throw new CannotStartException(e);
        }
    }

    /** An update that did not come to its end, for a power cut perhaps, is undone before anybody works here. */
    private static void endCutOffUpdate(Home home, Invocation invocation) {
        if (new BeforeUpdate(home).putBack()) {
            invocation.terminal().remark(invocation.text("command.update.cut-off"));
        }
    }

    /** Opens only the ground of a home that is made for it: for a restore, before any module runs. */
    static Ground ground(Home home, Invocation invocation) {
        return ground(home, Optional.ofNullable(invocation.environment().get(DATABASE_URL)), invocation);
    }

    /** The same on the node's own server, whatever the organisation runs: for a restore that is only tried. */
    static Ground ownGround(Home home, Invocation invocation) {
        return ground(home, Optional.empty(), invocation);
    }

    private static Ground ground(Home home, Optional<String> databaseUrl, Invocation invocation) {
        try {
            home.prepare(false);
            Logs.into(home.logs());
            return Ground.open(home, databaseUrl, invocation.clock(), invocation.random(), new Listener(lost -> {}));
        } catch (ProblemException e) {
            throw new CannotStartException(e);
        }
    }

    private record Listener(Consumer<Problem> whenLost) implements GroundListener {

        @Override
        public void restarted() {
            LoggerFactory.getLogger(Opening.class).warn("PostgreSQL had ended and was started again");
        }

        @Override
        public void lost(Problem problem) {
            LoggerFactory.getLogger(Opening.class).error("the database is lost: {}", problem.code());
            whenLost.accept(problem);
        }
    }
}
