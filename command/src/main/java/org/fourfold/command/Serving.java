package org.fourfold.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.fourfold.command.control.ControlServer;
import org.fourfold.command.terminal.Faults;
import org.fourfold.command.terminal.Terminal;
import org.fourfold.node.access.Listening;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.ground.Home;
import org.springframework.boot.web.server.PortInUseException;

/**
 * A node that runs until it is told to stop: by SIGTERM, by Ctrl-C, by {@link #end}, or because its database is lost. What
 * the command adds to it stands in its {@link Course}.
 */
final class Serving {

    /** What a command does along the way, in this order. Called by the main thread alone. */
    interface Course {

        /** Before the node is opened: what takes long and may go on beside it. */
        default void begin() {}

        /** Further values that the node's modules ask for by type. */
        default List<Object> values() {
            return List.of();
        }

        /** The node answers, and nobody was told yet. */
        void ready(OpenNode node);

        /** Whether somebody sits before this terminal: told how to stop it, and shown the page. */
        default boolean isWatched() {
            return true;
        }

        /** It was told where the node answers. */
        default void told() {}

        /** The end has come: what runs beside the node may end at the same time. */
        default void ending() {}

        /** The node is closed, or was never opened. */
        default void ended() {}
    }

    private final Invocation invocation;
    private final ServeOptions options;
    private final Course course;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<Problem> lost = Optional.empty();

    Serving(Invocation invocation, ServeOptions options, Course course) {
        this.invocation = invocation;
        this.options = options;
        this.course = course;
    }

    /** Serves the home until the end. */
    ExitCode run(Home home, Listening listening, boolean demonstration) throws IOException {
        CountDownLatch closed = new CountDownLatch(1);
        // Before anything is opened: a request to stop in the middle of a start leaves no PostgreSQL behind either.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(closed)));
        try {
            course.begin();
            serve(home, listening, demonstration);
        } finally {
            course.ended();
            closed.countDown();
        }
        return lost.map(this::tellLost).orElse(ExitCode.DONE);
    }

    /** Asks it to stop; returns at once. */
    void end() {
        ended.countDown();
    }

    private void tell(OpenNode node, String address) {
        String key = node.home().isDemonstration() ? "command.demo.address" : "command.serve.address";
        invocation
                .terminal()
                .line(invocation.text(
                        key,
                        Map.of("address", address, "organisation", node.house().organisationName())));
        if (course.isWatched()) {
            invocation.terminal().line(invocation.text("command.serve.how-to-stop"));
            if (!options.noBrowser) {
                Browser.open(address, invocation.environment());
            }
        }
        course.told();
    }

    private void serve(Home home, Listening listening, boolean demonstration) throws IOException {
        try (OpenNode node = open(home, listening, demonstration)) {
            if (ended.getCount() > 0) {
                serve(home, node, listening.tls() ? "https" : "http");
            }
            course.ending();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Home home, OpenNode node, String scheme) throws IOException, InterruptedException {
        try (ControlServer _ = ControlServer.open(home.path(), invocation.random(), handler(node))) {
            course.ready(node);
            tell(node, scheme + "://localhost:" + node.node().port() + "/");
            ended.await();
        }
    }

    /** Runs on the system's request to stop: lets the main thread close everything, then ends with "done". */
    private void stop(CountDownLatch closed) {
        if (closed.getCount() == 0) {
            // It ended by itself; how, its own exit code says.
            return;
        }
        ended.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (lost.isEmpty()) {
            // A requested stop that went well is no failure, whatever number the signal would give.
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        }
    }

    private OpenNode open(Home home, Listening listening, boolean demonstration) {
        try {
            return Opening.open(home, listening, demonstration, invocation, this::lose, course.values());
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw options.inUse();
                }
            }
            throw e;
        }
    }

    private void lose(Problem problem) {
        lost = Optional.of(problem);
        ended.countDown();
    }

    private ExitCode tellLost(Problem problem) {
        new Faults(invocation.messages()).tell(invocation.terminal(), List.of(problem));
        return ExitCode.DATABASE_LOST;
    }

    private ControlServer.Handler handler(OpenNode node) {
        return (typed, terminal, input) -> inside(node, typed, terminal, input);
    }

    private ExitCode inside(OpenNode node, ControlServer.Typed typed, Terminal terminal, InputStream input) {
        int number = CommandLines.execute(new Invocation(
                typed.arguments(),
                invocation.environment(),
                typed.directory(),
                typed.language(),
                terminal,
                input,
                invocation.clock(),
                invocation.random(),
                Optional.of(node)));
        for (ExitCode code : ExitCode.values()) {
            if (code.number() == number) {
                return code;
            }
        }
        return ExitCode.BROKEN;
    }
}
