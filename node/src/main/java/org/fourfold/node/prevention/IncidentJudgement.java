package org.fourfold.node.prevention;

import java.time.Instant;
import java.util.Optional;
import org.fourfold.node.frame.MemberId;

/**
 * What a member decided on whether two reports tell of one incident. The newest one holds; earlier ones stay.
 *
 * @param reason in her words, names of persons left out
 */
public record IncidentJudgement(Verdict verdict, String reason, MemberId member, Instant at) {

    /** Characters of a reason. */
    public static final int REASON_MAX = 500;

    /** What was decided. */
    public enum Verdict {
        /** One of them is a report of the other's incident. Nothing is deleted; each says so. */
        SAME,
        /** They are two incidents, and the pair is proposed no more. */
        DIFFERENT,
        /** An earlier decision was taken back: nobody has decided. */
        OPEN;

        public static Optional<Verdict> parse(String text) {
            for (Verdict verdict : values()) {
                if (verdict.name().equals(text)) {
                    return Optional.of(verdict);
                }
            }
            return Optional.empty();
        }
    }
}
