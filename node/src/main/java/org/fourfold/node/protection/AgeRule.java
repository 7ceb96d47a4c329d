package org.fourfold.node.protection;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;
import org.fourfold.node.frame.Dated;

/**
 * Which test of the law applies, by the age when it was done. A child is who is under 18 (Palermo Protocol, Art. 3(d); 22
 * U.S.C. 7102(11)(A)). Where the age is not certain both are shown, and the child's applies until it is shown that the person was
 * of age: Mexico, Ley General de los Derechos de Niñas, Niños y Adolescentes, Art. 5; Council of Europe Convention on Action
 * against Trafficking (2005), Art. 10(3).
 */
public enum AgeRule {
    /** All of it was done to an adult. */
    ADULT,
    /** All of it was done to a child. */
    CHILD,
    /** It began before the 18th birthday and went on after it: each test for its time. */
    CHILD_THEN_ADULT,
    /** Not certain: the child's applies until shown otherwise. */
    OPEN;

    private static final int OF_AGE_YEARS = 18;

    /** Whether the child's test is to be applied to some of it. */
    public boolean childs() {
        return this != ADULT;
    }

    /** Whether the adult's test is shown too. */
    public boolean adults() {
        return this != CHILD;
    }

    /**
     * The test for acts from one day until another.
     *
     * @param birth as well as it is known; empty when it is not
     * @param disputed whether somebody disputes the age: then no date settles it
     * @param from when it began
     * @param until when it ended; empty while it goes on
     */
    public static AgeRule of(
            Optional<Dated> birth, boolean disputed, Optional<Dated> from, Optional<Dated> until, LocalDate today) {
        if (birth.isEmpty() || disputed) {
            return OPEN;
        }
        LocalDate end = until.map(Dated::to).filter(day -> day.isBefore(today)).orElse(today);
        if (isChild(birth.get(), end)) {
            return CHILD;
        }
        if (from.isEmpty()) {
            return OPEN;
        }
        if (isAdult(birth.get(), from.get().from())) {
            return ADULT;
        }
        if (!isChild(birth.get(), from.get().to())) {
            return OPEN;
        }
        return isAdult(birth.get(), until.map(Dated::from).orElse(today)) ? CHILD_THEN_ADULT : OPEN;
    }

    /** Surely under 18 on that day. */
    private static boolean isChild(Dated birth, LocalDate day) {
        return day.isBefore(ofAge(birth.from()));
    }

    /** Surely 18 or more on that day. */
    private static boolean isAdult(Dated birth, LocalDate day) {
        return !day.isBefore(ofAge(birth.to()));
    }

    /**
     * The 18th birthday. Who was born on a 29 February has it on 1 March where the year has no such day: on 28 February the 18
     * years are not full, and the doubt is the child's.
     */
    static LocalDate ofAge(LocalDate born) {
        int year = born.getYear() + OF_AGE_YEARS;
        boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        return leapDay && !Year.isLeap(year) ? LocalDate.of(year, Month.MARCH, 1) : born.plusYears(OF_AGE_YEARS);
    }
}
