package org.fourfold.linkage.normalise;

import java.util.OptionalLong;

/**
 * A phone as it was written and, where it could be read, as a number of the ITU's plan E.164.
 *
 * @param raw what was written
 * @param e164 country code and national number as one number: 50255551234 for +502 5555 1234; empty when it is none.
 *     A zero that begins a national number (Italy) is not kept: no two numbers become one by that in practice
 */
public record Phone(String raw, OptionalLong e164) {

    /** Whether it could be read. */
    public boolean isPresent() {
        return e164.isPresent();
    }
}
