package org.fourfold.node.protection.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** What stands in one field of a form. */
final class Typed {

    private Typed() {}

    /** A whole number, or one that no limit lets through. */
    static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A day as a browser's date field sends it; empty where nothing stands there or it is none. */
    static Optional<LocalDate> day(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** The same, where what stands there must be a day if anything does. Throws the fault as a ProblemException. */
    static Optional<LocalDate> day(String typed, Problem fault) {
        Optional<LocalDate> day = day(typed);
        if (day.isEmpty() && !typed.isBlank()) {
            throw new ProblemException(fault);
        }
        return day;
    }
}
