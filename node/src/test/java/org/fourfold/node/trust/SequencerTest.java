package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SequencerTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final EventType DONE = new EventType("test.done");
    private static final Actor ACTOR =
            new Actor(MemberId.random(RANDOM), Role.CASEWORKER, Purpose.PROTECTION, OrganisationId.random(RANDOM));

    private final RecordBed bed = new RecordBed();
    private final TestDatabase test = bed.test;
    private final Database protection = bed.protection;
    private final Database trust = bed.trust;

    @AfterEach
    void close() {
        bed.close();
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            protection.write(ACTOR, tx -> {
                tx.record(Event.of(DONE));
                return true;
            });
        }
    }

    private void appendAndFail() {
        try {
            protection.write(ACTOR, tx -> {
                tx.record(Event.of(DONE));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }
    }

    private List<Long> positions() {
        return trust.asNode(tx ->
                tx.sql("SELECT position FROM trust.sequence ORDER BY position").list((rs, n) -> rs.getLong(1)));
    }

    private static List<Long> upTo(long count) {
        return java.util.stream.LongStream.range(0, count).boxed().toList();
    }

    @Test
    void positionsAreContiguousThoughTransactionsWereRolledBack() {
        Sequencer sequencer = bed.sequencer();
        append(2);
        appendAndFail();
        append(1);

        assertThat(sequencer.drain()).isEqualTo(3);
        append(2);
        assertThat(sequencer.drain()).isEqualTo(2);

        assertThat(positions()).isEqualTo(upTo(5));
        assertThat(new Trust(trust).status().pending()).isZero();
        assertThat(new Trust(trust).status().lastPosition()).hasValue(4);
    }

    @Test
    void twoSequencersAndManyWritersGiveEachEventOnePlace() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writers = java.util.stream.IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> append(100)))
                    .toList();
            Sequencer one = bed.sequencer();
            Sequencer two = bed.sequencer();
            while (!writers.stream().allMatch(Future::isDone)) {
                Future<?> other = threads.submit(two::drain);
                one.drain();
                other.get();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            one.drain();
        }

        assertThat(positions()).isEqualTo(upTo(400));
        long distinct = trust.asNode(
                tx -> tx.sql("SELECT count(DISTINCT entry) FROM trust.sequence").one((rs, n) -> rs.getLong(1)));
        assertThat(distinct).isEqualTo(400);
    }

    @Test
    void whatWaitedLongComesUnderACheckpointPieceByPieceAndNotOnlyAtItsEnd() {
        int piece = Sequencer.BATCHES_MAX * Sequencer.BATCH_MAX;
        assertThat(piece).isEqualTo(4_000);
        append(1);
        test.owner("INSERT INTO trust.event (recorded_at, module, type) SELECT recorded_at, module, type"
                + " FROM trust.event, generate_series(1, 5000);"
                + " INSERT INTO trust.pending SELECT entry FROM trust.event WHERE entry > 1");
        test.owner("CREATE FUNCTION trust.fail() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN IF NEW.position = 4000 THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$;"
                + " CREATE TRIGGER fail BEFORE INSERT ON trust.sequence FOR EACH ROW EXECUTE FUNCTION trust.fail()");

        org.assertj.core.api.Assertions.assertThatThrownBy(bed.sequencer::drain).isInstanceOf(RuntimeException.class);
        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(piece);
        test.owner("DROP TRIGGER fail ON trust.sequence");
        bed.sequencer.drain();
        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(5_001);
        assertThat(positions()).isEqualTo(upTo(5_001));
    }

    @Test
    void aBatchThatFailsGivesNoPositionAndLosesNoEvent() {
        append(3);
        test.owner("CREATE FUNCTION trust.fail() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN IF NEW.position = 2 THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$;"
                + " CREATE TRIGGER fail BEFORE INSERT ON trust.sequence FOR EACH ROW EXECUTE FUNCTION trust.fail()");
        Sequencer sequencer = bed.sequencer();
        org.assertj.core.api.Assertions.assertThatThrownBy(sequencer::drain).isInstanceOf(RuntimeException.class);
        assertThat(positions()).isEmpty();
        test.owner("DROP TRIGGER fail ON trust.sequence");

        sequencer.drain();

        assertThat(positions()).isEqualTo(upTo(3));
    }

    @Test
    void thatTheClockWasSetBackIsRecordedOnceUntilItHasCaughtUp() {
        Sequencer sequencer = bed.sequencer();
        append(1);
        sequencer.drain();
        bed.now = bed.now.minusSeconds(30);
        append(1);
        sequencer.drain();
        assertThat(setBack()).isEmpty();
        for (int i = 0; i < 3; i++) {
            bed.now = bed.now.minusSeconds(3_570);
            append(1);
            sequencer.drain();
            sequencer.drain();
        }
        assertThat(setBack()).containsExactly(3_600L);
        bed.now = bed.now.plusSeconds(100_000);
        append(1);
        sequencer.drain();
        bed.now = bed.now.minusSeconds(90);
        append(1);
        sequencer.drain();
        sequencer.drain();
        assertThat(setBack()).containsExactly(3_600L, 90L);
        assertThat(positions()).isEqualTo(upTo(9));
    }

    private List<Long> setBack() {
        return trust.asNode(
                tx -> tx.sql("SELECT row_count FROM trust.event WHERE type = 'record.clock-back' ORDER BY entry")
                        .list((rs, n) -> rs.getLong(1)));
    }

    @Test
    void timeNeverRunsBackThoughTheClockIsSetBack() {
        Sequencer sequencer = bed.sequencer();
        append(1);
        sequencer.drain();
        bed.now = bed.now.minusSeconds(3_600);
        append(1);
        sequencer.drain();

        List<Boolean> ordered = trust.asNode(tx -> tx.sql("""
                SELECT e.recorded_at >= lag(e.recorded_at, 1, e.recorded_at) OVER w
                       AND s.sequenced_at >= lag(s.sequenced_at, 1, s.sequenced_at) OVER w
                FROM trust.sequence s JOIN trust.event e USING (entry) WINDOW w AS (ORDER BY position)
                """).list((rs, n) -> rs.getBoolean(1)));
        assertThat(ordered).hasSize(2).containsOnly(true);
    }

    @Test
    void aRunningSequencerFollowsWithinASecond() throws Exception {
        try (Sequencer sequencer = bed.sequencer()) {
            sequencer.start();
            append(1);
            long deadline = System.nanoTime() + 1_000_000_000L;
            while (positions().isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(positions()).isEqualTo(upTo(1));
        }
    }

    @Test
    void whoConsultedIsToldNewestFirstAndAskingIsItselfToldOf() {
        UUID subject = UUID.randomUUID();
        protection.write(ACTOR, tx -> {
            tx.record(Event.of(DONE).about(subject).groups(java.util.Set.of(FieldGroup.NOTES)));
            return true;
        });
        Trust record = new Trust(trust);

        assertThat(record.consultations(ACTOR, subject, Optional.empty()).rows())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.member()).contains(ACTOR.member());
                    assertThat(one.groups()).containsExactly(FieldGroup.NOTES);
                });
        assertThat(record.consultations(ACTOR, subject, Optional.empty())
                        .rows()
                        .getFirst()
                        .type())
                .isEqualTo(new EventType("record.consulted"));
    }
}
