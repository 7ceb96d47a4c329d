package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource({
        "José, jose",
        "ÑUÑEZ, nunez",
        "Güitz, guitz",
        "Ba', ba",
        "K’iche’, kiche",
        "Størmer, stormer",
        "Weiß, weiss",
        "Łukasz, lukasz",
        "Çelik, celik",
        "İbrahim, ibrahim",
        "Erdoğan, erdogan",
        "Đorđe, dorde",
        "Nguyễn, nguyen",
        "Мария, maria",
        "Владимир, vladimir",
        "Κυριάκος, kyriakos",
        "Ｐérez, perez",
    })
    void aWordBecomesPlainLetters(String raw, String folded) {
        assertThat(Fold.letters(raw)).isEqualTo(folded);
    }

    @Test
    void accentsWrittenApartAreFoldedToo() {
        assertThat(Fold.letters("Jose\u0301 Nun\u0303ez")).isEqualTo("josenunez");
    }

    @Test
    void everyLatinLetterIsItsBaseLetterAsTheUnicodeNormalFormSays() {
        for (char letter = 'A'; letter < 0x180; letter++) {
            String base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
            if (base.matches("[a-z]")) {
                assertThat(Fold.letters(String.valueOf(letter)))
                        .as("%c", letter)
                        .isEqualTo(base);
            }
        }
    }

    /** CLDR's own way to ASCII is the oracle: on letters of names both agree. */
    @Test
    void theTableAgreesWithCldrsWayToAscii() {
        Transliterator ascii = Transliterator.getInstance("Latin-ASCII; Lower");
        for (char letter = 0xC0; letter < 0x180; letter++) {
            if (Character.isLetter(letter)) {
                String expected = ascii.transliterate(String.valueOf(letter)).replaceAll("[^a-z]", "");
                assertThat(Fold.letters(String.valueOf(letter)))
                        .as("%c", letter)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void wordsTokensCodesAndDigitsAreCutFromOneLine() {
        assertThat(Fold.words("María-José 2 López")).containsExactly("maria", "jose", "lopez");
        assertThat(Fold.tokens("5ª Av. 3-45, Nº 7")).containsExactly("5a", "av", "3", "45", "no", "7");
        assertThat(Fold.code(" p-123 ábc")).isEqualTo("P123ABC");
        assertThat(Fold.digits("+502 ٥٥٥٥-1234")).isEqualTo("50255551234");
    }

    @Test
    void otherScriptsAreSeen() {
        assertThat(Fold.hasOtherScript("José Ñuñez – “Chepe”")).isFalse();
        assertThat(Fold.hasOtherScript("Мария")).isTrue();
        assertThat(Fold.hasOtherScript("习近平")).isTrue();
        assertThat(Fold.hasOtherScript("محمد")).isTrue();
    }

    @Test
    void foldingTwiceChangesNothingAndAnyTextIsTaken() {
        Random lot = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            int[] letters = lot.ints(lot.nextInt(20), 1, i % 2 == 0 ? 0x250 : 0x2FFFF)
                    .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                    .toArray();
            String line = Fold.line(new String(letters, 0, letters.length));
            assertThat(line).matches("[ -~]*");
            assertThat(Fold.line(line)).isEqualTo(line);
        }
    }

    @Test
    void theMachinesLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Fold.line("IXIL İbrahim")).isEqualTo("ixil ibrahim");
            assertThat(Fold.code("ixil")).isEqualTo("IXIL");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void manyThreadsGiveWhatOneGives() {
        List<String> names = List.of("Владимир", "محمد بن سلمان", "习近平", "김정은", "Κυριάκος", "नरेन्द्र", "José");
        List<String> alone = names.stream().map(Fold::line).toList();
        assertThat(IntStream.range(0, 5_000)
                        .parallel()
                        .allMatch(i -> Fold.line(names.get(i % names.size())).equals(alone.get(i % names.size()))))
                .isTrue();
    }

    @Test
    void aHugeTextIsCut() {
        assertThat(Fold.line("a".repeat(10_000_000))).hasSize(Fold.TEXT_MAX);
        assertThat(Fold.line("😀".repeat(10_000))).hasSizeLessThanOrEqualTo(Fold.TEXT_MAX);
    }
}
