package org.fourfold.linkage.model;

import java.io.Serializable;
import java.util.Locale;

/**
 * One way in which two values may agree. Of a comparison the first that holds counts.
 *
 * @param kind what holds
 * @param amount a threshold, a number of edits or of years; else 0
 * @param slot the other slot that is looked at, for {@link Kind#SWAPPED}, or the part, for {@link Kind#PART}; else empty
 * @param rare a rare value counts for more than a common one
 */
public record Level(Kind kind, double amount, String slot, boolean rare) implements Serializable {

    /** What may hold. */
    public enum Kind {
        SAME,
        SOUND,
        /** Forms of one given name. */
        FORM,
        /** One is the other's first letter. */
        INITIAL,
        /** Jaro-Winkler similarity of at least the amount. */
        NEAR,
        /** At most so many insertions, deletions, substitutions or swaps of neighbours. */
        EDIT,
        /** The value stands in the other's slot of that name. */
        SWAPPED,
        /** Of dates: two of year, month and day are the same, or day and month are swapped. */
        TWO_OF_THREE,
        /** Of dates: the year is the same and one side has no more than it. */
        YEAR_ONLY,
        YEAR,
        /** Years that differ by at most the amount. */
        YEARS,
        /** Of a place: that part is the same. */
        PART,
        /** Words in common, weighed by how rare they are, as a share of all words. */
        OVERLAP,
        /** The same, as a share of the shorter text's words. */
        WITHIN,
        /** Numbers that differ by at most the amount, as a share of the larger. */
        ABOUT,
        ELSE;

        /** As a model file writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static final Level OTHERWISE = new Level(Kind.ELSE, 0, "", false);
}
