package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.sign.FastEd25519;
import org.fourfold.ledger.store.Head;
import org.fourfold.ledger.store.LogRefusedException;
import org.fourfold.ledger.store.LogStore;
import org.fourfold.ledger.store.TileReader;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.StorageFault;
import org.fourfold.node.trust.internal.CheckpointStore;
import org.fourfold.node.trust.internal.DailyCheckpoints;
import org.fourfold.node.trust.internal.KnownCheckpoints;
import org.fourfold.node.trust.internal.LedgerFolder;
import org.fourfold.node.trust.internal.LogRow;
import org.jspecify.annotations.Nullable;

/**
 * The log on disk: follows the places that the sequencer committed, writes their tiles, and publishes a signed checkpoint
 * within its beat. The database is always ahead of the tiles and the tiles of the checkpoint, so that a kill at any moment
 * leaves nothing published that is not kept; a database that is behind was put back, and is refused.
 *
 * <p>A locked node has no key to sign with: places are given and tiles written, and the checkpoint waits for the unlock. So
 * they wait for a disk that does not take them: what is in doubt is written anew, and nothing is taken to be on the disk
 * because a second try of the same write says so.
 *
 * <p>Threads: safe, one follows at a time.
 */
public final class Ledger {

    /** How many entries are held in memory at once. */
    private static final int READ_MAX = 4_096;

    private static final FastEd25519 CHECK = new FastEd25519();

    private final Database database;
    private final Keyring keyring;
    private final Path folder;
    private final CheckpointStore published;
    private final DailyCheckpoints daily;
    private final InstantSource clock;
    private @Nullable Open open;
    private Optional<SignedCheckpoint> last = Optional.empty();
    private volatile boolean settled;

    /** Whether this process itself brought the last checkpoint to the disk, everywhere it stands. */
    private boolean sure;

    private volatile Optional<Problem> fault = Optional.empty();
    private Optional<VerifierKey> begun = Optional.empty();

    /** The present log, its tiles open for writing. */
    private record Open(LogRow log, LogStore tiles) {}

    /** With the home's folder of the ledger and this module's own database. */
    public Ledger(Database trust, Keyring keyring, Path folder, InstantSource clock) {
        this.database = trust;
        this.keyring = keyring;
        this.folder = folder;
        this.published = LedgerFolder.published(folder);
        this.daily = new DailyCheckpoints(folder.resolve("daily"));
        this.clock = clock;
    }

    /**
     * Compares the database with what was published, before anything is written: throws {@code trust.record-rolled-back}
     * when it is older, {@code trust.record-forked} when it tells another story, {@code trust.second-store-away} when the disk
     * that was given the second store is not there: whoever takes it away must not thereby end the comparison. Needs only to
     * read: a ledger's disk that takes no writes is told of by {@link #fault} and tried again, and the node works on.
     */
    public synchronized void check() {
        if (published.isAway()) {
            Path place = folder.resolve("published");
            throw new ProblemException(new Problem(
                    "trust.second-store-away",
                    new Problem.Place.File(place.toString()),
                    Map.of("place", place.toString())));
        }
        OptionalInt last = LedgerFolder.lastLog(folder);
        if (last.isPresent()) {
            requireNotBehind(last.getAsInt());
        }
        try {
            var _ = present();
        } catch (IOException e) {
            fault = Optional.of(told(e).problems().getFirst());
        }
    }

    /** What kept the log from being written at the last try; empty when it was. */
    Optional<Problem> fault() {
        return fault;
    }

    private ProblemException told(IOException failure) {
        return StorageFault.problem(failure, folder);
    }

    private void requireNotBehind(int number) {
        boolean behind = database.asNode(tx -> LogRow.find(tx, number)
                .map(log -> log.size(tx) < size(published(log)))
                .orElse(true));
        if (behind) {
            throw new ProblemException(Problem.of("trust.record-rolled-back"));
        }
    }

    /** The checkpoint that was published last of a log; its signature is checked. */
    private Optional<SignedCheckpoint> published(LogRow log) {
        return published
                .read(log.number())
                .map(note -> log.signed(note, CHECK)
                        .orElseThrow(() -> new ProblemException(Problem.of("trust.checkpoint-damaged"))));
    }

    /**
     * A new log where the home's key has none: at the first unlock, and at the first after a restore.
     *
     * @return false where there is no log yet that this home can sign, so that nothing may get a place
     */
    synchronized boolean begin() {
        if (begun.isPresent()) {
            return true;
        }
        try {
            if (keyring.isUnlocked()) {
                begin(keyring.logKey().verifier());
                return true;
            }
        } catch (LockedException lockedMeanwhile) {
            // It begins at the next unlock.
        }
        begun = kept();
        return begun.isPresent();
    }

    private void begin(VerifierKey key) {
        database.asNode(tx -> LogRow.begin(tx, key, clock.instant()));
        begun = Optional.of(key);
        open = null;
        settled = false;
    }

    /** The key of the present log, where it is this home's. */
    private Optional<VerifierKey> kept() {
        return keyring.log()
                .filter(key -> database.asNode(LogRow::last)
                        .map(LogRow::key)
                        .filter(key::equals)
                        .isPresent());
    }

