package org.fourfold.node.protection;

import java.time.Instant;
import org.fourfold.node.frame.MemberId;

/** What a lawyer of this house said of one rule in one version of its pack. */
public record RuleReview(
        String jurisdiction, String version, String rule, Verdict verdict, MemberId by, Instant at, String words) {

    /** The longest that the words may be, in characters. */
    public static final int WORDS_MAX = 1_000;

    /** Whether it may be relied on here. */
    public enum Verdict {
        APPROVED,
        REJECTED
    }
}
