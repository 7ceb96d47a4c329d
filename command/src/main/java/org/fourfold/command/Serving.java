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
import org.fourfold.node.frame.ProblemException;
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
        OpenNode node = open(home, listening, demonstration);
        CountDownLatch closed = new CountDownLatch(1);
        try (ControlServer _ = ControlServer.open(home.path(), invocation.random(), handler(node))) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(closed)));
            ready.accept(node);
            String scheme = listening.tls() ? "https" : "http";
            String address = scheme + "://localhost:" + node.node().port() + "/";
            invocation.terminal().line(invocation.text("command.serve.address", java.util.Map.of("address", address)));
            invocation.terminal().line(invocation.text("command.serve.how-to-stop"));
            if (!options.noBrowser) {
                Browser.open(address, invocation.environment());
            }
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            node.close();
            closed.countDown();
        }
        return lost.map(this::tellLost).orElse(ExitCode.DONE);
    }

    /** Runs on the system's request to stop: lets the main thread close everything, then ends with "done". */
    private void stop(CountDownLatch closed) {
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
                    throw new CannotStartException(new ProblemException(Problem.inField("command.port-in-use", "--port")
                            .with("port", Integer.toString(options.port))));
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
