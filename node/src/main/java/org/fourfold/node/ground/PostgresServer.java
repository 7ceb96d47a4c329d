package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * PostgreSQL as a child process on a port of its own. Started when it answers; closed when no process of it is left.
 * Whoever starts it holds the home's lock. Threads: {@link #start} and {@link #close} exclude each other.
 */
final class PostgresServer implements AutoCloseable {

    /** Recovery after a fault may take long; as long as the process lives, it is at work. */
    private static final Duration STARTING = Duration.ofMinutes(10);

    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final Duration STOPPING_HARD = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final int PORTS_TRIED_MAX = 5;
    private static final int STARTS_TRIED_MAX = 3;

    private final ServerPlaces places;
    private final PostgresCommands commands;
    private final Durability durability;
    private final int port;
    private Process process;
    private boolean closed;

    private PostgresServer(
            ServerPlaces places, PostgresCommands commands, Durability durability, int port, Process process) {
        this.places = places;
        this.commands = commands;
        this.durability = durability;
        this.port = port;
        this.process = process;
    }

    /** Starts a server on a free port. What an earlier node left running on the same data is stopped first. */
    static PostgresServer start(
            ServerPlaces places, PostgresCommands commands, Durability durability, IntSupplier ports) {
        for (int tried = 1; ; tried++) {
            int port = ports.getAsInt();
            try {
                Process process = launchAlone(places, commands, durability, port);
                return new PostgresServer(places, commands, durability, port, process);
            } catch (PortTakenException e) {
                // Somebody took it between our look and the server's.
                if (tried == PORTS_TRIED_MAX) {
                    throw ServerFault.problem("", places);
                }
            }
        }
    }

    /** A port of the loopback address that is free at this moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(DatabaseAddress.LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops what is left of an earlier server, then starts. A node killed while it started a server leaves one that no look
     * at the processes finds for a moment: if that one was quicker, it is stopped and ours started once more.
     */
    private static Process launchAlone(
            ServerPlaces places, PostgresCommands commands, Durability durability, int port) {
        for (int tried = 1; ; tried++) {
            Orphan.stop(places.data());
            try {
                return launch(places, commands, durability, port);
            } catch (DataTakenException e) {
                if (tried == STARTS_TRIED_MAX) {
                    throw ServerFault.problem("", places);
                }
            }
        }
    }

    private static Process launch(ServerPlaces places, PostgresCommands commands, Durability durability, int port) {
        try {
            ServerLog log = new ServerLog(places.log());
            log.open();
            log.rotateWhenFull();
            long before = log.size();
            Process process = commands.process(commands.serve(places.data(), port, durability), places.folder())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(places.log().toFile()))
                    .start();
            process.getOutputStream().close();
            boolean decided =
                    Waiting.until(() -> !process.isAlive() || isReady(places.data(), process.pid()), STARTING, PAUSE);
            if (decided && process.isAlive()) {
                return process;
            }
            process.destroyForcibly();
            String said = log.since(before);
            if (ServerFault.isDataTaken(said)) {
                throw new DataTakenException();
            }
            Orphan.waitUntilEmpty(places.data());
            if (ServerFault.isPortTaken(said)) {
                throw new PortTakenException();
            }
            throw ServerFault.problem(said, places);
        } catch (IOException e) {
            throw StorageFault.problem(e, places.folder());
        }
    }

    private static boolean isReady(Path data, long pid) {
        return PostmasterFile.read(data)
                .filter(file -> file.pid() == pid && file.ready())
                .isPresent();
    }

    int port() {
        return port;
    }

    DatabaseAddress address(String database) {
        return DatabaseAddress.here(port, database);
    }

    synchronized long pid() {
        return process.pid();
    }

    synchronized Process process() {
        return process;
    }

    /** Keeps the server's log small. */
    void rotateLog() {
        new ServerLog(places.log()).rotateWhenFull();
    }

    /** Starts again after the process died, on the same port, for the pools know it by its port. */
    synchronized void restart() {
        if (closed) {
            throw new IllegalStateException("the server was closed");
        }
        process = launchAlone(places, commands, durability, port);
    }

    /** Ends all sessions, writes everything, stops. */
    @Override
    public synchronized void close() {
        if (closed) {
            // The data directory may be another server's by now.
            return;
        }
        closed = true;
        if (process.isAlive()) {
            Unix.Signal first = durability == Durability.KEPT ? Unix.Signal.INT : Unix.Signal.QUIT;
            Unix.signal(process.pid(), first);
            if (!hasEnded(STOPPING)) {
                Unix.signal(process.pid(), Unix.Signal.QUIT);
            }
            if (!hasEnded(STOPPING_HARD)) {
                process.destroyForcibly();
            }
        }
        Orphan.waitUntilEmpty(places.data());
    }

    private boolean hasEnded(Duration limit) {
        return Waiting.until(() -> !process.isAlive(), limit, PAUSE);
    }

    private static final class DataTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class PortTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
