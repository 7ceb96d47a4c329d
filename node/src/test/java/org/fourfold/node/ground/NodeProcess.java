package org.fourfold.node.ground;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;

/**
 * A node's ground in a process of its own, to be killed. It tells what it found ({@code kept ...}) and that it is ready;
 * then writers write until the end, and each line {@code ack ...} on its output tells of a commit that had returned.
 */
public final class NodeProcess {

    public static final Actor ACTOR = new Actor(
            new MemberId(new UUID(1, 1)), Role.CASEWORKER, Purpose.PROTECTION, new OrganisationId(new UUID(2, 2)));
    static final EventType WRITTEN = new EventType("test.written");

    /** Recorded in the same transaction, with the same detail: one without the other would be half of what was done. */
    static final EventType WRITTEN_TOO = new EventType("test.written-too");

    static final String ACKNOWLEDGED = "ack ";
    static final String KEPT = "kept ";

    private NodeProcess() {}

    /** Arguments: the home, the name of the round, the number of writers. */
    public static void main(String[] arguments) throws InterruptedException {
        run(arguments, RecoveryBed::written);
    }

    /** What is done with a ground that was just opened, before anybody writes; it returns what was found there. */
    @FunctionalInterface
    public interface Opening {
        Collection<String> open(Ground ground) throws IOException;
    }

    /** The same, opened as one likes. */
    public static void run(String[] arguments, Opening opening) throws InterruptedException {
        Home home = new Home(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            home.prepare(false);
            Ground ground =
                    Ground.open(home, Optional.empty(), InstantSource.system(), new SecureRandom(), listener(out));
            ground.migrate(Set.of("trust"));
            Runtime.getRuntime().addShutdownHook(new Thread(ground::close));
            opening.open(ground).forEach(detail -> out.println(KEPT + detail));
            out.println("ready");
            int writers = Integer.parseInt(arguments[2]);
            for (int writer = 0; writer < writers; writer++) {
                String name = arguments[1] + "/" + writer;
                Thread.ofPlatform().start(() -> write(ground.databases().of("protection"), name, out));
            }
            Thread.currentThread().join();
        } catch (ProblemException e) {
            out.println("problem " + e.getMessage());
        } catch (IOException e) {
            out.println("problem " + e);
        }
    }

    private static void write(Database database, String name, PrintStream out) {
        for (long number = 0; ; number++) {
            String detail = name + "/" + number;
            try {
                database.write(ACTOR, tx -> {
                    tx.record(Event.of(WRITTEN).detail(detail));
                    tx.record(Event.of(WRITTEN_TOO).detail(detail));
                    return 0;
                });
                out.println(ACKNOWLEDGED + detail);
            } catch (RuntimeException e) {
                out.println("failed " + e.getClass().getSimpleName());
            }
        }
    }

    private static GroundListener listener(PrintStream out) {
        return new GroundListener() {
            @Override
            public void restarted() {
                out.println("restarted");
            }

            @Override
            public void lost(Problem problem) {
                out.println("lost " + problem.code());
                Runtime.getRuntime().halt(Ground.EXIT_DATABASE_LOST);
            }
        };
    }
}
