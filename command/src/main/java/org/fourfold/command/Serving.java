package org.fourfold.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.fourfold.command.control.ControlServer;
import org.fourfold.command.terminal.Faults;
import org.fourfold.command.terminal.Terminal;
import org.fourfold.node.access.Listening;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.ground.Home;
import org.springframework.boot.web.server.PortInUseException;

/** A node that runs until it is told to stop: by SIGTERM, by Ctrl-C, or because its database is lost. */
final class Serving {

    private final Invocation invocation;
    private final ServeOptions options;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<Problem> lost = Optional.empty();

    Serving(Invocation invocation, ServeOptions options) {
        this.invocation = invocation;
        this.options = options;
    }

    /**
     * Serves the home until the end.
     *
     * @param ready what is done once the node answers and before anybody is told
     */
    ExitCode run(Home home, Listening listening, boolean demonstration, Consumer<OpenNode> ready) throws IOException {
        invocation.terminal().remark(invocation.text("command.serve.starting"));
        CountDownLatch closed = new CountDownLatch(1);
        // Before anything is opened: a request to stop in the middle of a start leaves no PostgreSQL behind either.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(closed)));
        try (OpenNode node = open(home, listening, demonstration)) {
            serve(home, node, ready, listening.tls() ? "https" : "http");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed.countDown();
        }
        return lost.map(this::tellLost).orElse(ExitCode.DONE);
    }

    private void serve(Home home, OpenNode node, Consumer<OpenNode> ready, String scheme)
            throws IOException, InterruptedException {
        if (ended.getCount() == 0) {
            return;
        }
        try (ControlServer _ = ControlServer.open(home.path(), invocation.random(), handler(node))) {
            ready.accept(node);
            String address = scheme + "://localhost:" + node.node().port() + "/";
            invocation.terminal().line(invocation.text("command.serve.address", java.util.Map.of("address", address)));
            invocation.terminal().line(invocation.text("command.serve.how-to-stop"));
            if (!options.noBrowser) {
                Browser.open(address, invocation.environment());
            }
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
            return Opening.open(home, listening, demonstration, invocation, problem -> {
                lost = Optional.of(problem);
                ended.countDown();
            });
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw options.inUse();
                }
            }
            throw e;
        }
    }

    private ExitCode tellLost(Problem problem) {
        new Faults(invocation.messages()).tell(invocation.terminal(), java.util.List.of(problem));
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
