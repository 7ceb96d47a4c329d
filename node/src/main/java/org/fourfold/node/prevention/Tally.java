package org.fourfold.node.prevention;

import java.util.OptionalLong;

/**
 * A count as its source says it. A number (0 is one), the words for "not available", and an empty cell are three different
 * things and stay so.
 */
public sealed interface Tally {

    static Tally of(long number) {
        return new Counted(number);
    }

    static Tally notAvailable() {
        return new NotAvailable();
    }

    static Tally empty() {
        return new Empty();
    }

    /** The number, where there is one. */
    default OptionalLong number() {
        return this instanceof Counted(long value) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** A number, zero or more. */
    record Counted(long value) implements Tally {
        public Counted {
            if (value < 0) {
                throw new IllegalArgumentException("a count is not negative");
            }
        }
    }

    /** The source wrote NA: it looked and could not tell. */
    record NotAvailable() implements Tally {}

    /** The source wrote nothing. */
    record Empty() implements Tally {}
}
