package org.fourfold.linkage.normalise;

import java.time.LocalDate;

/**
 * How dates are written where the text comes from, and the day it was written.
 *
 * @param dayFirst whether 03/04/2006 is the third of April; in the region it is, in the United States it is not
 * @param writtenOn the day the record was made: an age without a date counts back from it, and a year of two digits lies
 *     before it
 */
public record DateHabit(boolean dayFirst, LocalDate writtenOn) {

    /** The habit of a country, by its ISO 3166 code; an unknown one writes the day first. */
    public static DateHabit of(String country, LocalDate writtenOn) {
        return new DateHabit(!country.equalsIgnoreCase("US"), writtenOn);
    }
}
