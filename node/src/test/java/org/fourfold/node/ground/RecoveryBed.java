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
    static Path folder() {
        return folder(false);
    }

    /** The same, with its home for a real node or for a demonstration. */
    public static Path folder(boolean demonstration) {
        try {
            Path folder = Files.createTempDirectory("fourfold-recovery-");
            Unix.allow(folder, "rwx--x--x");
            sharePrograms(folder.resolve("home"), demonstration);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL is unpacked once for all homes of all tests. */
    static void sharePrograms(Path path) throws IOException {
        sharePrograms(path, false);
    }

    private static void sharePrograms(Path path, boolean demonstration) throws IOException {
        Home home = new Home(path);
        home.prepare(demonstration);
        Files.delete(home.server());
        Files.createSymbolicLink(home.server(), TestServer.programs());
    }

    public static void remove(Path folder) {
        Orphan.stop(folder.resolve("home").resolve("data"));
        PostgresBinaries.delete(folder);
    }

    static Ground open(Path folder) {
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
