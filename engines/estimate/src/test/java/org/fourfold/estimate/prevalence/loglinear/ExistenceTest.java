package org.fourfold.estimate.prevalence.loglinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.estimate.prevalence.CaptureTable;
import org.fourfold.estimate.prevalence.MseTables;
import org.fourfold.estimate.run.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether there is an estimate at all")
class ExistenceTest {

    private static final int AB = 0b011;
    private static final int AC = 0b101;
    private static final int BC = 0b110;

    @Test
    @DisplayName("is told of each model of three artificial lists as published")
    void artificial() {
        CaptureTable table = MseTables.read("Artificial_3");
        assertThat(code(table, AB, AC, BC)).isEqualTo(2);
        assertThat(code(table, AB)).isEqualTo(1);
        assertThat(code(table, AC, BC)).isEqualTo(0);
        assertThat(code(table)).isEqualTo(0);
        assertThat(pairwise(3).filter(m -> !exists(table, m))).hasSize(3);
    }

    @Test
    @DisplayName("fails for two models of Korea")
    void korea() {
        CaptureTable table = MseTables.read("Korea");
        // The lists are b, c, d.
        assertThat(pairwise(3).filter(m -> !LogLinear.verdict(table, m).isSound()))
                .containsExactlyInAnyOrder(Interactions.of(0b011, 0b101), Interactions.of(0b011, 0b101, 0b110));
    }

    @Test
    @DisplayName("is refused where another program gives 180,000,000,000 persons: Korea with [12, 13, 23]")
    void trap() {
        CaptureTable korea = MseTables.read("Korea");
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> LogLinear.fit(korea, Interactions.of(AB, AC, BC)));
        assertThat(refused.problems()).isNotEmpty();
        assertThat(refused.problems().getFirst().details()).containsExactly("b:c, b:d, c:d");
    }

    @Test
    @DisplayName("holds for every pairwise model of the United Kingdom and of New Orleans in five lists")
    void all() {
        for (String name : List.of("UKdat", "UKdat_5", "NewOrl_5")) {
            CaptureTable table = MseTables.read(name);
            Existence existence = existence(table);
            Parameters model = new Parameters(table.lists().size());
            assertThat(pairwise(table.lists().size()).filter(m -> {
                        model.set(existence.data(), m.raw(), m.count());
                        Verdict verdict = existence.examine(model);
                        return verdict == Verdict.NO_EXTENDED_MLE || verdict == Verdict.NEITHER;
                    }))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("holds in eight lists of New Orleans whichever of the pairs without overlap are said not to overlap")
    void eightLists() {
        CaptureTable table = MseTables.read("NewOrl");
        Existence existence = existence(table);
        Parameters model = new Parameters(8);
        int[] pairs = Interactions.all(8, 2).masks();
        int[] empty = IntStream.of(pairs).filter(m -> table.onAll(m) == 0).toArray();
        int[] overlapping = IntStream.of(pairs).filter(m -> table.onAll(m) > 0).toArray();
        assertThat(empty).hasSize(18);
        // With all pairs that overlap in the model an estimate is hardest to have; each 257th choice of the others is
        // looked at.
        for (int choice = 0; choice < 1 << 18; choice += 257) {
            int chosen = choice;
            int[] masks = IntStream.concat(
                            IntStream.of(overlapping),
                            IntStream.range(0, 18)
                                    .filter(i -> (chosen >> i & 1) == 1)
                                    .map(i -> empty[i]))
                    .toArray();
            model.set(existence.data(), masks, masks.length);
            assertThat(existence.examine(model)).isIn(Verdict.SOUND, Verdict.NOT_IDENTIFIABLE);
        }
    }

    @Test
    @DisplayName("fails for independent lists that share nobody")
    void noOverlap() {
        PoissonFit fit = new PoissonFit(3);
        fit.data.set(new int[] {0, 5, 6, 0, 7, 0, 0, 0});
        assertThat(fit.fit(Interactions.NONE, null)).isEqualTo(Verdict.NO_EXTENDED_MLE);
    }

    @Test
    @DisplayName("is not identifiable in the saturated model, whose unseen cell nothing says anything about")
    void saturated() {
        CaptureTable table = CaptureTable.of(List.of("A", "B"), new int[] {1, 2, 3}, new long[] {40, 25, 10});
        assertThat(code(table, AB)).isEqualTo(2);
    }

    @Test
    @DisplayName("is the same verdict when it is asked again and known")
    void known() {
        PoissonFit fit = new PoissonFit(3);
        fit.data.set(MseTables.read("Artificial_3").counts());
        for (int time = 0; time < 3; time++) {
            assertThat(fit.fit(Interactions.of(AB), null)).isEqualTo(Verdict.NO_EXTENDED_MLE);
            assertThat(fit.fit(Interactions.of(AC, BC), null)).isEqualTo(Verdict.SOUND);
        }
    }

    private static Existence existence(CaptureTable table) {
        return new Existence(Marginals.of(table.lists().size(), table.counts()));
    }

    private static int code(CaptureTable table, int... pairs) {
        return LogLinear.verdict(table, Interactions.of(pairs)).code();
    }

    private static boolean exists(CaptureTable table, Interactions model) {
        Verdict verdict = LogLinear.verdict(table, model);
        return verdict == Verdict.SOUND || verdict == Verdict.NOT_IDENTIFIABLE;
    }

    private static java.util.stream.Stream<Interactions> pairwise(int lists) {
        int[] pairs = Interactions.all(lists, 2).masks();
        return IntStream.range(0, 1 << pairs.length)
                .mapToObj(choice -> Interactions.of(IntStream.range(0, pairs.length)
                        .filter(i -> (choice >> i & 1) == 1)
                        .map(i -> pairs[i])
                        .toArray()));
    }
}
