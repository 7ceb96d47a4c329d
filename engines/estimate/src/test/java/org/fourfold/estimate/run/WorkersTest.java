package org.fourfold.estimate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Steps shared out among threads")
class WorkersTest {

    @Test
    @DisplayName("give the same whatever the number of threads")
    void giveTheSame() {
        assertThat(draws(Run.of(7).with(4))).containsExactly(draws(Run.of(7)));
        assertThat(draws(Run.of(8))).isNotEqualTo(draws(Run.of(7)));
    }

    @Test
    @DisplayName("have streams that differ by part and by index")
    void differ() {
        assertThat(new long[] {first(1, 0, 0), first(1, 0, 1), first(1, 1, 0), first(2, 0, 0)})
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("end when whoever asked has given up")
    void endWhenCancelled() {
        AtomicInteger done = new AtomicInteger();
        Run run = new Run(1, 2, new Run.Listener() {
            @Override
            public void at(String stage, long behind, long total) {
                done.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return done.get() >= 10;
            }
        });
        assertThatThrownBy(() -> Workers.each(run, "steps", 1_000_000, () -> "", (desk, i) -> {}))
                .isInstanceOf(Run.Cancelled.class);
        assertThat(done.get()).isBetween(10, 12);
    }

    @Test
    @DisplayName("throw the first failure")
    void throwTheFailure() {
        assertThatThrownBy(() -> Workers.each(Run.of(1).with(3), "steps", 100, () -> "", (desk, i) -> {
                    if (i == 17) {
                        throw new IllegalStateException("17");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("17");
    }

    private static double[] draws(Run run) {
        double[] drawn = new double[1000];
        Workers.each(
                run,
                "draws",
                drawn.length,
                () -> "",
                (desk, i) -> drawn[i] = Chance.stream(run.seed(), 0, i).nextDouble());
        return drawn;
    }

    private static long first(long seed, int part, long index) {
        return Chance.stream(seed, part, index).nextLong();
    }
}
