package org.fourfold.node.trust.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.ledger.entry.Commitment;
import org.fourfold.ledger.entry.Entry;
import org.fourfold.ledger.entry.Pseudonym;
import org.fourfold.node.frame.CopyInto;
import org.fourfold.node.frame.CopyLine;
import org.fourfold.node.frame.Tx;

/** Gives a batch of recorded events their places and makes their entries, in one transaction. */
public final class Batch {

    /** Where the order stands. */
    private record Last(long position, Instant at, Instant sequencedAt) {}

    private final Tx tx;
    private final Instant now;
    private final RandomGenerator random;
    private Duration behind = Duration.ZERO;

    public Batch(Tx tx, Instant now, RandomGenerator random) {
        this.tx = tx;
        this.now = now;
        this.random = random;
    }

    /** At most so many; how many there were. Without a log nothing has a place yet. */
    public int run(int most) {
        boolean waiting = tx.sql("SELECT EXISTS (SELECT 1 FROM trust.pending)").one((rs, n) -> rs.getBoolean(1));
        if (!waiting) {
            return 0;
        }
        // One sequencer at a time, until the transaction ends.
        tx.sql("SELECT pg_advisory_xact_lock(4664, 1)").run();
        Optional<Integer> log = tx.sql("SELECT number FROM trust.log ORDER BY number DESC LIMIT 1")
                .optional((rs, n) -> rs.getInt(1));
        if (log.isEmpty()) {
            return 0;
        }
        List<SequencedEvent> events = take(most);
        if (!events.isEmpty()) {
            place(log.get(), events);
        }
        return events.size();
    }

    /** How far the clock stood before the last place that was given: it was set back. Zero otherwise. */
    public Duration behind() {
        return behind;
    }

    private List<SequencedEvent> take(int most) {
        return tx.sql("""
                WITH batch AS (
                    DELETE FROM trust.pending
                    WHERE entry IN (SELECT entry FROM trust.pending ORDER BY entry LIMIT :most)
                    RETURNING entry)
                SELECT e.entry, e.recorded_at, e.module, e.type, e.member, e.role, e.purpose, e.organisation, e.subject,
                       e.field_groups, e.row_count, e.detail, e.sealed
                FROM batch JOIN trust.event e ON e.entry = batch.entry ORDER BY e.entry
                """).with("most", most).list((rs, n) -> SequencedEvent.row(rs));
    }

    private void place(int log, List<SequencedEvent> events) {
        int epoch = tx.sql("SELECT greatest(1, max(number)) FROM trust.epoch").one((rs, n) -> rs.getInt(1));
        Pseudonyms pseudonyms = new Pseudonyms(tx, epoch, random);
        Map<UUID, Pseudonym> members = pseudonyms.of(Pseudonyms.Kind.MEMBER, ids(events, SequencedEvent::member));
        Map<UUID, Pseudonym> subjects = pseudonyms.of(Pseudonyms.Kind.SUBJECT, ids(events, SequencedEvent::subject));
        Last last = last();
        behind = now.isAfter(last.sequencedAt()) ? Duration.ZERO : Duration.between(now, last.sequencedAt());
        Instant sequenced = now.plus(behind);
        Instant at = last.at();
        long position = last.position();
        CopyInto rows = new CopyInto(
                tx,
                "COPY trust.sequence (position, entry, sequenced_at, log, leaf, salt, epoch, actor, subject) FROM STDIN");
        CopyLine line = new CopyLine();
        for (SequencedEvent event : events) {
            at = event.recordedAt().isAfter(at) ? event.recordedAt() : at;
            byte[] salt = new byte[Commitment.SALT_BYTES];
            random.nextBytes(salt);
            Optional<Pseudonym> by = event.member().map(members::get);
            Optional<Pseudonym> of = event.subject().map(subjects::get);
            Entry entry = new Entry(
                    at.truncatedTo(ChronoUnit.MICROS),
                    by,
                    Commitment.of(EventBody.of(event), salt),
                    epoch,
                    of,
                    event.purpose().map(code -> code.toLowerCase(Locale.ROOT)),
                    event.type());
            rows.line(line.number(++position)
                    .number(event.entry())
                    .text(sequenced.toString())
                    .number(log)
                    .bytes(entry.bytes())
                    .bytes(salt)
                    .number(epoch)
                    .orNull(by.map(one -> "\\x" + one.hex()).orElse(""))
                    .orNull(of.map(one -> "\\x" + one.hex()).orElse(""))
                    .take());
        }
        rows.send();
    }

    private static Set<UUID> ids(List<SequencedEvent> events, Function<SequencedEvent, Optional<UUID>> id) {
        return events.stream().map(id).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** The last place that was given, and the time its entry bears, which no later entry's may be before. */
    private Last last() {
        return tx.sql("""
                SELECT position, sequenced_at, leaf FROM trust.sequence ORDER BY position DESC LIMIT 1
                """)
                .optional((rs, n) -> {
                    Instant sequenced =
                            rs.getObject("sequenced_at", OffsetDateTime.class).toInstant();
                    byte[] leaf = rs.getBytes("leaf");
                    Instant at = leaf == null
                            ? Instant.EPOCH
                            : Entry.parse(leaf).orElseThrow().at();
                    return new Last(rs.getLong("position"), at, sequenced);
                })
                .orElse(new Last(-1, Instant.EPOCH, Instant.EPOCH));
    }
}
