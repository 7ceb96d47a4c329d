package org.fourfold.node.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.internal.Codes;
import org.fourfold.node.access.internal.Events;
import org.fourfold.node.access.internal.MemberRows;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.RefusedException;

/**
 * The devices that may see this node over the network. A pairing code lives ten minutes, in memory, and works once; the
 * device then keeps a cookie whose hash stands in {@code access.device}. Threads: safe.
 */
public final class Devices {

    public static final Duration PAIRING_VALID = Duration.ofMinutes(10);

    private static final int PAIRINGS_MAX = 20;
    private static final int SHOWN_MAX = 200;
    private static final int COOKIE_BYTES = 32;

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Instant> pairings = new HashMap<>();

    public Devices(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** Opens a pairing on behalf of an administrator or supervisor, and records it. */
    public String openPairing(Actor actor) {
        asGranter(actor, tx -> {
            tx.record(Event.of(Events.DEVICE_PAIRING_OPENED));
            return true;
        });
        return openPairing();
    }

    /** Opens a pairing for whoever sees the terminal: the code to put into the address that the other device opens. */
    public synchronized String openPairing() {
        Instant now = clock.instant();
        pairings.values().removeIf(end -> end.isBefore(now));
        if (pairings.size() >= PAIRINGS_MAX) {
            pairings.clear();
        }
        String code = Codes.random(random);
        pairings.put(hash(code), now.plus(PAIRING_VALID));
        return code;
    }

    /** Whether a pairing with this code is open. */
    public synchronized boolean isOpen(String code) {
        Instant end = pairings.get(hash(code));
        return end != null && end.isAfter(clock.instant());
    }

    /** Pairs a device: the value of its cookie, once; empty when the code is not open. */
    public Optional<String> pair(String code, String label) {
        synchronized (this) {
            boolean open = isOpen(code);
            pairings.remove(hash(code));
            if (!open) {
                return Optional.empty();
            }
        }
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return database.asNode(tx -> {
            UUID id = RandomIds.uuid(random);
            tx.sql("""
                    INSERT INTO access.device (id, hash, label, paired_at, last_seen_at)
                    VALUES (:id, :hash, :label, :now, :now)
                    """)
                    .with("id", id)
                    .with("hash", cookieHash(cookie))
                    .with("label", label)
                    .with("now", clock.instant())
                    .update();
            tx.record(Event.of(Events.DEVICE_PAIRED).about(id));
            return Optional.of(cookie);
        });
    }

    /** Asked on every request from another machine. */
    public boolean isPaired(String cookie) {
        return database.asNode(tx -> tx.sql("""
                SELECT id FROM access.device WHERE hash = :hash AND revoked_at IS NULL
                """)
                .with("hash", cookieHash(cookie))
                .optional((row, n) -> row.getObject("id", UUID.class))
                .isPresent());
    }

    /** Paired devices, the newest first. */
    public List<Device> list(Actor actor) {
        return asGranter(actor, tx -> {
            List<Device> devices = tx.sql("""
                    SELECT id, label, paired_at, last_seen_at FROM access.device
                    WHERE revoked_at IS NULL ORDER BY paired_at DESC, id LIMIT :limit
                    """)
                    .with("limit", SHOWN_MAX)
                    .list((row, n) -> new Device(
                            row.getObject("id", UUID.class),
                            row.getString("label"),
                            row.getObject("paired_at", OffsetDateTime.class).toInstant(),
                            row.getObject("last_seen_at", OffsetDateTime.class).toInstant()));
            tx.record(Event.of(Events.MEMBERS_LISTED).detail("devices").count(devices.size()));
            return devices;
        });
    }

    /** Revokes a device: from its next request on it sees nothing. */
    public void revoke(Actor actor, UUID id) {
        int revoked = asGranter(actor, tx -> {
            tx.record(Event.of(Events.DEVICE_REVOKED).about(id));
            return tx.sql("UPDATE access.device SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                    .with("now", clock.instant())
                    .with("id", id)
                    .update();
        });
        assert revoked <= 1;
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private <T> T asGranter(Actor actor, Database.Work<T> work) {
        Optional<T> done = database.write(actor, tx -> {
            if (!GrantRule.mayGrant(actor.role()) || !MemberRows.holds(tx, actor.member(), actor.role())) {
                tx.record(Event.of(Events.REFUSED).detail("not-granter"));
                return Optional.empty();
            }
            return Optional.of(work.run(tx));
        });
        return done.orElseThrow(() -> new RefusedException("not-granter"));
    }

    private static String hash(String code) {
        return HexFormat.of().formatHex(Codes.hash(code));
    }

    private static byte[] cookieHash(String cookie) {
        return Codes.sha256(("device:" + cookie).getBytes(StandardCharsets.UTF_8));
    }
}
