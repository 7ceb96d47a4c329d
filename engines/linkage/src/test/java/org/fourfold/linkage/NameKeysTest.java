package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameKeysTest {

    private static final double RECALL_MIN = 0.98;
    private static final double STRANGERS_MAX = 0.01;

    private final NameKeys keys = new NameKeys();

    private record Misspelt(String name, String typed, String difference) {}

    @Test
    void aMisspeltNameFindsTheRightOne() throws IOException {
        List<Misspelt> pairs = pairs();
        List<Misspelt> missed = pairs.stream()
                .filter(pair -> !mayBeTheSame(pair.name(), pair.typed()))
                .toList();
        double recall = 1 - (double) missed.size() / pairs.size();
        System.out.printf("recall %.3f over %d pairs, missed %s%n", recall, pairs.size(), missed);
        assertThat(recall).as("missed %s", missed).isGreaterThanOrEqualTo(RECALL_MIN);
    }

    @Test
    void itFindsItTheOtherWayRoundToo() throws IOException {
        List<Misspelt> pairs = pairs();
        List<Misspelt> missed = pairs.stream()
                .filter(pair -> !mayBeTheSame(pair.typed(), pair.name()))
                .filter(pair -> !pair.difference().contains("half")
                        && !pair.difference().contains("initial"))
                .toList();
        assertThat(1 - (double) missed.size() / pairs.size())
                .as("missed %s", missed)
                .isGreaterThanOrEqualTo(RECALL_MIN);
    }

    @Test
    void strangersSeldomLookTheSame() throws IOException {
        List<Misspelt> pairs = pairs();
        int strangers = 0;
        int same = 0;
        List<String> examples = new ArrayList<>();
        for (Misspelt one : pairs) {
            for (Misspelt other : pairs) {
                if (!one.name().equals(other.name())) {
                    strangers++;
                    if (mayBeTheSame(one.name(), other.typed())) {
                        same++;
                        examples.add(one.name() + " / " + other.typed());
                    }
                }
            }
        }
        double rate = (double) same / strangers;
        System.out.printf("strangers taken for the same %.5f of %d: %s%n", rate, strangers, examples);
        assertThat(rate).as("%s", examples).isLessThan(STRANGERS_MAX);
    }

    @Test
    void commonNamesDrawnByLotSeldomLookTheSame() {
        Random lot = new Random(20261123);
        int same = 0;
        int drawn = 20_000;
        for (int i = 0; i < drawn; i++) {
            if (mayBeTheSame(CommonNames.draw(lot), CommonNames.draw(lot))) {
                same++;
            }
        }
        double rate = (double) same / drawn;
        System.out.printf("common names drawn by lot and taken for the same: %.4f of %d%n", rate, drawn);
        assertThat(rate).isLessThan(0.05);
    }

    @Test
    void theSameTextGivesTheSameKeys() {
        assertThat(new NameKeys().kept("Yésica Ramírez")).isEqualTo(keys.kept("Yésica Ramírez"));
    }

    @Test
    void accentsCaseAndSignsDoNotCount() {
        assertThat(keys.kept("  RAMÍREZ,  Yésica. "))
                .containsAll(keys.kept("ramirez yesica").stream()
                        .filter(key -> key.kind() == NameKey.Kind.WORD)
                        .toList());
    }

    @Test
    void theBeginningOfAWordFindsIt() {
        NameQuery query = keys.query("Yesi");
        assertThat(query.score(shared("Yésica Ramírez", query)))
                .isGreaterThanOrEqualTo(NameKey.Kind.BEGINNING.weight());
    }

    @Test
    void anInitialAgreesButFindsNothingAlone() {
        NameQuery query = keys.query("Álvaro Domínguez");
        Set<NameKey> shared = shared("Álvaro R. D.", query);
        assertThat(query.score(shared)).isGreaterThan(0.6);
        assertThat(query.isPossiblyTheSame(shared)).isFalse();
    }

    @Test
    void aSharedSurnameAloneIsNoPossibleMatch() {
        assertThat(mayBeTheSame("María López", "Juana López")).isFalse();
        assertThat(mayBeTheSame("María López", "Mario Pérez")).isFalse();
    }

    @Test
    void nothingTypedAsksForNothing() {
        assertThat(keys.query(" 123 .,").isEmpty()).isTrue();
        assertThat(keys.kept("")).isEmpty();
        assertThat(keys.query("").isPossiblyTheSame(Set.of())).isFalse();
        assertThat(keys.query("").score(Set.of())).isZero();
    }

    @Test
    void theKeysOfANameAreFew() throws IOException {
        int most = 0;
        long sum = 0;
        List<Misspelt> pairs = pairs();
        for (Misspelt pair : pairs) {
            int size = keys.kept(pair.name()).size();
            most = Math.max(most, size);
            sum += size;
        }
        System.out.printf("keys a name: mean %d, most %d%n", sum / pairs.size(), most);
        assertThat(most).isLessThan(120);
    }

    @Test
    void anEndlessNameHasBoundedKeys() {
        String endless = "xeguixoguexigu".repeat(40) + " " + "abecedario ".repeat(50);
        assertThat(keys.kept(endless)).hasSizeLessThanOrEqualTo(NameKeys.KEYS_MAX);
        assertThat(keys.query(endless).words()).hasSizeLessThanOrEqualTo(NameWords.WORDS_MAX);
    }

    @Test
    void anyTextIsTaken() {
        Random lot = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            int[] letters = lot.ints(lot.nextInt(30), 1, 0x2FFF).toArray();
            String text = new String(letters, 0, letters.length);
            assertThat(keys.kept(text)).hasSizeLessThanOrEqualTo(NameKeys.KEYS_MAX);
            assertThat(keys.kept(text)).allMatch(key -> key.text().matches("[a-zC]+"));
        }
    }

    @Test
    void anotherScriptIsReadInLatinLetters() {
        assertThat(NameWords.of("Мария").words()).containsExactly("maria");
    }

    private boolean mayBeTheSame(String kept, String typed) {
        NameQuery query = keys.query(typed);
        return query.isPossiblyTheSame(shared(kept, query));
    }

    private Set<NameKey> shared(String kept, NameQuery query) {
        Set<NameKey> shared = new HashSet<>(keys.kept(kept));
        shared.retainAll(query.keys());
        return shared;
    }

    private static List<Misspelt> pairs() throws IOException {
        try (var stream = Objects.requireNonNull(NameKeysTest.class.getResourceAsStream("misspelt.tsv"));
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Misspelt(columns[0], columns[1], columns[2]))
                    .toList();
        }
    }
}
