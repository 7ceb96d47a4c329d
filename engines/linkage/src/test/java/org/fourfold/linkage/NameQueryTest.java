package org.fourfold.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store may spare itself reading, and what the masks of keys say. */
class NameQueryTest {

    private static final int NAMES = 2_000;
    private static final int QUERIES = 100;

    private final NameKeys keys = new NameKeys();
    private final Random lot = new Random(20_261_127);
    private final List<Set<NameKey>> kept = new ArrayList<>();
    private final Map<NameKey, Long> names = new HashMap<>();

    NameQueryTest() {
        for (int i = 0; i < NAMES; i++) {
            Set<NameKey> one = keys.kept(CommonNames.draw(lot));
            kept.add(one);
            one.forEach(key -> names.merge(key, 1L, Long::sum));
        }
    }

    private long names(NameKey key) {
        return names.getOrDefault(key, 0L);
    }

    @Test
    void whoSharesNoneButSparedKeysIsNoAnswer() {
        long read = 0;
        long all = 0;
        for (int i = 0; i < QUERIES; i++) {
            NameQuery query = keys.query(CommonNames.draw(lot));
            Set<NameKey> spared = query.spared(this::names);
            Set<NameKey> rest = new HashSet<>(query.keys());
            rest.removeAll(spared);
            read += rest.stream().mapToLong(this::names).sum();
            all += query.keys().stream().mapToLong(this::names).sum();
            for (Set<NameKey> name : kept) {
                if (name.stream().noneMatch(rest::contains)) {
                    assertThat(query.isAnswer(mask(query, name))).isFalse();
                }
            }
        }
        System.out.printf("read of all keys of common names: %.2f%n", (double) read / all);
        assertThat((double) read / all).isLessThan(0.7);
    }

    @Test
    void theCommonestWordOfThreeIsSparedAndTheOnlyOneIsNot() {
        NameKey word = new NameKey(NameKey.Kind.WORD, "maria");
        assertThat(keys.query("María Xuncax Tzoc").spared(this::names)).contains(word);
        assertThat(keys.query("María").spared(this::names)).doesNotContain(word);
        // Of two words the one alone is half of what was typed.
        assertThat(keys.query("María Tzoc").spared(this::names)).doesNotContain(word);
    }

    @Test
    void theMasksOfSharedKeysJoinedSayHowStronglyEachWordMatches() {
        for (int i = 0; i < QUERIES; i++) {
            NameQuery query = keys.query(CommonNames.draw(lot));
            for (Set<NameKey> name : kept.subList(0, QUERIES)) {
                assertThat(query.score(mask(query, name))).isEqualTo(plain(query, name));
            }
        }
    }

    private static long mask(NameQuery query, Set<NameKey> name) {
        return query.keys().stream()
                .filter(name::contains)
                .mapToLong(query::mask)
                .reduce(0, (one, other) -> one | other);
    }

    /** The mean over the typed words of the strongest key that each shares, alone or written as one with its neighbour. */
    private static double plain(NameQuery query, Set<NameKey> name) {
        double sum = 0;
        for (int i = 0; i < query.words().size(); i++) {
            int word = i;
            Set<NameKey> asked = new HashSet<>(query.words().get(word).keys());
            query.pairs().stream()
                    .filter(pair -> pair.first() == word || pair.first() + 1 == word)
                    .forEach(pair -> asked.addAll(pair.keys()));
            asked.retainAll(name);
            sum += asked.stream()
                    .map(key -> key.kind().weight())
                    .max(Comparator.naturalOrder())
                    .orElse(0.0);
        }
        return sum / query.words().size();
    }
}
