package org.fourfold.node.trust;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventReserve;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.trust.internal.ReserveFile;
import org.fourfold.node.trust.internal.ReservedEvent;

/**
 * What lets a file be opened in an emergency while the disk is full: a file whose room was taken beforehand takes the event,
 * and a pass shows row security that it did. The pass names file, member and end, and is made with a key that this start of
 * the node gave the database; who only speaks SQL cannot make one.
 *
 * <p>What stands in the reserve is brought into the record as soon as there is room again, each event once. Openings are
 * held in memory: after a restart nobody is signed in, and on a full disk nobody can be. Threads: safe.
 */
public final class Reserve implements EventReserve {

    /** How long an opening holds; the database checks the same. */
    public static final Duration OPEN_MAX = Duration.ofHours(3);

    private static final int KEY_BYTES = 32;

    private final ReserveFile file;
    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final byte[] key = new byte[KEY_BYTES];
    private final Map<Opening, Instant> openings = new HashMap<>();
    private boolean prepared;

    private record Opening(MemberId member, CaseFileId file) {}

    /**
     * One event that waits in the reserve.
     *
     * @param at when it happened
     */
    public record Kept(UUID id, Instant at, Actor actor, Event event) {}

    public Reserve(Path folder, Database trust, InstantSource clock, RandomGenerator random) {
        this.file = new ReserveFile(folder.resolve("events"));
        this.database = trust;
        this.clock = clock;
        this.random = random;
        random.nextBytes(key);
    }

    /** Takes the room and gives the database this start's key, where that was not done yet. */
    public synchronized void prepare() {
        if (prepared) {
            return;
        }
        file.prepare();
        database.asNode(tx -> {
            tx.sql("SELECT trust.keep_reserve_key(:key)").with("key", key).run();
            return true;
        });
        prepared = true;
    }

    public synchronized boolean isPrepared() {
        return prepared;
    }

    @Override
    public synchronized void keep(Actor actor, Event event) {
        ReservedEvent reserved = new ReservedEvent(RandomIds.uuid(random), clock.instant(), actor, event);
        if (!prepared || !file.add(reserved.write())) {
            throw new NoRoomException();
        }
    }

    /** From now on the member may open the file; called once its event is kept. */
    public synchronized void open(MemberId member, CaseFileId id) {
        openings.put(new Opening(member, id), clock.instant().plus(OPEN_MAX));
    }

    /** What shows the database that the opening holds; empty when there is none. */
    public synchronized Optional<String> pass(MemberId member, CaseFileId id) {
        return Optional.ofNullable(openings.get(new Opening(member, id)))
                .filter(until -> until.isAfter(clock.instant()))
                .map(until -> pass(member, id, until.toEpochMilli()));
    }

    /** What waits, oldest first. */
    public synchronized List<Kept> waiting() {
        return file.records().stream()
                .map(ReservedEvent::read)
                .map(event -> new Kept(event.id(), event.at(), event.actor(), event.event()))
                .toList();
    }

    /**
     * Brings what waits into the record and empties the reserve. Where it fails midway all of it stays, and what was brought
     * in is not brought in again by the next try.
     */
    public synchronized void bringIn(Consumer<Kept> record) {
        List<Kept> waiting = waiting();
        if (waiting.isEmpty()) {
            return;
        }
        waiting.stream().filter(kept -> !isIn(kept.id())).forEach(record);
        file.clear();
        // Those that still hold have their row now.
        openings.clear();
    }

    private boolean isIn(UUID id) {
        return database.asNode(tx -> tx.sql("SELECT EXISTS (SELECT FROM trust.reserve_merged WHERE id = :id)")
                .with("id", id)
                .one((row, n) -> row.getBoolean(1)));
    }

    private String pass(MemberId member, CaseFileId id, long until) {
        ByteBuffer said = ByteBuffer.allocate(2 * KEY_BYTES + 16 + 16 + 8).put(key);
        put(said, id.value());
        put(said, member.value());
        said.putLong(until).put(key);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.array());
            return until + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ByteBuffer said, UUID id) {
        said.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
