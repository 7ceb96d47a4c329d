package org.fourfold.command;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fourfold.command.terminal.Faults;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.ground.Home;
import org.fourfold.node.tour.Neighbours;

/**
 * The demonstration's second node: this program once more, in a process of its own, under the same Java, options and jars.
 * It lives as long as the pipe to its input is open, so that it ends with this process however this one ends. That it does
 * not start, or ends, is told and does no harm to the first.
 */
final class SecondNode {

    /** The line with which the second node says that it answers; what it said before is for people. */
    static final String READY = "fourfold: the second node answers";

    private static final long PATIENCE_SECONDS = 60;

    /** What belongs to the first node alone: its database, its folder, its passphrase. */
    private static final List<String> NOT_INHERITED =
            List.of(Opening.DATABASE_URL, "FOURFOLD_HOME", "FOURFOLD_PASSPHRASE");

    private final Invocation invocation;
    private final Home home;
    private final int port;
    private final int firstPort;
    private final CountDownLatch firstWasTold = new CountDownLatch(1);
    private volatile Optional<Process> process = Optional.empty();
    private volatile Optional<Thread> listener = Optional.empty();
    private volatile boolean ending;

    SecondNode(Invocation invocation, Home home, int port, int firstPort) {
        this.invocation = invocation;
        this.home = home;
        this.port = port;
        this.firstPort = firstPort;
    }

    /** Starts it and returns at once. */
    void start() {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(NOT_INHERITED);
        try {
            Process started = builder.start();
            process = Optional.of(started);
            listener =
                    Optional.of(Thread.ofPlatform().daemon().name("second-node").start(() -> listen(started)));
        } catch (IOException e) {
            tellProblem("command.unit-not-started");
        }
    }

    /** Where it answers, while it lives. */
    Optional<String> address() {
        return process.filter(Process::isAlive).map(_ -> Neighbours.onThisMachine(port));
    }

    /** The first node has said all it had to say: from now on what this one says goes to the terminal. */
    void tell() {
        firstWasTold.countDown();
    }

    /** Asks it to end; returns at once. */
    void askToEnd() {
        ending = true;
        process.ifPresent(running -> {
            try {
                running.getOutputStream().close();
            } catch (IOException gone) {
                // It ended by itself.
                return;
            }
        });
    }

    /** Ends it and waits until it is gone. */
    void end() {
        askToEnd();
        tell();
        process.ifPresent(SecondNode::await);
        listener.ifPresent(SecondNode::await);
    }

    private static void await(Process running) {
        try {
            if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                running.destroy();
            }
            if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread reading) {
        try {
            reading.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps what it says until it answers, and passes on what comes after that. */
    private void listen(Process running) {
        List<String> said = new ArrayList<>();
        boolean answers = false;
        try (BufferedReader output = running.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (answers) {
                    invocation.terminal().remark(line);
                } else if (line.equals(READY)) {
                    firstWasTold.await();
                    said.forEach(invocation.terminal()::line);
                    answers = true;
                } else {
                    said.add(line);
                }
            }
            firstWasTold.await();
            // Ctrl-C reaches both nodes at once: this one may be done before the first asks it to.
            boolean asked = ending || running.waitFor() == ExitCode.DONE.number();
            if (!asked) {
                tellEnd(answers, said);
            }
        } catch (IOException broken) {
            tellEnd(answers, said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellEnd(boolean answered, List<String> said) {
        if (!answered) {
            said.forEach(invocation.terminal()::remark);
        }
        tellProblem(answered ? "command.unit-ended" : "command.unit-not-started");
    }

    private void tellProblem(String code) {
        String place = home.path().toString();
        Problem problem = new Problem(code, new Problem.Place.File(place), Map.of("log", home.logs() + "/node.log"));
        new Faults(invocation.messages()).tell(invocation.terminal(), List.of(problem));
    }

    /** This process's own command line, with another command at its end. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String classes = System.getProperty("java.class.path");
        // As this process was started: the quick start's cache is made for one jar that names the others.
        if (classes.endsWith(".jar") && !classes.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classes));
        } else {
            command.addAll(List.of("-cp", classes, Fourfold.class.getName()));
        }
        command.addAll(
                List.of("demo-unit", "--no-browser", "--home", home.path().toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--shelter-port", Integer.toString(firstPort)));
        command.addAll(List.of("--language", invocation.language().tag()));
        return command;
    }
}
