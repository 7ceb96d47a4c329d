package org.fourfold.node.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Problem;

/** Homes of real nodes for tests, and what was written in them. */
public final class RecoveryBed {

    private RecoveryBed() {}

    /** Hears nothing of note. */
    static final GroundListener QUIET = new GroundListener() {
        @Override
        public void restarted() {}

        @Override
        public void lost(Problem problem) {}
    };

    /** A folder that the user who runs PostgreSQL may pass through. */
    public static Path folder() {
        return folder(false);
    }

    /** The same, with its home for a real node or for a demonstration. */
    public static Path folder(boolean demonstration) {
        Path folder = TestRun.passableFolder("recovery");
        Home made = home(folder.resolve("home"), demonstration);
        assert made.exists();
        return folder;
    }

    /** A real node's home, prepared. PostgreSQL is unpacked once for all homes of all tests. */
    public static Home home(Path path) {
        return home(path, false);
    }

    private static Home home(Path path, boolean demonstration) {
        Home home = new Home(path);
        home.prepare(demonstration);
        try {
            Files.delete(home.server());
            Files.createSymbolicLink(home.server(), TestRun.programs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    public static void remove(Path folder) {
        Orphan.stop(folder.resolve("home").resolve("data"));
        PostgresBinaries.delete(folder);
    }

    public static Ground open(Path folder) {
        return open(folder, Optional.empty(), QUIET);
    }

    static Ground open(Path folder, Optional<String> url, GroundListener listener) {
        Home home = new Home(folder);
        home.prepare(false);
        Ground ground = Ground.open(home, url, InstantSource.system(), new SecureRandom(), listener);
        try {
            ground.migrate(Set.of("trust"));
            return ground;
        } catch (RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    /** Every process of the home's PostgreSQL, as a power cut would. */
    public static void killPostgres(Path home) {
        Unix.processesIn(home.resolve("data")).forEach(pid -> Unix.signal(pid, Unix.Signal.KILL));
    }

    /** The postmaster alone: its children find out for themselves, and may still end what they were at. */
    public static void killPostmaster(Path home) {
        PostmasterFile.read(home.resolve("data")).ifPresent(file -> Unix.signal(file.pid(), Unix.Signal.KILL));
    }

    static void write(Ground ground, String detail) {
        Database database = ground.databases().of("protection");
        database.write(NodeProcess.ACTOR, tx -> {
            tx.record(Event.of(NodeProcess.WRITTEN).detail(detail));
            return 0;
        });
    }

    static Set<String> written(Ground ground) {
        return new HashSet<>(ground.databases()
                .of("trust")
                .asNode(tx -> tx.sql("SELECT detail FROM trust.event WHERE type = 'test.written'")
                        .list((rs, n) -> rs.getString(1))));
    }

    /** Opens the home, reads what is there, closes it. */
    static Set<String> written(Path home) {
        try (Ground ground = open(home)) {
            return written(ground);
        }
    }
}
