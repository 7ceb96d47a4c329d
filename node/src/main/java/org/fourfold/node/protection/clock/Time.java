package org.fourfold.node.protection.clock;

import java.time.Period;

/** How long a rule gives. */
public sealed interface Time {

    /** The most of any unit that a rule may give. */
    int COUNT_MAX = 4_000;

    /** Without delay: due from the moment it starts. */
    record AtOnce() implements Time {}

    /** Of sixty minutes each; a change to or from summer time does not stretch them. */
    record Hours(int count) implements Time {}

    /** Days, months or years; {@code firstDayCounts}: the day it starts is its first (a stay), else the day after (a delay). */
    record Span(Period period, boolean firstDayCounts) implements Time {}

    /** Counted from the first working day after. */
    record Working(int days) implements Time {}

    /** Until the day before a birthday of the person. */
    record BeforeBirthday(int years) implements Time {}

    /** Until the day before a birthday that the fact itself dates: of somebody of the family. */
    record BeforeTheirBirthday(int years) implements Time {}

    /** The fact's own day is the last one. */
    record Stated() implements Time {}
}
