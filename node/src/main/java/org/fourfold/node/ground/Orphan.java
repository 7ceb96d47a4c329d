package org.fourfold.node.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * A PostgreSQL that outlived the node that started it. It is stopped before another is started, and no process of it is
 * left when the next one opens the data directory. Only processes that work in that very folder are touched: a number in
 * an old {@code postmaster.pid} may meanwhile belong to anybody.
 */
final class Orphan {

    private static final Duration ASKED = Duration.ofSeconds(60);
    private static final Duration TOLD = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Orphan() {}

    /** Stops what works in the data directory; whether there was anything. The caller holds the home's lock. */
    static boolean stop(Path data) {
        if (Unix.processesIn(data).isEmpty()) {
            forget(data);
            return false;
        }
        PostmasterFile.read(data)
                .filter(file -> Unix.processesIn(data).contains(file.pid()))
                .ifPresent(file -> {
                    Unix.signal(file.pid(), Unix.Signal.INT);
                    if (!isEmptied(data, ASKED)) {
                        Unix.signal(file.pid(), Unix.Signal.QUIT);
                    }
                });
        // Without a postmaster its children end by themselves as soon as they notice.
        if (!isEmptied(data, TOLD)) {
            Unix.processesIn(data).forEach(pid -> Unix.signal(pid, Unix.Signal.KILL));
        }
        waitUntilEmpty(data);
        forget(data);
        return true;
    }

    /**
     * Removes a {@code postmaster.pid} that no process stands behind: after a restart of the machine its number may belong
     * to any program, and PostgreSQL would refuse to start for its sake.
     */
    private static void forget(Path data) {
        if (Unix.knowsProcesses()) {
            try {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw StorageFault.problem(e, data);
            }
        }
    }

    /** Waits until no process of an ended server is left. */
    static void waitUntilEmpty(Path data) {
        if (isEmptied(data, TOLD)) {
            return;
        }
        Unix.processesIn(data).forEach(pid -> Unix.signal(pid, Unix.Signal.KILL));
        if (!isEmptied(data, TOLD)) {
            throw new ProblemException(Problem.of("ground.server-left").with("place", data.toString()));
        }
    }

    private static boolean isEmptied(Path data, Duration limit) {
        return Waiting.until(() -> Unix.processesIn(data).isEmpty(), limit, PAUSE);
    }
}
