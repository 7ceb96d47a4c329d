package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.linkage.train.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learnt is written for people and read back to the last bit. */
class FrozenModelTest {

    @TempDir
    Path folder;

    private Weights weights() throws IOException {
        List<String> rows = new StorePersons(5).rows(300);
        return OneRun.link(OneRun.read(StorePersons.write(folder.resolve("base.csv"), rows)))
                .weights();
    }

    @Test
    void nothingIsLostOnTheWay() throws IOException {
        Weights weights = weights();
        Weights again = FrozenModel.read(
                OneRun.MODEL, FrozenModel.text(OneRun.MODEL, weights).lines().toList());
        assertThat(again.prior()).isEqualTo(weights.prior());
        for (int c = 0; c < weights.m().size(); c++) {
            assertThat(again.m().get(c)).isEqualTo(weights.m().get(c));
            assertThat(again.u().get(c)).isEqualTo(weights.u().get(c));
        }
    }

    @Test
    void aLineThatCannotBeIsNamedWithItsNumber() throws IOException {
        List<String> lines = FrozenModel.text(OneRun.MODEL, weights()).lines().toList();
        fails(lines, 0, "fourfold-linkage-weights 2", "line 1: \"fourfold-linkage-weights 1\" is expected");
        fails(lines, 2, "model other 1", "line 3: \"model test 1\" is expected");
        fails(lines, 3, "prior 0", "line 4: 0.0 is no share");
        fails(lines, 3, "prior NaN", "line 4: NaN is no share");
        fails(lines, 4, "compare phone", "line 5: \"compare name.given1\" is expected");
        fails(lines, 5, "level same m .5", "line 6: the number u is missing");
        fails(lines, 5, "level same m x u .5", "line 6: a number is expected");
        fails(lines, 5, "level same m 1e-9 u .5", "sum up to");
        fails(lines, lines.size() - 1, "", "is expected, not \"\"");
    }

    private static void fails(List<String> lines, int at, String instead, String message) {
        List<String> changed = new ArrayList<>(lines);
        String _ = changed.set(at, instead);
        assertThatThrownBy(() -> FrozenModel.read(OneRun.MODEL, changed))
                .isInstanceOf(StoreProblem.class)
                .hasMessageContaining(FrozenModel.FILE)
                .hasMessageContaining(message)
                .hasMessageContaining(Folder.MEND);
    }
}
