package org.fourfold.node.protection.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

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
}
