package org.fourfold.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.trust.Ledger;
import org.fourfold.node.trust.PseudonymTable;

/**
 * Events that get a place and come under a signed, published checkpoint, on the node's own durable PostgreSQL: a backlog
 * that is drained, then a steady offer of 5,000 a second with the time from the commit of each event to the checkpoint
 * that covers it. In both the events are committed many to a transaction, by the record's own function, so that the
 * writers are not the limit. Beside them, in the same run: PostgreSQL's own commits, and the commits of a façade.
 * Arguments, each optional: seconds of each measurement, writers of the façade.
 */
final class Sequencer {

    private static final Path HOME = Path.of("bench", "results", "sequencer-home");
    private static final EventType READ = new EventType("file.read");
    private static final int BACKLOG = 500_000;
    private static final int BACKLOG_STEP = 10_000;
    private static final int OFFERED = 5_000;
    private static final int OFFERS_A_SECOND = 50;
    private static final int SUBJECTS = 2_000;
    private static final double AIM_RATE = 5_000;
    private static final double AIM_MILLIS = 500;
    private static final long LOOK_NANOS = 1_000_000;

    private final ScratchNode node;
    private final Database protection;
    private final Actor actor;
    private final org.fourfold.node.trust.Sequencer sequencer;
    private final Random random = new Random(20_261_126);
    private final List<UUID> subjects = new ArrayList<>();
    private final int seconds;
    private final int writers;

    /** How many events of a transaction were committed, all together until then, and when. */
    private record Mark(long events, long nanos) {}

    private Sequencer(ScratchNode node, int seconds, int writers) {
        this.node = node;
        this.seconds = seconds;
        this.writers = writers;
        var databases = node.ground().databases();
        this.protection = databases.of("protection");
        this.actor = node.actor("caseworker", Role.CASEWORKER, Purpose.PROTECTION);
        InstantSource clock = InstantSource.system();
        Database trust = databases.of("trust");
        Ledger ledger = new Ledger(trust, node.keyring(), node.ground().home().ledger(), clock);
        ledger.check();
        PseudonymTable pseudonyms = new PseudonymTable(trust, node.keyring(), clock);
        this.sequencer = new org.fourfold.node.trust.Sequencer(trust, ledger, pseudonyms, clock, node.random());
        for (int i = 0; i < SUBJECTS; i++) {
            subjects.add(new UUID(random.nextLong(), random.nextLong()));
        }
    }

