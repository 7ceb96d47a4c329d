package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text about a date, cut into numbers and words.
 *
 * @param parts numbers and words that say something, in their order
 * @param about whether it says that it is not exact
 * @param counted whether "in", "en" or "at" stands in it, as in "15 in 2021"
 */
record DateWords(List<Part> parts, boolean about, boolean counted) {

    /**
     * A number or a word.
     *
     * @param word empty for a number
     * @param digits how many digits the number was written with, 0 for a word
     */
    record Part(String word, int number, int digits) {

        boolean isNumber() {
            return digits > 0;
        }

        boolean isYear() {
            return digits == YEAR_DIGITS;
        }

        int month() {
            return MONTHS.getOrDefault(word, 0);
        }

        boolean isUnit() {
            return YEARS_OLD.contains(word) || MONTHS_OLD.contains(word) || AGE.contains(word);
        }

        boolean isMonthsOld() {
            return MONTHS_OLD.contains(word);
        }

        boolean isDecade() {
            return DECADE.contains(word);
        }

        /** 90 for "noventa", 0 for a word that names no decade. */
        int spelledDecade() {
            return DECADES.getOrDefault(word, 0);
        }
    }

    static final int PARTS_MAX = 8;

    private static final int YEAR_DIGITS = 4;
    private static final int DIGITS_MAX = 8;

    private static final Map<String, Integer> MONTHS = months(
            "enero ene january jan",
            "febrero feb february",
            "marzo mar march",
            "abril abr april apr",
            "mayo may",
            "junio jun june",
            "julio jul july",
            "agosto ago august aug",
            "septiembre setiembre sep sept set september",
            "octubre oct october",
            "noviembre nov november",
            "diciembre dic december dec");
    private static final Set<String> ABOUT = Set.of(
            "c",
            "ca",
            "circa",
            "about",
            "around",
            "approx",
            "approximately",
            "aprox",
            "aproximadamente",
            "aproximado",
            "hacia",
            "unos",
            "unas",
            "alrededor",
            "cerca",
            "como",
            "mas",
            "menos",
            "posiblemente",
            "estimado",
            "estimada",
            "estimated",
            "est",
            "probably",
            "entre",
            "between");
    private static final Set<String> YEARS_OLD = Set.of("anos", "anios", "years", "yrs", "yo", "old");
    private static final Set<String> MONTHS_OLD = Set.of("meses", "months");
    private static final Set<String> AGE = Set.of("edad", "age", "aged", "tiene");
    private static final Set<String> DECADE = Set.of("decada", "decadas", "decade", "s");
    private static final Map<String, Integer> DECADES = Map.ofEntries(
            Map.entry("veinte", 20),
            Map.entry("treinta", 30),
            Map.entry("cuarenta", 40),
            Map.entry("cincuenta", 50),
            Map.entry("sesenta", 60),
            Map.entry("setenta", 70),
            Map.entry("ochenta", 80),
            Map.entry("noventa", 90),
            Map.entry("fifties", 50),
            Map.entry("sixties", 60),
            Map.entry("seventies", 70),
            Map.entry("eighties", 80),
            Map.entry("nineties", 90));
    private static final Set<String> COUNTED = Set.of("en", "in", "at", "al");
    private static final Set<String> SILENT = Set.of(
            "de",
            "del",
            "el",
            "la",
            "los",
            "las",
            "of",
            "the",
            "on",
            "a",
            "o",
            "y",
            "or",
            "and",
            "to",
            "ano",
            "year",
            "dia",
            "fecha",
            "nacido",
            "nacida",
            "nac",
            "nacimiento",
            "born",
            "st",
            "nd",
            "rd",
            "th",
            "er",
            "lunes",
            "martes",
            "miercoles",
            "jueves",
            "viernes",
            "sabado",
            "domingo");

    DateWords {
        parts = List.copyOf(parts);
    }

    static DateWords of(String line) {
        List<Part> parts = new ArrayList<>(4);
        boolean about = line.indexOf('~') >= 0 || line.indexOf('?') >= 0;
        boolean counted = false;
        int at = 0;
        while (at < line.length() && parts.size() < PARTS_MAX) {
            int end = end(line, at);
            if (Fold.isDigit(line.charAt(at))) {
                parts.add(number(line.substring(at, end)));
            } else if (Fold.isLetter(line.charAt(at))) {
                String word = line.substring(at, end);
                about |= ABOUT.contains(word);
                counted |= COUNTED.contains(word);
                if (!ABOUT.contains(word) && !COUNTED.contains(word) && !SILENT.contains(word)) {
                    parts.add(new Part(word, 0, 0));
                }
            }
            at = end;
        }
        return new DateWords(parts, about, counted);
    }

    private static int end(String line, int at) {
        boolean digit = Fold.isDigit(line.charAt(at));
        boolean letter = Fold.isLetter(line.charAt(at));
        int end = at + 1;
        while ((digit && end < line.length() && Fold.isDigit(line.charAt(end)))
                || (letter && end < line.length() && Fold.isLetter(line.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static Part number(String digits) {
        return digits.length() > DIGITS_MAX
                ? new Part("", -1, digits.length())
                : new Part("", Integer.parseInt(digits), digits.length());
    }

    private static Map<String, Integer> months(String... names) {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : Fold.words(names[i])) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
