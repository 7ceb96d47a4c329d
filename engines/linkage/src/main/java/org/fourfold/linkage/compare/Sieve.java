package org.fourfold.linkage.compare;

import java.util.List;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Vocabulary;
import org.fourfold.linkage.table.ByteDictionary;

/**
 * Says of most pairs of words at a glance that they are far from one another: by how many letters they have and which. What it
 * says so of is at no level but the last, apart from sounds and forms.
 */
final class Sieve {

    private static final int LETTERS = 26;
    private static final int DIGITS = 5;
    private static final int OTHER = LETTERS + DIGITS;
    private static final int LENGTH_MAX = 64;
    private static final double NOTHING_IS_NEAR = 2;

    /** What J. Winkler's bonus for a common beginning of four letters makes of what is missing. */
    private static final double BEGINNING = 0.4;

    /** Per word which letters it has, above them how many, above them the first one. */
    private final long[] letters;

    private final double nearest;
    private final int edits;

    /** A single letter may stand for the word that begins with it. */
    private final boolean initials;

    /**
     * For one comparison.
     *
     * @param letters what {@link #letters(Vocabulary)} gave
     */
    Sieve(long[] letters, List<Level> levels) {
        this.letters = letters;
        this.nearest = least(levels, Level.Kind.NEAR, NOTHING_IS_NEAR);
        this.edits = (int) levels.stream()
                .filter(level -> level.kind() == Level.Kind.EDIT)
                .mapToDouble(Level::amount)
                .max()
                .orElse(-1);
        this.initials = levels.stream().anyMatch(level -> level.kind() == Level.Kind.INITIAL);
    }

    /** Per word which letters it has, above them how many, above them the first one: the same for all who compare the words. */
    static long[] letters(Vocabulary vocabulary) {
        ByteDictionary words = vocabulary.values();
        long[] all = new long[vocabulary.room() + 1];
        vocabulary.each(code -> {
            byte[] bytes = words.bytes();
            int from = words.start(code);
            int to = Math.min(words.end(code), from + LENGTH_MAX);
            long set = 0;
            for (int i = from; i < to; i++) {
                set |= 1L << sign(bytes[i]);
            }
            all[code] = set | ((long) (to - from) << 32) | ((long) (bytes[from] & 0xFF) << 40);
        });
        return all;
    }

    /** One of 32: the letters, two digits each, and everything else. Several in one let more through, never less. */
    private static int sign(byte letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '0' && letter <= '9' ? LETTERS + (letter - '0') % DIGITS : OTHER;
    }

    private static double least(List<Level> levels, Level.Kind kind, double otherwise) {
        return levels.stream()
                .filter(level -> level.kind() == kind)
                .mapToDouble(Level::amount)
                .min()
                .orElse(otherwise);
    }

    /** Whether nothing but a sound or a form can make them alike. */
    boolean isFar(int x, int y) {
        long left = letters[x];
        long right = letters[y];
        int leftLength = (int) (left >>> 32) & 0xFF;
        int rightLength = (int) (right >>> 32) & 0xFF;
        int leftShared = leftLength - Integer.bitCount((int) (left & ~right));
        int rightShared = rightLength - Integer.bitCount((int) (right & ~left));
        int shared = Math.min(leftShared, rightShared);
        boolean begins = left >>> 40 == right >>> 40;
        if (initials && begins && (leftLength == 1 || rightLength == 1)) {
            return false;
        }
        if (Math.max(leftLength, rightLength) - shared <= edits) {
            return false;
        }
        double most = ((double) shared / leftLength + (double) shared / rightLength + 1) / 3;
        return (begins ? most + BEGINNING * (1 - most) : most) < nearest;
    }
}
