package org.fourfold.node.trust;

import java.util.Locale;

/** What the last look at a witness's place found. */
public enum WitnessFinding {
    /** Nobody has looked yet. */
    NOT_LOOKED,
    /** It cosigned this log, and what it cosigned is of this log's tree. */
    VOUCHES,
    /** The place is not there, or does not answer. */
    AWAY,
    /** It shows nothing of this log yet. */
    NOTHING,
    /** What it shows is no checkpoint with this log's signature and its own. */
    UNUSABLE,
    /** It shows a checkpoint with this log's signature that is not of this log's tree: somebody told two stories. */
    FORKED;

    /** For the keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
