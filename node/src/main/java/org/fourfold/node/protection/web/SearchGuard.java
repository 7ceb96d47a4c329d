package org.fourfold.node.protection.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.shell.TooManyRequestsException;
import org.springframework.stereotype.Component;

/**
 * No member asks for one person after another: so many searches an hour are enough for any night. What was asked is in the
 * record and shown to the privacy officer; this only slows who reads a list down. Threads: safe.
 */
@Component
public final class SearchGuard {

    static final int SEARCHES_MAX = 60;
    static final Duration WITHIN = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<MemberId, Deque<Instant>> asked = new HashMap<>();

    public SearchGuard(InstantSource clock) {
        this.clock = clock;
    }

    /** One more search of the member; throws, with the time to wait, where there were too many. */
    synchronized void ask(MemberId member) {
        Instant now = clock.instant();
        Deque<Instant> times = asked.computeIfAbsent(member, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().plus(WITHIN).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= SEARCHES_MAX) {
            throw new TooManyRequestsException(
                    Duration.between(now, times.getFirst().plus(WITHIN)));
        }
        times.addLast(now);
    }
}
