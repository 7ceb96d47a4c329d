package org.fourfold.linkage.normalise;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Chinese or Korean name in its own script: the surname comes first and has one sign, in a few families two. Japanese
 * names in Chinese signs are read the same way, which is wrong as often as not; their raw text is kept.
 */
record EastAsianName(String surname, String given) {

    private static final int SIGNS_MIN = 2;
    private static final int SIGNS_MAX = 5;
    private static final int SIGNS_WITH_LONG_SURNAME = 3;

    /** Surnames of two signs: Ouyang, Sima, Shangguan, Zhuge, Huangfu, Situ; Namgung, Hwangbo, Seonu, Jegal, Dokgo. */
    private static final Set<String> LONG_SURNAMES =
            Set.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "皇甫", "司徒", "남궁", "황보", "선우", "제갈", "독고");

    static Optional<EastAsianName> of(String raw) {
        String text = raw.strip();
        int[] signs =
                text.codePoints().filter(sign -> !Character.isWhitespace(sign)).toArray();
        if (signs.length < SIGNS_MIN || signs.length > SIGNS_MAX) {
            return Optional.empty();
        }
        for (int sign : signs) {
            UnicodeScript script = UnicodeScript.of(sign);
            if (script != UnicodeScript.HAN && script != UnicodeScript.HANGUL) {
                return Optional.empty();
            }
        }
        String joined = new String(signs, 0, signs.length);
        int gap = gap(text);
        int end = gap > 0 ? gap : joined.offsetByCodePoints(0, surnameSigns(joined, signs.length));
        EastAsianName name = new EastAsianName(joined.substring(0, end), joined.substring(end));
        boolean readable = !Fold.letters(name.surname()).isEmpty()
                && !Fold.letters(name.given()).isEmpty();
        return readable ? Optional.of(name) : Optional.empty();
    }

    PersonName name(String raw) {
        return new PersonName(
                raw,
                Optional.of(raw.strip()),
                List.of(NameWord.of(Fold.letters(given))),
                List.of(NameWord.of(Fold.letters(surname))),
                List.of(),
                Optional.empty(),
                List.of(),
                PersonName.Order.LIKELY);
    }

    private static int gap(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int surnameSigns(String text, int signs) {
        boolean longer =
                signs >= SIGNS_WITH_LONG_SURNAME && LONG_SURNAMES.stream().anyMatch(text::startsWith);
        return longer ? 2 : 1;
    }
}
