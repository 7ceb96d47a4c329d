package org.fourfold.node.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourfold.node.frame.Problem;

/**
 * How the record stands, on one page.
 *
 * @param log the present log; empty before its first checkpoint
 * @param pending events that have no place yet
 * @param unsigned entries that have a place and are under no checkpoint yet
 * @param oldestUnsigned when the first of them got its place
 * @param lastCheck the last check of everything
 * @param checking how far a check that runs now has come
 * @param earlier logs before the present one, the latest first: each restore begins a new one
 * @param faults what is wrong with what was published
 */
public record Glance(
        Optional<Log> log,
        boolean unlocked,
        long pending,
        long unsigned,
        Optional<Instant> oldestUnsigned,
        Optional<CheckResult> lastCheck,
        Optional<CheckProgress> checking,
        List<Earlier> earlier,
        List<Problem> faults) {

    public Glance {
        earlier = List.copyOf(earlier);
        faults = List.copyOf(faults);
    }

    /**
     * The present log under its last checkpoint.
     *
     * @param key in the form that a verifier takes
     * @param root of the tree, base 64
     * @param lastAt when the last entry under the checkpoint got its place; it was signed right then, or at the next unlock
     */
    public record Log(
            String name,
            String key,
            String fingerprint,
            Instant begunAt,
            long size,
            String root,
            Optional<Instant> lastAt) {}

    /**
     * A log that a restore ended.
     *
     * @param kept how many of its entries are still here
     * @param lost how many of those that were published are not; empty where nobody knows what was published
     */
    public record Earlier(String name, String fingerprint, Instant begunAt, long kept, OptionalLong lost) {}
}
