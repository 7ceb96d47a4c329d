package org.fourfold.linkage.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundKeyTest {

    @ParameterizedTest
    @CsvSource({
        "hernandez, ernandes",
        "quej, kej",
        "jimenez, gimenes",
        "velasquez, belaskes",
        "villa, biya",
        "zuniga, suniga",
        "bonilla, bonyya",
        "wilmer, vilmer",
        "cecilia, sesilia",
        "xiomara, siomara",
        "guevara, guebara",
        "chub, chuub",
    })
    void spellingsHeardAlikeHaveOneKey(String one, String other) {
        assertThat(SoundKey.of(one)).isEqualTo(SoundKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "choc, Cok",
        "chavez, Cabes",
        "guillermo, guiermo",
        "ixchop, isCop",
        "quiche, kiCe",
        "carrillo, kario",
        "yat, iat"
    })
    void theKeyIsWrittenInSounds(String word, String key) {
        assertThat(SoundKey.of(word)).isEqualTo(key);
    }

    @Test
    void twoNamesThatSoundDifferentDiffer() {
        assertThat(SoundKey.of("lopez")).isNotEqualTo(SoundKey.of("lobez"));
        assertThat(SoundKey.of("choc")).isNotEqualTo(SoundKey.of("coc"));
        assertThat(SoundKey.of("gomez")).isNotEqualTo(SoundKey.of("jomez"));
    }

    /** The rules carried out one after the other, as they are published: the oracle for the one pass. */
    private static String ruleByRule(String word) {
        return word.replace("ch", "C")
                .replace("h", "")
                .replace("qu", "k")
                .replaceAll("c(?=[eiy])", "s")
                .replace("c", "k")
                .replaceAll("g(?=[ei])", "j")
                .replace("ll", "y")
                .replaceAll("[zx]", "s")
                .replaceAll("[vw]", "b")
                .replace("y", "i")
                .replaceAll("(.)\\1+", "$1");
    }

    @Test
    void onePassGivesWhatTheRulesGiveOneByOne() {
        Random lot = new Random(20261127);
        String letters = "aeiouychhllqugzxvwcckrs";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = lot.nextInt(12); length > 0; length--) {
                word.append(letters.charAt(lot.nextInt(letters.length())));
            }
            assertThat(SoundKey.of(word.toString())).as("%s", word).isEqualTo(ruleByRule(word.toString()));
        }
    }

    @Test
    void nothingHasNoSoundAndAnEndlessWordIsCut() {
        assertThat(SoundKey.of("")).isEmpty();
        assertThat(SoundKey.of("h")).isEmpty();
        assertThat(SoundKey.of("ab".repeat(1_000))).hasSize(64);
    }
}
