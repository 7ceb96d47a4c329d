package org.fourfold.linkage.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    @Test
    void aPairJudgedBothWaysIsToldInWhicheverDirectionItWasGiven() {
        Contradictions found = Contradictions.in(List.of(same(4, 9), different(9, 4), same(1, 2), same(2, 1)));
        assertThat(found.told()).containsExactly(new Contradiction.BothWays(4, 9));
        assertThat(found.count()).isEqualTo(1);
    }

    @Test
    void aPairJudgedDifferentThatOthersMakeOneIsToldWithTheShortestChain() {
        List<Judged> judged = List.of(
                same(1, 2),
                same(2, 3),
                same(3, 4),
                same(1, 5),
                same(5, 4),
                different(1, 4),
                different(1, 9),
                same(9, 8));
        assertThat(Contradictions.in(judged).told()).containsExactly(new Contradiction.Chain(List.of(1, 5, 4)));
    }

    @Test
    void judgementsOfATruthNeverContradict() {
        Random lot = new Random(6);
        int[] truth = lot.ints(60, 0, 20).toArray();
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int a = lot.nextInt(60);
            int b = lot.nextInt(60);
            if (a != b) {
                judged.add(new Judged(a, b, 0, truth[a] == truth[b]));
            }
        }
        assertThat(Contradictions.in(judged).isEmpty()).isTrue();
    }

    @Test
    void theOrderDoesNotCountAndManyAreCountedButNotAllTold() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            judged.add(same(0, i));
            judged.add(different(i, i == 400 ? 1 : i + 1));
        }
        Contradictions found = Contradictions.in(judged);
        assertThat(found.count()).isEqualTo(400);
        assertThat(found.told()).hasSize(Contradictions.TOLD_MAX);
        Collections.shuffle(judged, new Random(2));
        assertThat(Contradictions.in(judged)).isEqualTo(found);
    }

    @Test
    void aRecordIsNotComparedWithItself() {
        assertThatThrownBy(() -> same(3, 3)).hasMessageContaining("two records");
        assertThatThrownBy(() -> new Judged(1, 2, Double.NaN, true)).hasMessageContaining("finite");
    }

    private static Judged same(int a, int b) {
        return new Judged(a, b, 5, true);
    }

    private static Judged different(int a, int b) {
        return new Judged(a, b, 5, false);
    }
}
