package org.fourfold.bench;

import java.util.List;
import java.util.OptionalInt;
import org.fourfold.linkage.normalise.NameWord;
import org.fourfold.linkage.normalise.PersonName;

/**
 * What one record of a person gives: names by their sound, and the year of birth where there is one.
 *
 * @param given the first given name, or nothing
 * @param surnames in their order
 */
record Written(String given, List<String> surnames, OptionalInt born) {

    private static final int YEAR_DIGITS = 4;
    private static final int GENERATION_YEARS = 15;

    /** Which two persons a false pair took for one. The first that holds. */
    enum Mistaken {
        FATHER_AND_SON("father and son (given name and first surname the same, 15 years apart or more)"),
        ONE_SURNAME("a record gives fewer than two surnames"),
        NAMESAKES("namesakes (given name and both surnames the same)"),
        SIBLINGS("siblings and twins (both surnames the same, another given name)"),
        OTHER("other");

        private final String words;

        Mistaken(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Written {
        surnames = List.copyOf(surnames);
    }

    /** Cells as they stand in the table; a day of birth begins with its year. */
    static Written of(String given, String surnames, String born) {
        PersonName name = PersonName.of(given, surnames);
        boolean year = born.length() >= YEAR_DIGITS
                && born.chars().limit(YEAR_DIGITS).allMatch(digit -> digit >= '0' && digit <= '9');
        return new Written(
                name.given().stream().findFirst().map(NameWord::sound).orElse(""),
                name.surnames().stream().map(NameWord::sound).toList(),
                year ? OptionalInt.of(Integer.parseInt(born.substring(0, YEAR_DIGITS))) : OptionalInt.empty());
    }

    boolean hasTwoSurnames() {
        return surnames.size() > 1;
    }

    /** What took another person's record for one of the same person. */
    Mistaken mistakenFor(Written other) {
        boolean sameGiven = given.equals(other.given) && !given.isEmpty();
        boolean sameFirst = !surnames.isEmpty()
                && !other.surnames.isEmpty()
                && surnames.getFirst().equals(other.surnames.getFirst());
        boolean generation = born.isPresent()
                && other.born.isPresent()
                && Math.abs(born.getAsInt() - other.born.getAsInt()) >= GENERATION_YEARS;
        if (sameGiven && sameFirst && generation) {
            return Mistaken.FATHER_AND_SON;
        }
        if (!hasTwoSurnames() || !other.hasTwoSurnames()) {
            return Mistaken.ONE_SURNAME;
        }
        if (!surnames.equals(other.surnames)) {
            return Mistaken.OTHER;
        }
        return sameGiven ? Mistaken.NAMESAKES : Mistaken.SIBLINGS;
    }
}
