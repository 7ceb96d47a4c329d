package org.fourfold.node.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.ledger.note.VerifierKey;

/**
 * A witness, and what it vouches for.
 *
 * @param place where it shows what it cosigned
 * @param days after so many days without a new cosignature it counts as silent
 * @param lookedAt when its place was looked at last
 * @param vouched the largest size of the present log that it cosigned
 * @param forks what it showed of another story
 */
public record WitnessStanding(
        UUID id,
        String name,
        VerifierKey key,
        String place,
        int days,
        Instant addedAt,
        Optional<Instant> lookedAt,
        WitnessFinding found,
        Optional<Vouched> vouched,
        List<Fork> forks) {

    /**
     * What it vouches for.
     *
     * @param since when it first saw this size
     * @param seenAt when it last said so
     */
    public record Vouched(long size, Instant since, Instant seenAt) {}

    /** A checkpoint with the log's signature that is not of its tree, whole, as evidence. */
    public record Fork(long size, Instant foundAt, String note) {}

    public WitnessStanding {
        forks = List.copyOf(forks);
    }

    /** How long nothing has been heard from it. */
    public Duration silence(Instant now) {
        return Duration.between(vouched.map(Vouched::seenAt).orElse(addedAt), now);
    }

    public boolean isSilent(Instant now) {
        return silence(now).compareTo(Duration.ofDays(days)) > 0;
    }
}
