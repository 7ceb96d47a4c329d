package org.fourfold.node.access.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fourfold.node.frame.Tx;

/**
 * Slows guessing. By the name that was typed, known or not, in the database: after three failures each next try must wait
 * twice as long, up to 15 minutes, and after a hundred within a day, a day. By address, in memory only, since addresses are never stored.
 * A try is counted before the password is looked at, so that tries at the same moment cannot pass together.
 */
public final class Throttle {

    static final int FREE_FAILURES = 3;
    static final int FAILURES_A_DAY_MAX = 100;
    static final Duration DELAY_MAX = Duration.ofMinutes(15);
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    static final int ADDRESS_FAILURES_MAX = 30;
    static final Duration ADDRESS_WINDOW = Duration.ofMinutes(15);
    static final int ADDRESSES_MAX = 4_096;

    private record Tries(Instant since, int failures) {}

    private final Map<String, Tries> byAddress = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    /** Counts a try for the name; false when it comes too soon. */
    public static boolean admit(Tx tx, String typedName, Instant now) {
        return tx.sql("""
                INSERT INTO access.throttle AS t (key, failures, last_at, closed_until)
                VALUES (:key, 1, :now, :now)
                ON CONFLICT (key) DO UPDATE SET
                    failures = CASE WHEN t.last_at < :forgotten THEN 1 ELSE t.failures + 1 END,
                    last_at = :now,
                    closed_until = :now::timestamptz + make_interval(secs => CASE
                        WHEN t.last_at < :forgotten OR t.failures < :free THEN 0
                        WHEN t.failures >= :most THEN 86400
                        ELSE least(power(2, least(t.failures - :free, 20)), :longest) END)
                WHERE t.closed_until <= :now
                RETURNING failures
                """)
                .with("key", key(typedName))
                .with("now", now)
                .with("forgotten", now.minus(FORGOTTEN_AFTER))
                .with("free", FREE_FAILURES)
                .with("most", FAILURES_A_DAY_MAX)
                .with("longest", DELAY_MAX.toSeconds())
                .optional((row, n) -> row.getInt("failures"))
                .isPresent();
    }

    /** After a good sign-in: the name starts afresh, and what is older than a day goes. */
    public static void forget(Tx tx, String typedName, Instant now) {
        tx.sql("DELETE FROM access.throttle WHERE key = :key OR last_at < :forgotten")
                .with("key", key(typedName))
                .with("forgotten", now.minus(FORGOTTEN_AFTER))
                .update();
    }

    /** Counts a try from the address; false when it made too many. */
    public synchronized boolean admit(String address, Instant now) {
        Tries tries = byAddress.get(address);
        if (tries == null || tries.since().plus(ADDRESS_WINDOW).isBefore(now)) {
            byAddress.put(address, new Tries(now, 1));
            return true;
        }
        byAddress.put(address, new Tries(tries.since(), Math.min(tries.failures() + 1, ADDRESS_FAILURES_MAX + 1)));
        return tries.failures() < ADDRESS_FAILURES_MAX;
    }

    /** A good sign-in takes its own try back, so that a whole house behind one address is not shut out. */
    public synchronized void forget(String address) {
        Tries tries = byAddress.get(address);
        if (tries != null) {
            byAddress.put(address, new Tries(tries.since(), Math.max(0, tries.failures() - 1)));
        }
    }

    private static byte[] key(String typedName) {
        return Codes.sha256(("sign-in:" + typedName.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
    }
}
