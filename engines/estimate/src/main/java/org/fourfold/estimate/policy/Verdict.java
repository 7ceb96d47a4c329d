package org.fourfold.estimate.policy;

/** What may be said of a policy, and nothing stronger. */
public enum Verdict {
    /** A source saw a change at the policy; why is open. */
    CHANGE_SEEN,
    /**
     * Two sources of different origin saw a change in one direction, none that would have seen it saw none, and no placebo looks
     * the same: the word "effect" may be used, with what else could explain it.
     */
    EFFECT_SUPPORTED,
    /** No source saw a change, and at least one would have seen the smallest that matters. */
    NOTHING_SEEN,
    /** No source saw a change, and none would have seen the smallest that matters. */
    TOO_LITTLE
}
