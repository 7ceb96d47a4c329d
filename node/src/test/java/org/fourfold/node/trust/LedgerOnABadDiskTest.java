package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.trust.BadDisk.Illness;
import org.fourfold.node.trust.BadDisk.Moment;
import org.fourfold.node.trust.internal.LogCheck;
import org.fourfold.node.trust.web.RecordHealth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ledger's disk takes no writes, PostgreSQL's does: what is recorded is kept and gets its place, nothing is said to be
 * signed that is not on the disk, everybody is told, and all of it is made up for when the disk is well again.
 */
@Tag("database")
class LedgerOnABadDiskTest {

    private static final Map<Illness, String> FAULTS = Map.of(
            Illness.FULL, "ground.disk-full",
            Illness.READ_ONLY, "ground.disk-read-only",
            Illness.NOT_FORCED, "ground.disk-fault");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final BadDisk disk = new BadDisk();
    private final RecordBed bed = new RecordBed(disk::folder);
    private final Onlooker onlooker = new Onlooker(bed.folder, bed.folder.resolve("outside"));

    @AfterEach
    void close() {
        bed.close();
    }

    static Stream<Arguments> scenarios() {
        return Stream.of(Illness.values())
                .flatMap(illness -> Stream.of(Moment.values()).map(moment -> Arguments.of(illness, moment)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("scenarios")
    void theRecordGoesOnAndTheLedgerMakesUpForItWhenTheDiskIsWell(Illness illness, Moment moment) {
        bed.append(200);
        bed.sequencer.drain();
        assertThat(onlooker.look()).isEqualTo(200);
        disk.fallIll(illness, moment);

        bed.append(400);
        isRefused(illness);
        assertThat(disk.isIll()).isTrue();
        isRefused(illness);
        assertThat(places()).isEqualTo(600);
        whatIsPublishedIsOnTheDisk();
        long read = bed.protection.read(RecordBed.ACTOR, tx -> {
            tx.record(Event.of(RecordBed.DONE));
            return 1L;
        });
        assertThat(read).as("guarded reads go on: their events are kept").isOne();

        // A node that is started while its disk is ill works on as well.
        bed.restart();
        bed.sequencer.start();
        assertThat(places()).isEqualTo(601);
        assertThat(signature().state()).isEqualTo(HealthCheck.State.ILL);
        assertThat(signature().detail().key()).isEqualTo(FAULTS.get(illness) + ".fault");
        assertThat(signature().detail().values())
                .containsEntry("place", bed.ledgerFolder().toString());
        bed.sequencer.close();
        whatIsPublishedIsOnTheDisk();

        disk.recover();
        bed.sequencer.drain();
        isWhole(601);
        bed.restart();
        bed.sequencer.drain();
        assertThat(signature().state()).isEqualTo(HealthCheck.State.WELL);
    }

    /** The same process, without a start between. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("illnesses")
    void aRunningSequencerGoesOnByItselfAndSaysSo(Illness illness) {
        bed.append(3);
        bed.sequencer.start();
        disk.fallIll(illness, Moment.SECOND_STORE);
        bed.append(3);
        await(() -> signature().state() == HealthCheck.State.ILL);
        disk.recover();
        await(() -> signature().state() == HealthCheck.State.WELL
                && bed.published().checkpoint().checkpoint().size() == 6);
        bed.sequencer.close();
        isWhole(6);
    }

    static Stream<Illness> illnesses() {
        return Stream.of(Illness.values());
    }

    /** The file stands in its place, and only its name was never forced: asking the disk once more would prove nothing. */
    @Test
    void aCheckpointWhoseFolderCouldNotBeForcedIsWrittenAnew() {
        bed.append(3);
        bed.sequencer.drain();
        disk.loseNamesOf(bed.ledgerFolder().resolve("published"));
        bed.append(3);
        isRefused(Illness.NOT_FORCED);
        assertThat(disk.forced().inDoubt()).contains(bed.ledgerFolder().resolve("published/1.checkpoint"));

        disk.recover();
        bed.sequencer.drain();

        isWhole(6);
    }

    /** Between its two places: nothing new is recorded, and still both tell the same after the next start. */
    @Test
    void aCheckpointThatStandsInOnePlaceOnlyIsBroughtToTheOther() {
        bed.append(3);
        bed.sequencer.drain();
        disk.fallIll(Illness.FULL, Moment.CHECKPOINT);
        bed.append(3);
        isRefused(Illness.FULL);
        assertThat(onlooker.look()).isEqualTo(3);
        disk.recover();

        bed.restart();
        bed.sequencer.drain();

        assertThat(onlooker.look()).isEqualTo(6);
        isWhole(6);
    }

    private void isRefused(Illness illness) {
        assertThatThrownBy(bed.sequencer::drain)
                .isInstanceOf(ProblemException.class)
                .hasMessage(FAULTS.get(illness));
    }

    private HealthCheck.Finding signature() {
        try (Integrity integrity = new Integrity(bed.trust, bed.ledger, bed.keyring, bed)) {
            return new RecordHealth(integrity, bed.sequencer, bed).check().getFirst();
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private long places() {
        return bed.trust.asNode(tx -> tx.sql("""
                SELECT CASE WHEN max(position) + 1 = count(*) THEN count(*) ELSE -1 END FROM trust.sequence
                """).one((rs, n) -> rs.getLong(1)));
    }

    /** Each entry under the checkpoint, whichever it is: in its tile, from the bottom up, and none of it in doubt. */
    private void whatIsPublishedIsOnTheDisk() {
        assertThat(onlooker.look()).isGreaterThanOrEqualTo(200);
        Ledger.Published log = bed.published();
        assertThat(new LogCheck(bed.trust, log.tiles(), log.checkpoint().checkpoint(), log.firstPosition())
                        .run(done -> {}))
                .isEmpty();
        Path tiles = bed.ledgerFolder().resolve("log-1/tile");
        assertThat(disk.forced().inDoubt()).noneMatch(file -> file.startsWith(tiles));
    }

    private void isWhole(long size) {
        assertThat(bed.published().checkpoint().checkpoint().size()).isEqualTo(size);
        assertThat(onlooker.look()).isEqualTo(size);
        assertThat(disk.forced().inDoubt()).isEqualTo(Set.of());
        Ledger.Published log = bed.published();
        assertThat(new LogCheck(bed.trust, log.tiles(), log.checkpoint().checkpoint(), log.firstPosition())
                        .run(done -> {}))
                .isEmpty();
    }
}
