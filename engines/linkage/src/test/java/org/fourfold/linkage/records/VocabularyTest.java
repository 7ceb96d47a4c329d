package org.fourfold.linkage.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.model.Derivation;
import org.junit.jupiter.api.Test;

/** Values may come behind those that are there, and go again. */
class VocabularyTest {

    private static Vocabulary of(String... values) {
        Vocabulary vocabulary = new Vocabulary();
        for (String value : values) {
            int _ = vocabulary.code(value);
        }
        return vocabulary;
    }

    @Test
    void whatIsTakenOfALaterValueIsWorkedOutWhenItComes() {
        Vocabulary vocabulary = of("vasquez", "lopez");
        vocabulary.makeRoom(3);
        int[] sounds = vocabulary.derived(Derivation.SOUND).code();
        int later = vocabulary.code("basquez");
        assertThat(sounds[later]).isEqualTo(sounds[vocabulary.find("vasquez")]).isNotZero();
    }

    @Test
    void afterGuestsLeftAllIsAsBefore() {
        Vocabulary vocabulary = of("vasquez", "lopez");
        vocabulary.makeRoom(2);
        Vocabulary.Derived sounds = vocabulary.derived(Derivation.SOUND);
        for (int round = 0; round < 5_000; round++) {
            assertThat(vocabulary.code("guest" + round)).isEqualTo(3);
            assertThat(vocabulary.code("other" + round)).isEqualTo(4);
            vocabulary.forget(2);
            assertThat(sounds.values().size()).isEqualTo(2);
            assertThat(vocabulary.find("guest" + round)).isZero();
        }
        assertThat(vocabulary.find("lopez")).isEqualTo(2);
        assertThat(vocabulary.size()).isEqualTo(2);
    }

    @Test
    void whoFollowsIsToldOfEachValueOnce() {
        Vocabulary vocabulary = of("a");
        vocabulary.makeRoom(2);
        List<Integer> told = new ArrayList<>();
        vocabulary.each(told::add);
        int _ = vocabulary.code("b");
        int _ = vocabulary.code("a");
        int _ = vocabulary.code("b");
        assertThat(told).containsExactly(1, 2);
    }

    @Test
    void moreThanThereIsRoomForIsRefused() {
        Vocabulary vocabulary = of("a");
        vocabulary.makeRoom(1);
        int _ = vocabulary.code("b");
        assertThatThrownBy(() -> vocabulary.code("c")).isInstanceOf(IllegalStateException.class);
        assertThat(vocabulary.size()).isEqualTo(2);
    }
}
