package org.fourfold.node.trust;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.note.TlogProof;
import org.fourfold.ledger.tile.TilePath;
import org.fourfold.ledger.tree.Hash;
import org.fourfold.ledger.tree.InclusionProof;
import org.fourfold.ledger.tree.TreeHasher;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.internal.LogRow;

/**
 * The integrity of the record, for those who oversee: how it stands, any entry with its proof, and a check of everything.
 * What it shows are codes, times and pseudonyms, and nobody's data. Each method records that it was asked; a refusal is a
 * {@link RefusedException}. Threads: safe.
 */
public final class Integrity implements AutoCloseable {

    private static final EventType SHOWN = new EventType("record.shown");
    private static final EventType ENTRY_SHOWN = new EventType("record.entry-shown");
    private static final EventType PROOF_TAKEN = new EventType("record.proof-taken");
    private static final EventType REFUSED = new EventType("record.refused");

    private final Database database;
    private final Ledger ledger;
    private final Keyring keyring;
    private final FullChecks checks;

    public Integrity(Database trust, Ledger ledger, Keyring keyring, InstantSource clock) {
        this.database = trust;
        this.ledger = ledger;
        this.keyring = keyring;
        this.checks = new FullChecks(trust, ledger, clock);
    }

    /** How the record stands. */
    public Glance glance(Actor actor) {
        return seen(actor, SHOWN, "", this::glance);
    }

    /** The same for {@code doctor}: nobody acts, nothing is recorded. */
    public Glance standing() {
        List<Problem> faults = new ArrayList<>();
        Optional<Ledger.Published> published = latest(faults);
        return database.asNode(tx -> glance(tx, published, faults));
    }

    private Glance glance(Tx tx, Optional<Ledger.Published> published, List<Problem> faults) {
        long end = published
                .map(log -> log.firstPosition() + log.checkpoint().checkpoint().size())
                .orElse(0L);
        record Waiting(long pending, long unsigned, Optional<Instant> oldest, Optional<Instant> last) {}
        Waiting waiting = tx.sql("""
                SELECT (SELECT count(*) FROM trust.pending) AS pending,
                       (SELECT count(*) FROM trust.sequence WHERE position >= :end) AS unsigned,
                       (SELECT sequenced_at FROM trust.sequence WHERE position >= :end ORDER BY position LIMIT 1) AS oldest,
                       (SELECT sequenced_at FROM trust.sequence WHERE position = :end - 1) AS last
                """)
                .with("end", end)
                .one((rs, n) -> new Waiting(
                        rs.getLong("pending"), rs.getLong("unsigned"), moment(rs, "oldest"), moment(rs, "last")));
        return new Glance(
                published.map(log -> log(log, waiting.last())),
                keyring.isUnlocked(),
                waiting.pending(),
                waiting.unsigned(),
                waiting.oldest(),
                lastCheck(tx),
                checks.progress(),
                earlier(tx),
                faults);
    }

    static Glance.Log log(Ledger.Published log, Optional<Instant> lastAt) {
        return new Glance.Log(
                log.key().name(),
                log.key().toString(),
                log.key().fingerprint(),
                log.begunAt(),
                log.checkpoint().checkpoint().size(),
                log.checkpoint().checkpoint().root().base64(),
                lastAt);
    }

    private static Optional<CheckResult> lastCheck(Tx tx) {
        return tx.sql("""
                SELECT recorded_at, row_count, detail FROM trust.event WHERE type = 'record.checked'
                ORDER BY entry DESC LIMIT 1
                """)
                .optional((rs, n) -> CheckResult.parse(
                        moment(rs, "recorded_at").orElseThrow(), rs.getLong("row_count"), rs.getString("detail")));
    }

    /** All logs but the last; what was published of each stands in the event of the restore that ended it. */
    private static List<Glance.Earlier> earlier(Tx tx) {
        List<LogRow> logs = LogRow.all(tx);
        List<String> published = tx.sql(
                        "SELECT detail FROM trust.event WHERE type IN ('backup.restored', 'record.restored') ORDER BY entry DESC")
                .list((rs, n) -> rs.getString(1));
        List<Glance.Earlier> earlier = new ArrayList<>();
        for (int i = logs.size() - 2; i >= 0; i--) {
            LogRow log = logs.get(i);
            long kept = logs.get(i + 1).beforeSize().orElse(0);
            String beginning = log.key().name() + "/";
            OptionalLong lost = published.stream()
                    .filter(detail -> detail.startsWith(beginning))
                    .mapToLong(detail -> Long.parseLong(detail.substring(beginning.length())))
                    .map(size -> Math.max(0, size - kept))
                    .findFirst();
            earlier.add(new Glance.Earlier(log.key().name(), log.key().fingerprint(), log.begunAt(), kept, lost));
        }
        return earlier;
    }

