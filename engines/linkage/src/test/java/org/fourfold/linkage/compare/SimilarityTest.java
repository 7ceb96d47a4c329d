package org.fourfold.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.fourfold.linkage.model.Level;
import org.fourfold.linkage.records.Vocabulary;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    /** W. E. Winkler, Overview of Record Linkage and Current Research Directions (2006), table 6. */
    @Test
    void jaroWinklerAsPublished() {
        assertThat(jaroWinkler("SHACKLEFORD", "SHACKELFORD")).isCloseTo(0.982, within(0.0005));
        assertThat(jaroWinkler("DUNNINGHAM", "CUNNIGHAM")).isCloseTo(0.896, within(0.0005));
        assertThat(jaroWinkler("NICHLESON", "NICHULSON")).isCloseTo(0.956, within(0.0005));
        assertThat(jaroWinkler("JONES", "JOHNSON")).isCloseTo(0.832, within(0.0005));
        assertThat(jaroWinkler("MASSEY", "MASSIE")).isCloseTo(0.933, within(0.0005));
        assertThat(jaroWinkler("MARTHA", "MARHTA")).isCloseTo(0.961, within(0.0005));
        assertThat(jaroWinkler("DWAYNE", "DUANE")).isCloseTo(0.840, within(0.0005));
        assertThat(jaroWinkler("abc", "xyz")).isZero();
    }

    @Test
    void oneEditIsWhatTheWholeTableOfEditsSays() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            byte[] both = (word(random) + word(random)).getBytes(StandardCharsets.US_ASCII);
            int cut = random.nextInt(both.length + 1);
            boolean byTable = Similarity.edits(both, 0, cut, cut, both.length, 2) <= 1;
            assertThat(Similarity.isOneEdit(both, 0, cut, cut, both.length))
                    .as(new String(both, StandardCharsets.US_ASCII) + " cut at " + cut)
                    .isEqualTo(byTable);
        }
    }

    /** What the sieve calls far is at no level that letters could give. */
    @Test
    void theSieveLetsNothingThroughThatIsNear() {
        Random random = new Random(9);
        Vocabulary words = new Vocabulary();
        for (int i = 0; i < 3_000; i++) {
            int _ = words.code(word(random));
        }
        Sieve sieve = new Sieve(
                Sieve.letters(words),
                List.of(level(Level.Kind.NEAR, 0.88), level(Level.Kind.EDIT, 1), level(Level.Kind.INITIAL, 0)));
        int far = 0;
        for (int i = 0; i < 300_000; i++) {
            int x = 1 + random.nextInt(words.size());
            int y = 1 + random.nextInt(words.size());
            if (sieve.isFar(x, y)) {
                far++;
                String pair = words.text(x) + " " + words.text(y);
                assertThat(jaroWinkler(words.text(x), words.text(y))).as(pair).isLessThan(0.88);
                assertThat(edits(words.text(x), words.text(y))).as(pair).isGreaterThan(1);
            }
        }
        assertThat(far).isGreaterThan(200_000);
    }

    private static Level level(Level.Kind kind, double amount) {
        return new Level(kind, amount, "", false);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(5)));
        }
        return word.toString();
    }

    private static double jaroWinkler(String a, String b) {
        byte[] both = (a + b).getBytes(StandardCharsets.US_ASCII);
        return Similarity.jaroWinkler(both, 0, a.length(), a.length(), both.length);
    }

    private static int edits(String a, String b) {
        byte[] both = (a + b).getBytes(StandardCharsets.US_ASCII);
        return Similarity.edits(both, 0, a.length(), a.length(), both.length, 3);
    }
}