    /** Whether everything that had a place at the last look is written and signed. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Writes the tiles of everything that has a place, and publishes a checkpoint when there is something new to sign.
     * Throws {@code ground.disk-full}, {@code ground.disk-read-only} or {@code ground.disk-fault} where the disk does not
     * take it; all that is not under a checkpoint yet is written anew at the next call.
     */
    synchronized void follow() {
        settled = false;
        try {
            Open present = present();
            if (present != null) {
                append(present, Long.MAX_VALUE);
                settled = publish(present);
            }
            fault = Optional.empty();
        } catch (IOException e) {
            open = null;
            ProblemException told = told(e);
            fault = Optional.of(told.problems().getFirst());
            throw told;
        } catch (RuntimeException failure) {
            open = null;
            throw failure;
        }
    }

    private void append(Open present, long upTo) throws IOException {
        while (present.tiles().head().size() < upTo) {
            long size = present.tiles().head().size();
            int most = (int) Math.min(READ_MAX, upTo - size);
            List<byte[]> entries = database.asNode(tx -> present.log().entries(tx, size, most));
            if (entries.isEmpty()) {
                return;
            }
            present.tiles().append(entries);
        }
    }

    /**
     * Exchanges the checkpoint that this process published or found last for one of what there is now: where another stands
     * there meanwhile, a copy of this home runs elsewhere, and what it published is not written over. One that was found is
     * exchanged for itself: a kill or a fault of the disk may have come between its places.
     *
     * @return whether everything is signed
     */
    private boolean publish(Open present) throws IOException {
        Head head = present.tiles().head();
        boolean isSigned = head.size() == size(last);
        if (isSigned && (sure || last.isEmpty())) {
            return true;
        }
        Optional<SignedCheckpoint> next = isSigned ? last : sign(present.log(), head);
        if (next.isEmpty()) {
            return false;
        }
        String note = next.get().note().toString();
        int number = present.log().number();
        if (!published.swap(number, last.map(found -> found.note().toString()), note)) {
            throw new ProblemException(Problem.of("trust.checkpoint-moved"));
        }
        last = next;
        present.tiles().publish(next.get());
        daily.keep(number, clock.instant(), note);
        sure = true;
        return true;
    }

    private static long size(Optional<SignedCheckpoint> signed) {
        return signed.map(found -> found.checkpoint().size()).orElse(0L);
    }

    /** Empty while the node is locked. */
    private Optional<SignedCheckpoint> sign(LogRow log, Head head) {
        try {
            return keyring.isUnlocked()
                    ? Optional.of(
                            keyring.logKey().sign(head.checkpoint(log.key().name())))
                    : Optional.empty();
        } catch (LockedException lockedMeanwhile) {
            return Optional.empty();
        }
    }

    /** The present log, opened where it was published last; null before there is one. */
    private @Nullable Open present() throws IOException {
        Open held = open;
        if (held != null) {
            return held;
        }
        Optional<LogRow> log = database.asNode(LogRow::last);
        if (log.isEmpty()) {
            return null;
        }
        Open opened = open(log.get());
        open = opened;
        return opened;
    }

    private Open open(LogRow log) throws IOException {
        last = published(log);
        sure = false;
        Path tiles = tiles(log.number());
        KnownCheckpoints known = KnownCheckpoints.of(log, last, tiles, daily, CHECK);
        if (database.asNode(log::size) < known.size()) {
            throw new ProblemException(Problem.of("trust.record-rolled-back"));
        }
        Optional<LogStore> whole = openTiles(tiles, known.size(), log).filter(known::fit);
        return whole.isPresent() ? new Open(log, whole.get()) : rebuild(log, tiles, known);
    }

    private static Optional<LogStore> openTiles(Path tiles, long size, LogRow log) throws IOException {
        try {
            return Optional.of(LogStore.open(tiles, size, log.key(), CHECK));
        } catch (LogRefusedException damaged) {
            return Optional.empty();
        }
    }

    /** The tiles are not those that were published: the database's entries are, or the record was altered. */
    private Open rebuild(LogRow log, Path tiles, KnownCheckpoints known) throws IOException {
        LedgerFolder.putAside(tiles, "damaged", clock.instant());
        LogStore fresh = openTiles(tiles, 0, log).orElseThrow(() -> new IOException("a new folder is not empty"));
        Open rebuilt = new Open(log, fresh);
        append(rebuilt, known.size());
        if (fresh.head().size() < known.size() || !known.fit(fresh)) {
            throw new ProblemException(Problem.of("trust.record-forked"));
        }
        return rebuilt;
    }

    private Path tiles(int log) {
        return folder.resolve("log-" + log);
    }

    /** The present log as it was published last; empty before the first checkpoint. */
    public Optional<Published> latest() {
        return database.asNode(LogRow::last)
                .flatMap(log -> published(log)
                        .map(checkpoint -> new Published(
                                log.key(),
                                checkpoint,
                                new TileReader(
                                        tiles(log.number()),
                                        checkpoint.checkpoint().size()),
                                log.firstPosition(),
                                log.begunAt())));
    }

    /** The first checkpoint that was published on each day of the present log, the oldest first. */
    List<SignedCheckpoint> daily() {
        return database.asNode(LogRow::last).stream()
                .flatMap(log -> daily.of(log.number()).stream().flatMap(note -> log.signed(note, CHECK).stream()))
                .toList();
    }

    /**
     * A log as it was published: what a proof is made of.
     *
     * @param tiles the log at the checkpoint's size
     * @param firstPosition the place of its entry 0
     */
    public record Published(
            VerifierKey key,
            SignedCheckpoint checkpoint,
            TileReader tiles,
            long firstPosition,
            java.time.Instant begunAt) {}
}