    static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int writers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        var caseworker = new Founders.Invented(
                new NewMember(new SignInName("caseworker"), "Caseworker (invented)", Language.ES),
                "not used to sign in",
                Set.of(Role.CASEWORKER),
                Optional.empty(),
                false);
        try (ScratchNode node = new ScratchNode(HOME, List.of(caseworker))) {
            new Sequencer(node, seconds, writers).measure();
        }
    }

    private void measure() throws Exception {
        System.out.println(Machine.line(HOME));
        sequencer.drain();
        double drained = backlog();
        try (sequencer) {
            sequencer.start();
            steady();
            double facade = Commits.rate(Commits.same(writers, this::read), seconds);
            System.out.printf(
                    Locale.ROOT,
                    "façade: %d writers, the sequencer beside them: %.0f commits a second%n",
                    writers,
                    facade);
        }
        var databases = node.ground().databases();
        for (int clients : new int[] {1, 16}) {
            double plain = Commits.plain(databases, clients, Math.max(1, seconds / 2));
            System.out.printf(
                    Locale.ROOT,
                    "PostgreSQL alone, one row a commit, %d at once: %.0f commits a second; sequencer %.2f times that%n",
                    clients,
                    plain,
                    drained / plain);
        }
        System.out.println(Machine.load());
    }

    /** One event as most are, by a façade's own road. */
    private void read() {
        UUID subject = subjects.get((int) (Thread.currentThread().threadId() % SUBJECTS));
        protection.write(actor, tx -> {
            tx.record(Event.of(READ).about(subject).groups(Set.of(FieldGroup.NOTES)));
            return true;
        });
    }

    /** As many events in one transaction, of subjects in turn, through the function by which every façade records. */
    private void append(int events) {
        UUID[] about = new UUID[events];
        for (int i = 0; i < events; i++) {
            about[i] = subjects.get(random.nextInt(SUBJECTS));
        }
        protection.write(actor, tx -> {
            var _ = tx.sql("""
                    SELECT count(trust.append(clock_timestamp(), 'file.read', subject, 'NOTES', 1, '', NULL)::text)
                    FROM unnest(:about) AS subject
                    """).with("about", Arrays.copyOf(about, events - 1)).one((rs, n) -> rs.getLong(1));
            tx.record(Event.of(READ).about(about[events - 1]).groups(Set.of(FieldGroup.NOTES)));
            return true;
        });
    }

    private double backlog() {
        long before = published();
        long begun = System.nanoTime();
        for (int i = 0; i < BACKLOG; i += BACKLOG_STEP) {
            append(BACKLOG_STEP);
        }
        double loaded = (System.nanoTime() - begun) / 1e9;
        Machine.Cpu cpu = Machine.cpu();
        begun = System.nanoTime();
        sequencer.drain();
        double took = (System.nanoTime() - begun) / 1e9;
        Machine.Cpu used = Machine.cpu().minus(cpu);
        long covered = published() - before;
        if (covered != BACKLOG) {
            throw new IllegalStateException(covered + " of " + BACKLOG + " are under the checkpoint");
        }
        System.out.printf(
                Locale.ROOT,
                "backlog: %d events committed in %.1f s, %d a transaction; under a checkpoint in %.1f s: %.0f entries a second"
                        + " (processor: Java %.1f s, PostgreSQL %.1f s); aim >= %.0f, ratio %.2f%n",
                BACKLOG,
                loaded,
                BACKLOG_STEP,
                took,
                BACKLOG / took,
                used.java(),
                used.children(),
                AIM_RATE,
                BACKLOG / took / AIM_RATE);
        return BACKLOG / took;
    }

    private void steady() throws Exception {
        long base = published();
        List<Mark> commits = new ArrayList<>();
        List<Mark> checkpoints = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().start(() -> watch(base, checkpoints, done));
        long begun = System.nanoTime();
        long all = 0;
        for (int offer = 0; offer < seconds * OFFERS_A_SECOND; offer++) {
            LockSupport.parkNanos(begun + offer * 1_000_000_000L / OFFERS_A_SECOND - System.nanoTime());
            append(OFFERED / OFFERS_A_SECOND);
            all += OFFERED / OFFERS_A_SECOND;
            commits.add(new Mark(all, System.nanoTime()));
        }
        double offering = (System.nanoTime() - begun) / 1e9;
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (published() - base < all && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        done.set(true);
        watch.join();
        System.out.printf(
                Locale.ROOT,
                "steady: %d events in %.1f s, %.0f a second, %d a transaction; %d checkpoints%n",
                all,
                offering,
                all / offering,
                OFFERED / OFFERS_A_SECOND,
                checkpoints.size());
        System.out.println(latencies(commits, checkpoints).line("commit to checkpoint", 99, AIM_MILLIS));
    }

    /** Each event waits from its transaction's commit to the first sight of a checkpoint that is as large. */
    private static Percentiles latencies(List<Mark> commits, List<Mark> checkpoints) {
        long[] nanos = new long[Math.toIntExact(commits.getLast().events())];
        int at = 0;
        int event = 0;
        for (Mark commit : commits) {
            for (; event < commit.events(); event++) {
                while (checkpoints.get(at).events() <= event) {
                    at++;
                }
                nanos[event] = checkpoints.get(at).nanos() - commit.nanos();
            }
        }
        return new Percentiles(nanos);
    }

    private static void watch(long base, List<Mark> checkpoints, AtomicBoolean done) {
        long last = base;
        boolean ending;
        do {
            ending = done.get();
            long size = published();
            if (size > last) {
                checkpoints.add(new Mark(size - base, System.nanoTime()));
                last = size;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        } while (!ending);
    }

    /** The size under the checkpoint that stands in the second store now: what anybody may hold the log to. */
    private static long published() {
        try {
            byte[] note = Files.readAllBytes(HOME.resolve("ledger/published/1.checkpoint"));
            return Long.parseLong(new String(note, StandardCharsets.UTF_8).split("\n", 3)[1]);
        } catch (IOException e) {
            throw new IllegalStateException("no checkpoint was published", e);
        }
    }
}
