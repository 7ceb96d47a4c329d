package org.fourfold.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a word of a name sounds in Mexico and Central America, written with one letter a sound, so that the spellings one
 * hears alike become equal: b/v, s/z/c, silent h, ll/y/i, j/g/x, k/c/qu, w/gu/hu, m/n before b, doubled letters, the sh
 * of Maya names, and the English names that the region spells by ear (Jessica, Yésica, Yessika).
 *
 * <p>Where the letters do not tell (x in Ximena and in Xóchitl, gui in Guillermo and in Guilmer), both sounds are given:
 * at most {@link #READINGS_MAX}. Own rules, after the idea of Metaphone (L. Philips, 1990) but for another ear: vowels
 * are kept, since Spanish speakers write them as they hear them. Linear in the length of the word; deterministic.
 */
final class SpanishSound {

    /** Readings of one word. */
    static final int READINGS_MAX = 4;

    private static final String VOWELS = "aeiou";

    private final String word;
    private List<StringBuilder> readings = new ArrayList<>(List.of(new StringBuilder()));

    private SpanishSound(String word) {
        this.word = word;
    }

    /** The readings of a word of a–z, the likeliest first; never empty. */
    static Set<String> of(String word) {
        SpanishSound sound = new SpanishSound(word);
        int at = 0;
        while (at < word.length()) {
            at += sound.read(at);
        }
        Set<String> distinct = new LinkedHashSet<>();
        sound.readings.forEach(reading -> distinct.add(withoutDoubles(reading)));
        distinct.remove("");
        return distinct.isEmpty() ? Set.of(word) : distinct;
    }

    /** Takes the sound that begins here; how many letters it has. */
    private int read(int at) {
        char letter = word.charAt(at);
        return switch (letter) {
            case 'c' -> readC(at);
            case 'g' -> readG(at);
            case 's', 'z' -> readS(at);
            case 't' -> readT(at);
            case 'h' -> readH(at);
            case 'p' -> next(at) == 'h' ? say("f", 2) : at == 0 && next(at) == 's' ? say("s", 2) : say("p", 1);
            case 'q' -> next(at) == 'u' && isSoft(at + 2) ? say("k", 2) : say("k", 1);
            case 'k' -> next(at) == 'h' ? say("k", 2) : say("k", 1);
            case 'v' -> say("b", 1);
            case 'w' -> next(at) == 'u' ? say("w", 2) : say("w", 1);
            case 'l' -> next(at) == 'l' ? say(at == 0 ? "y" : "i", 2) : say("l", 1);
            case 'j' -> say(at == 0 ? "y" : "j", 1);
            case 'x' -> at == 0 ? fork("s", "y", 1) : fork("j", "s", 1);
            case 'y' -> say(at == 0 && isVowel(at + 1) ? "y" : "i", 1);
            case 'i' -> say(at == 0 && isVowel(at + 1) ? "y" : "i", 1);
            case 'e' -> next(at) == 'e' ? say("i", 2) : say("e", 1);
            case 'm' -> "bvpf".indexOf(next(at)) >= 0 ? say("n", 1) : say("m", 1);
            default -> say(String.valueOf(letter), 1);
        };
    }

    private int readC(int at) {
        if (next(at) == 'h') {
            return say("C", 2);
        }
        if (next(at) == 'k' || next(at) == 'q') {
            return say("k", 2);
        }
        return isSoft(at + 1) ? say("s", 1) : say("k", 1);
    }

    private int readG(int at) {
        if (next(at) == 'u' && isSoft(at + 2)) {
            return fork("g", "w", 2);
        }
        if (next(at) == 'u' && isVowel(at + 2)) {
            return say("w", 2);
        }
        if (next(at) == 'h') {
            return say("g", 2);
        }
        return isSoft(at + 1) ? say(at == 0 ? "y" : "j", 1) : say("g", 1);
    }

    private int readS(int at) {
        if (next(at) == 'h') {
            return say("s", 2);
        }
        boolean doubled = word.charAt(at) == 's' && next(at) == 'c' && isSoft(at + 2);
        return doubled ? say("s", 2) : say("s", 1);
    }

    private int readT(int at) {
        return switch (next(at)) {
            case 'z', 's' -> say("s", 2);
            case 'h' -> say("t", 2);
            default -> say("t", 1);
        };
    }

    private int readH(int at) {
        if (next(at) == 'u' && isVowel(at + 2)) {
            return say("w", 2);
        }
        return 1;
    }

    private int say(String sound, int letters) {
        readings.forEach(reading -> reading.append(sound));
        return letters;
    }

    private int fork(String likelier, String other, int letters) {
        List<StringBuilder> forked = new ArrayList<>();
        readings.forEach(reading -> forked.add(new StringBuilder(reading).append(likelier)));
        for (StringBuilder reading : readings) {
            if (forked.size() < READINGS_MAX) {
                forked.add(new StringBuilder(reading).append(other));
            }
        }
        readings = forked;
        return letters;
    }

    private char next(int at) {
        return at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    }

    private boolean isSoft(int at) {
        return at < word.length() && "eiy".indexOf(word.charAt(at)) >= 0;
    }

    private boolean isVowel(int at) {
        return at < word.length() && VOWELS.indexOf(word.charAt(at)) >= 0;
    }

    private static String withoutDoubles(CharSequence sounds) {
        StringBuilder single = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            if (i == 0 || sounds.charAt(i) != sounds.charAt(i - 1)) {
                single.append(sounds.charAt(i));
            }
        }
        return single.toString();
    }
}
