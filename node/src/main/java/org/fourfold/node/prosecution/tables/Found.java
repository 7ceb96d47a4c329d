package org.fourfold.node.prosecution.tables;

/** What a cell came to. */
sealed interface Found {

    /** Nothing stands there. */
    record Nothing() implements Found {}

    /** A value as FollowTheMoney writes it. */
    record Taken(String value) implements Found {}

    /** The code of the fault. */
    record Refused(String code) implements Found {}

    static Found nothing() {
        return new Nothing();
    }

    static Found taken(String value) {
        return new Taken(value);
    }

    static Found refused(String code) {
        return new Refused(code);
    }
}
