package org.fourfold.estimate.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fourfold.estimate.prevalence.loglinear.Stepwise;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An estimate over doubtful links")
class LinkageUncertaintyTest {

    private static final Stepwise.Options OPTIONS = new Stepwise.Options(0.02, 1000);

    @Test
    @DisplayName("is that of one table where all draws are the same")
    void certain() {
        CaptureTable table = table(40);
        LinkageUncertainty.Estimate estimate =
                LinkageUncertainty.estimate(Collections.nCopies(5, table), OPTIONS, Run.of(1));
        Limits one = Stepwise.estimate(table, OPTIONS, Run.of(2)).bootstrap().percentile();
        assertThat(estimate.linkageShare()).isZero();
        assertThat(estimate.limits().lower95()).isCloseTo(one.lower95(), within(0.05 * one.lower95()));
        assertThat(estimate.limits().upper95()).isCloseTo(one.upper95(), within(0.1 * one.upper95()));
        assertThat(estimate.estimates().lowest()).isEqualTo(estimate.estimates().highest());
    }

    @Test
    @DisplayName("is wider where draws differ, and says how much of that is the linkage")
    void doubtful() {
        List<CaptureTable> drawn = new ArrayList<>();
        for (int matches : new int[] {20, 30, 40, 55, 80}) {
            drawn.add(table(matches));
        }
        LinkageUncertainty.Estimate estimate = LinkageUncertainty.estimate(drawn, OPTIONS, Run.of(1));
        Limits one =
                Stepwise.estimate(table(40), OPTIONS, Run.of(2)).bootstrap().percentile();
        assertThat(estimate.limits().upper95() - estimate.limits().lower95())
                .isGreaterThan(1.5 * (one.upper95() - one.lower95()));
        assertThat(estimate.linkageShare()).isBetween(0.7, 0.99);
        assertThat(estimate.estimates().highest()).isCloseTo(400 * 300 / 20.0, within(1e-6));
        assertThat(estimate.estimates().lowest()).isCloseTo(400 * 300 / 80.0, within(1e-6));
        assertThat(LinkageUncertainty.estimate(drawn, OPTIONS, Run.of(1).with(3)))
                .isEqualTo(estimate);
    }

    /** Lists of 400 and 300 records with so many matches. */
    private static CaptureTable table(int matches) {
        return CaptureTable.of(
                List.of("A", "B"), new int[] {1, 2, 3}, new long[] {400 - matches, 300 - matches, matches});
    }
}
