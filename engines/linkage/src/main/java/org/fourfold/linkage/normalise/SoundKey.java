package org.fourfold.linkage.normalise;

import java.nio.charset.StandardCharsets;

/**
 * One sound for a Spanish word, so that the spellings one hears alike have one key: Hernández and Ernandes, Quej and Kej.
 *
 * <p>In this order: ch to a sign of its own, h dropped, qu to k, c before e, i, y to s, other c to k, g before e, i to j,
 * ll to y, z and x to s, v and w to b, y to i, doubled letters to one. A key is what a block is built by: unlike the
 * search of names, which keeps several readings of a word, it has exactly one.
 *
 * <p>Cost: two passes over the letters, one array; no regular expression. Threads: safe.
 */
public final class SoundKey {

    /** The sound of ch. */
    public static final char CH = 'C';

    private static final int LETTERS_MAX = 64;

    private SoundKey() {}

    /**
     * The key of a word of a to z; empty for a word without sound (h). Other characters stay as they are.
     *
     * @param word folded, as {@link Fold#letters} gives it; 64 letters of it are looked at
     */
    public static String of(String word) {
        byte[] letters = new byte[Math.min(word.length(), LETTERS_MAX)];
        int end = withoutSilent(word, letters);
        int length = 0;
        int at = 0;
        while (at < end) {
            byte letter = letters[at];
            byte next = at + 1 < end ? letters[at + 1] : 0;
            byte sound = sound(letter, next);
            at += (letter == 'q' && next == 'u') || (letter == 'l' && next == 'l') ? 2 : 1;
            // Written into what has been read already: a sound is never longer than its letters.
            if (length == 0 || letters[length - 1] != sound) {
                letters[length++] = sound;
            }
        }
        return new String(letters, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** First ch and h, since an h between two letters hides what they are together. */
    private static int withoutSilent(String word, byte[] letters) {
        int end = 0;
        for (int i = 0; i < letters.length; i++) {
            char letter = word.charAt(i);
            if (letter == 'c' && i + 1 < letters.length && word.charAt(i + 1) == 'h') {
                letters[end++] = CH;
                i++;
            } else if (letter != 'h') {
                letters[end++] = (byte) letter;
            }
        }
        return end;
    }

    private static byte sound(byte letter, byte next) {
        return (byte)
                switch (letter) {
                    case 'q' -> next == 'u' ? 'k' : letter;
                    case 'c' -> next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
                    case 'g' -> next == 'e' || next == 'i' ? 'j' : letter;
                    case 'l' -> next == 'l' ? 'i' : letter;
                    case 'z', 'x' -> 's';
                    case 'v', 'w' -> 'b';
                    case 'y' -> 'i';
                    default -> letter;
                };
    }
}