    /** Checks everything in the background, waiting so long for its end; where one runs already, waits for that. */
    public void checkEverything(Actor actor, Duration patience) {
        requireOverseer(actor);
        checks.start(actor, patience);
    }

    /**
     * The entries under the last checkpoint, the latest first.
     *
     * @param after the key of the page before, from {@link Slice#next}
     */
    public Slice<EntryLine> entries(Actor actor, Optional<String> after) {
        OptionalLong before = after.map(Integrity::key).orElse(OptionalLong.empty());
        return seen(
                actor,
                SHOWN,
                "entries",
                (tx, published, faults) ->
                        published.map(log -> entries(log, before)).orElse(new Slice<>(List.of(), Optional.empty())));
    }

    private static Slice<EntryLine> entries(Ledger.Published log, OptionalLong before) {
        long size = log.checkpoint().checkpoint().size();
        long from = Math.min(size, before.orElse(size));
        List<EntryLine> lines = new ArrayList<>();
        List<byte[]> bundle = List.of();
        for (long index = from - 1; index >= 0 && lines.size() <= Slice.ROWS_MAX; index--) {
            int inside = (int) (index % TilePath.WIDTH);
            if (lines.isEmpty() || inside == TilePath.WIDTH - 1) {
                bundle = log.tiles().entries(index / TilePath.WIDTH);
            }
            lines.add(new EntryLine(index, Entry.parse(bundle.get(inside)).orElseThrow(Integrity::damaged)));
        }
        return Slice.of(lines, Slice.ROWS_MAX, line -> Long.toString(line.index()));
    }

    /** An entry with its proof; empty where the last checkpoint has no such index. */
    public Optional<EntryProof> entry(Actor actor, long index) {
        return seen(
                actor,
                ENTRY_SHOWN,
                Long.toString(index),
                (tx, published, faults) ->
                        published.filter(log -> has(log, index)).map(log -> proved(log, index)));
    }

    private static EntryProof proved(Ledger.Published log, long index) {
        byte[] bytes = log.tiles().entry(index);
        Hash leaf = new TreeHasher().leaf(bytes);
        InclusionProof proof = log.tiles().inclusion(index);
        return new EntryProof(
                index,
                Entry.parse(bytes).orElseThrow(Integrity::damaged),
                leaf.base64(),
                proof.path().size(),
                proof.holds(leaf, log.checkpoint().checkpoint().root()),
                log.checkpoint().checkpoint().size());
    }

    /** The proof of an entry as a C2SP tlog-proof, to be checked anywhere; empty as {@link #entry}. */
    public Optional<byte[]> proof(Actor actor, long index) {
        return seen(
                actor,
                PROOF_TAKEN,
                Long.toString(index),
                (tx, published, faults) -> published
                        .filter(log -> has(log, index))
                        .map(log -> TlogProof.of(
                                        log.tiles().entry(index), log.tiles().inclusion(index), log.checkpoint())
                                .bytes()));
    }

    private static boolean has(Ledger.Published log, long index) {
        return index >= 0 && index < log.checkpoint().checkpoint().size();
    }

    /** What is read of the log as it was published. */
    private interface Reading<T> {
        T of(Tx tx, Optional<Ledger.Published> published, List<Problem> faults);
    }

    private <T> T seen(Actor actor, EventType type, String detail, Reading<T> reading) {
        requireOverseer(actor);
        List<Problem> faults = new ArrayList<>();
        Optional<Ledger.Published> published = latest(faults);
        try {
            return database.read(actor, tx -> {
                T read = reading.of(tx, published, faults);
                // Last, so that what waits does not count this very event.
                tx.record(Event.of(type).detail(detail));
                return read;
            });
        } catch (UncheckedIOException unreadable) {
            throw damaged();
        }
    }

    private Optional<Ledger.Published> latest(List<Problem> faults) {
        try {
            return ledger.latest();
        } catch (ProblemException damaged) {
            faults.addAll(damaged.problems());
            return Optional.empty();
        }
    }

    private static ProblemException damaged() {
        return new ProblemException(Problem.of("trust.record-damaged"));
    }

    private void requireOverseer(Actor actor) {
        if (!IntegrityRule.maySee(actor)) {
            database.write(actor, tx -> {
                tx.record(Event.of(REFUSED).detail("role"));
                return true;
            });
            throw new RefusedException("role");
        }
    }

    private static OptionalLong key(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a key of a page", e);
        }
    }

    private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
        return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public void close() {
        checks.close();
    }
}
