package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days, where no place says when they begin. */
public final class Days {

    private Days() {}

    /** The last day that somewhere may be today: what lies after it has not happened. */
    public static LocalDate last(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }
}
